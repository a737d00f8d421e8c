import CareModel
import Testing

/// Values of FHIR that have several forms, read and written.
struct FHIRDetailTests {
    private static func written(_ text: String) -> String {
        FHIRWritingTests.bundles(text).first ?? ""
    }

    private static func document(_ patient: String = "", _ request: String = "") -> String {
        bundle(
            Resource.request("r", request), Resource.patient("p", patient), Resource.organization)
    }

    // MARK: Languages

    private static let creole = """
        <communication><language><text value="Cape Verdean Creole"/></language>\
        <preferred value="true"/></communication>
        """
    private static let haitian = """
        <communication><language><coding><system value="urn:ietf:bcp:47"/><code value="ht"/>\
        <display value="Haitian"/></coding></language></communication>
        """

    private static let languages: [(String, String?, String?)] = [
        (creole, nil, "Cape Verdean Creole"), (haitian, "ht", "Haitian"),
        (haitian.replacing("<display value=\"Haitian\"/>", with: ""), "ht", nil),
        (
            haitian.replacing("</coding>", with: "</coding><text value=\"Haitian\"/>"), "ht",
            "Haitian"
        ),
    ]

    @Test(arguments: languages)
    func aLanguageHasACodeOrWords(_ sent: String, _ code: String?, _ words: String?) throws {
        let text = Self.document(sent)
        // Foundation reads `true` as the number 1.
        let again = try FHIRWritingTests.xml(Self.written(text))
            .replacing("<preferred value=\"1\"/>", with: "<preferred value=\"true\"/>")
        for document in [FHIRDocument(text), FHIRDocument(again)] {
            let language = document.first.member?.languages.first
            #expect(language?.code?.string == code)
            #expect(language?.text?.string == words)
            #expect(language?.preferred == (sent == Self.creole ? true : nil))
            #expect(!document.first.other.contains { $0.place.contains("communication") })
        }
    }

    // MARK: Moments

    @Test(arguments: [
        ("<occurrenceDateTime value=\"2026-04-01T10:00:00-04:00\"/>", "DateTime"),
        ("<occurrenceDateTime value=\"2026-04-01\"/>", "DateTime"),
        ("<occurrencePeriod><start value=\"2026-04-01\"/></occurrencePeriod>", "Period"),
        (
            """
            <occurrencePeriod><start value="2026-04-01"/><end value="2026-05-01"/>\
            </occurrencePeriod>
            """, "Period"
        ),
    ])
    func aMomentIsNoOpenPeriod(_ sent: String, _ kind: String) {
        let text = Self.document("", sent)
        #expect(Self.written(text).contains("\"occurrence\(kind)\":"))
        let occurrence = FHIRDocument(text).first.occurrence
        #expect((occurrence?.begin == occurrence?.end) == (kind == "DateTime"))
        #expect(occurrence?.begin?.value?.number == 2026_04_01)
        #expect(FHIRDocument(text).first.other.isEmpty)
    }

    @Test(arguments: [
        ("value=\"20260309\"", "", true), ("", "<low value=\"20260309\"/>", false),
        ("", "<low value=\"20260309\"/><high value=\"20260909\"/>", false),
    ])
    func anActOfAMomentIsNoOpenPeriod(_ value: String, _ more: String, _ isMoment: Bool) {
        let act = """
            <entry><act moodCode="RQO"><code code="44383000"/>\
            <effectiveTime \(value)>\(more)</effectiveTime></act></entry>
            """
        let text = NoteText.with(["plan": NoteText.section("18776-5", "<text>T</text>\(act)")])
        #expect(Self.written(text).contains("occurrenceDateTime") == isMoment)
    }

    // MARK: Numbers and details

    @Test(arguments: [
        ("1.5e2", "\"value\":1.5e2"), ("1E-2", "\"value\":1e-2"), ("2e+10", "\"value\":2e+10"),
        ("1e", nil), ("e2", nil), ("1e2.5", nil), ("1e2e3", nil), ("1e999", nil),
    ])
    func aNumberMayHaveAnExponent(_ sent: String, _ written: String?) {
        let observation = """
            <observation display="Dose" value="\(sent)" unit="mg"/>
            """
        let json = Self.written(TurnpikeText.with(["middle": observation]))
        #expect(
            json.contains(written.map { "{\($0)," } ?? "\"valueString\":\"\(sent) mg\""))
    }

    @Test(arguments: [
        ("<service><step>Call</step></service>", "{\"text\":\"not named\"}"),
        (
            "<service><step>Call</step></service><description>Food</description>",
            "{\"text\":\"Food\"}"
        ),
    ])
    func detailsHaveACode(_ services: String, _ code: String) {
        let json = Self.written(TurnpikeText.with(["middle": services]))
        #expect(json.contains("\"code\":\(code)"))
        #expect(json.contains("\"orderDetail\":[{\"text\":\"Call\"}]"))
    }
}
