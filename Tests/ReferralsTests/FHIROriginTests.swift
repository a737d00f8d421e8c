import CareModel
import Testing

/// What US Core's extensions call a member's race and ethnicity.
struct FHIROriginTests {
    private static let core = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-"
    private static let list = "<system value=\"urn:oid:2.16.840.1.113883.6.238\"/>"

    private static func part(_ url: String, _ coding: String) -> String {
        "<extension url=\"\(url)\"><valueCoding>\(coding)</valueCoding></extension>"
    }

    private static func words(_ words: String) -> String {
        "<extension url=\"text\"><valueString value=\"\(words)\"/></extension>"
    }

    private static func document(_ name: String, _ parts: String) -> String {
        bundle(
            Resource.request(),
            Resource.patient("p", "<extension url=\"\(core)\(name)\">\(parts)</extension>"),
            Resource.organization)
    }

    private static func told(_ concept: ReferralConcept) -> String {
        [concept.code, concept.display, concept.text].map { $0?.string ?? "-" }
            .joined(separator: "|")
    }

    private static let white = "\(list)<code value=\"2106-3\"/><display value=\"White\"/>"
    private static let irish = "\(list)<code value=\"2113-9\"/><display value=\"Irish\"/>"
    private static let named = "\(list)<display value=\"Cape Verdean\"/>"

    private static let cases: [(String, [String], [String])] = [
        (part("ombCategory", white), ["2106-3|White|-"], []),
        (
            part("ombCategory", white) + part("detailed", irish) + words("White, of Cork"),
            ["2106-3|White|White, of Cork", "2113-9|Irish|-"], []
        ),
        (part("detailed", named), ["-|Cape Verdean|-"], []),
        (part("detailed", named) + words("Creole"), ["-|Cape Verdean|Creole"], []),
        (words("Creole"), ["-|-|Creole"], []),
        (words("Creole") + words("Other"), ["-|-|Creole"], ["text", "Other"]),
        (
            words("Creole") + words("x").replacing("text", with: "urn:note"), ["-|-|Creole"],
            ["urn:note", "x"]
        ),
    ]

    /// All of it is read, and is there when it was written and is read again.
    @Test(arguments: ["race", "ethnicity"], cases)
    func namesAreKept(
        _ name: String, _ sent: (parts: String, concepts: [String], other: [String])
    ) throws {
        let text = Self.document(name, sent.parts)
        let found = FHIRDocument(text).first
        let concepts = (name == "race" ? found.member?.races : found.member?.ethnicities) ?? []
        #expect(concepts.map(Self.told) == sent.concepts)
        #expect(found.other.map(\.value.string) == sent.other)
        let written = try #require(FHIRWritingTests.bundles(text).first)
        for word in sent.concepts.flatMap({ $0.split(separator: "|") }) where word != "-" {
            #expect(written.contains(word), "\(word)")
        }
    }
}
