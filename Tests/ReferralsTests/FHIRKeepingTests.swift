import CareModel
import Testing

/// Words that stand where FHIR has none, or in a narrative, are kept.
struct FHIRKeepingTests {
    private static func other(_ document: FHIRDocument) -> [String] {
        document.first.other.map { "\($0.place)=\($0.value.string)" }
    }

    @Test(arguments: [
        (
            "<subject>", "<code><text Value=\"Food box\"/></code><subject>",
            "Bundle/entry/ServiceRequest/code/text/@attribute=Food box"
        ),
        (
            "<intent value=\"order\"/>", "<intent foo=\"bar\" value=\"order\"/>",
            "Bundle/entry/ServiceRequest/intent/@attribute=bar"
        ),
        (
            "<ServiceRequest>", "<ServiceRequest foo=\"bar\">",
            "Bundle/entry/ServiceRequest/@attribute=bar"
        ),
        (
            "<family value=\"Sample\"/>", "<family>Sample</family>",
            "Bundle/entry/Patient/name/family/text()=Sample"
        ),
        (
            "<given value=\"Ann\"/>", "<given value=\"Ann\">b</given>",
            "Bundle/entry/Patient/name/given/text()=b"
        ),
        ("<subject>", "stray <subject>", "Bundle/entry/ServiceRequest/text()=stray"),
    ])
    func whatIsNoValueIsKept(_ old: String, _ new: String, _ kept: String) {
        let text = bundle(Resource.request(), Resource.patient(), Resource.organization)
        let found = FHIRDocument(text.replacing(old, with: new, maxReplacements: 1))
        #expect(Self.other(found) == [kept])
        #expect(found.rules() == ["fhir.element.unknown"])
    }

    @Test func whatFHIRHasIsNoFinding() {
        let request = Resource.request("r", "<note><text value=\"a\"/></note>")
            .replacing("<intent value", with: "<intent id=\"i\" value")
            .replacing(
                "<ServiceRequest>",
                with: """
                    <ServiceRequest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                    xsi:schemaLocation="a b">
                    """)
        let found = FHIRDocument(bundle(request, Resource.patient(), Resource.organization))
        #expect(found.rules().isEmpty)
        #expect(found.first.other.isEmpty)
    }

    @Test func narrativesHaveAttributesOfTheirOwn() {
        let marked = """
            <div xmlns="http://www.w3.org/1999/xhtml" lang="en-US" class="c" dir="ltr" title="t">
            """
        let condition = Self.condition("<status value=\"additional\"/>")
            .replacing("<div xmlns=\"http://www.w3.org/1999/xhtml\">", with: marked)
        #expect(condition.contains(marked))
        let found = FHIRDocument(
            bundle(Resource.request(), Resource.patient(), condition, Resource.organization))
        #expect(!found.rules().contains("fhir.element.unknown"))
        #expect(!Self.other(found).contains { $0.contains("@attribute") })
        #expect(found.first.problems.map(\.text?.string) == ["Lost home\nin fire"])
    }

    // MARK: Narrative

    private static func condition(_ status: String, _ more: String = "") -> String {
        """
        <Condition><id value="c"/><text>\(status)<div xmlns="http://www.w3.org/1999/xhtml">\
        <p>Lost home</p>in fire</div></text>\(more)<subject><reference value="Patient/p"/>\
        </subject></Condition>
        """
    }

    private static let code = "<code><text value=\"Fire\"/></code>"

    @Test(
        arguments: [
            ("additional", "", "Lost home\nin fire", nil),
            ("generated", "", "Lost home\nin fire", nil),
            ("extensions", "", "Lost home\nin fire", nil),
            ("additional", code, "Fire", "Lost home\nin fire"), ("generated", code, "Fire", nil),
            ("extensions", code, "Fire", nil), ("empty", code, "Fire", nil),
            ("", code, "Fire", "Lost home\nin fire"),
        ] as [(String, String, String, String?)])
    func narrativesSayWhatElementsDoNot(
        _ status: String, _ more: String, _ text: String, _ note: String?
    ) {
        let status = status.isEmpty ? "" : "<status value=\"\(status)\"/>"
        let found = FHIRDocument(
            bundle(
                Resource.request(), Resource.patient(), Self.condition(status, more),
                Resource.organization))
        #expect(found.first.problems.map(\.text?.string) == [text])
        #expect(found.first.problems.map(\.note?.string) == [note])
        #expect(found.first.sections.isEmpty)
    }

    @Test func narrativesOfPeopleAreSections() {
        let words = """
            <text><status value="additional"/><div xmlns="http://www.w3.org/1999/xhtml">Ring \
            twice</div></text>
            """
        let patient = Resource.patient().replacing("<identifier>", with: "\(words)<identifier>")
        let found = FHIRDocument(bundle(Resource.request(), patient, Resource.organization))
        #expect(found.first.sections.map(\.text?.string) == ["Ring twice"])
        let made = patient.replacing("additional", with: "generated")
        let read = FHIRDocument(bundle(Resource.request(), made, Resource.organization))
        #expect(read.first.sections.isEmpty)
    }

    @Test(arguments: [
        ("<p>a</p>b", "a\nb"), ("<ul><li>a</li></ul>b", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>c", "a b\nc"), ("a<b>b</b>c", "abc"),
    ])
    func blocksEndLines(_ div: String, _ words: String) {
        let narrative = """
            <text><status value="additional"/><div xmlns="http://www.w3.org/1999/xhtml">\
            \(div)</div></text>
            """
        let found = FHIRDocument(
            bundle(Resource.request("r", narrative), Resource.patient(), Resource.organization))
        #expect(found.first.sections.map(\.text?.string) == [words])
    }
}
