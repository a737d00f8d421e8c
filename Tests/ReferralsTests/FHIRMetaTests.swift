import CareModel
import Testing

/// What resources say of themselves in `meta` is told, labels that restrict their use above all.
struct FHIRMetaTests {
    private static let label = """
        <security><system value="urn:s"/><code value="ETH"/><display value="Withhold"/></security>
        """
    private static let restricted = """
        <security><system value="http://terminology.hl7.org/CodeSystem/v3-Confidentiality"/>\
        <code value="R"/><display value="Restricted"/></security>
        """

    private static let resources = [
        "Condition": """
        <Condition><id value="c"/><code><text value="Fire"/></code>\
        <subject><reference value="Patient/p"/></subject></Condition>
        """,
        "ServiceRequest": Resource.request(), "Task": Resource.task(),
        "Patient": Resource.patient(), "Organization": Resource.organization,
    ]

    /// A Bundle in which the resource of a type has this `meta`.
    private static func document(_ type: String, _ meta: String) -> FHIRDocument {
        let entries = resources.keys.sorted().map { key -> String in
            let resource = resources[key] ?? ""
            let told =
                key == type
                ? resource.replacing("<\(key)>", with: "<\(key)><meta>\(meta)</meta>") : resource
            return "<entry><resource>\(told)</resource></entry>"
        }
        return FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
                + entries.joined() + "</Bundle>")
    }

    private static func other(_ document: FHIRDocument) -> [String] {
        document.first.other.map { "\($0.place)=\($0.value.string)" }
    }

    @Test(
        arguments: resources.keys.sorted(),
        [
            (label, ["security/system=urn:s", "security/code=ETH", "security/display=Withhold"]),
            ("<tag><code value=\"t\"/></tag>", ["tag/code=t"]),
            ("<source value=\"urn:x\"/>", ["source=urn:x"]),
            ("<extension url=\"u\"/>", ["extension/url=u"]),
            ("<versionId value=\"2\"/><lastUpdated value=\"2026-03-02T09:00:00Z\"/>", []),
        ])
    func whatMetaSaysIsTold(_ type: String, _ sent: (meta: String, told: [String])) {
        let found = Self.document(type, sent.meta)
        #expect(Self.other(found) == sent.told.map { "Bundle/entry/\(type)/meta/\($0)" })
        #expect(found.rules().isEmpty)
    }

    /// Those of the request are the document's templates.
    @Test(arguments: resources.keys.sorted())
    func profilesAreTold(_ type: String) {
        let found = Self.document(type, "<profile value=\"urn:p\"/>")
        let isOfRequest = type == "ServiceRequest"
        #expect(found.first.document?.templates.map(\.string) == (isOfRequest ? ["urn:p"] : []))
        #expect(
            Self.other(found) == (isOfRequest ? [] : ["Bundle/entry/\(type)/meta/profile=urn:p"]))
    }

    /// How confidential the request is has a field; what else restricts it stands beside it.
    @Test(arguments: [
        (restricted, "R", []), (label + restricted, "R", ["system", "code", "display"]),
        (restricted + restricted, "R", ["system", "code", "display"]),
        (restricted.replacing("Restricted", with: "Ask first"), "R", ["display"]),
        (
            restricted.replacing("v3-Confidentiality", with: "v3-ActCode"), nil,
            ["system", "code", "display"]
        ),
    ])
    func confidentialityIsAField(_ meta: String, _ code: String?, _ other: [String]) throws {
        let found = Self.document("ServiceRequest", meta)
        #expect(found.first.document?.confidentiality?.string == code)
        #expect(
            found.first.other.map(\.place)
                == other.map { "Bundle/entry/ServiceRequest/meta/security/\($0)" })
        let text = bundle(
            Resource.request().replacing(
                "<ServiceRequest>", with: "<ServiceRequest><meta>\(meta)</meta>"),
            Resource.patient(), Resource.organization)
        let written = try FHIRWritingTests.xml(#require(FHIRWritingTests.bundles(text).first))
        #expect(FHIRDocument(written).first.document?.confidentiality?.string == code)
    }

    /// An earlier version tells what it said otherwise.
    @Test(arguments: [(label, 0), (label.replacing("ETH", with: "PSY"), 1), ("", 0)])
    func earlierVersionsTellWhatChanged(_ meta: String, _ count: Int) {
        func version(_ number: Int, _ meta: String) -> String {
            Resource.task(
                "t", "<meta><versionId value=\"\(number)\"/>\(meta)</meta>", status: "accepted")
        }
        let found = FHIRDocument(
            bundle(
                version(1, meta), version(2, Self.label), Resource.request(), Resource.patient(),
                Resource.organization, type: "history"))
        let codes = found.first.other.filter { $0.place.hasSuffix("security/code") }
        #expect(codes.count == 1 + count)
    }

    /// A narrative that an earlier version had is told, and one that comes twice.
    @Test func narrativesOfEarlierVersionsAreTold() {
        func version(_ number: Int, _ words: String) -> String {
            Resource.task(
                "t",
                """
                <meta><versionId value="\(number)"/></meta><text><status value="additional"/>\
                <div xmlns="http://www.w3.org/1999/xhtml">\(words)</div></text>
                """)
        }
        let found = FHIRDocument(
            bundle(
                version(1, "Ring twice"), version(2, "Knock"), Resource.request(),
                Resource.patient(), Resource.organization, type: "history"))
        #expect(found.first.sections.map(\.text?.string) == ["Knock"])
        #expect(Self.other(found) == ["Bundle/entry/Task/text/div=Ring twice"])
    }
}
