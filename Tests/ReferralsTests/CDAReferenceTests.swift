import CareModel
import Testing

/// Entries have the words of the narrative that they refer to.
struct CDAReferenceTests {
    private static let narrative = """
        <text><list><item ID="a">Twice a day</item><item ID="b">Other</item></list></text>
        """
    private static let reference = "<reference value=\"#a\"/>"
    private static let text = "<text>\(reference)</text>"

    private static func read(_ section: String, _ entry: String) -> Referral {
        let parts = [
            "11450-4": "problems", "48765-2": "allergies", "10160-0": "medications",
            "18776-5": "plan",
        ]
        let note = NoteText.with([
            parts[section] ?? "sections": NoteText.section(
                section, "\(narrative)<entry>\(entry)</entry>")
        ])
        return ReferralReading(note).referrals.first ?? Referral()
    }

    private static func medicine(_ more: String) -> ReferralStatement? {
        read("10160-0", "<substanceAdministration>\(more)</substanceAdministration>")
            .medications.first
    }

    @Test(arguments: [
        (text, "Twice a day"), ("<text>Daily</text>", "Daily"),
        ("<text>Daily\(reference)</text>", "Daily"), ("<text/>", nil),
        ("<text><reference value=\"#none\"/></text>", nil),
    ])
    func aMedicineHasADosage(_ text: String, _ dosage: String?) {
        let code = "<statusCode code=\"active\"/>"
        #expect(Self.medicine(text + code)?.dosage?.string == dosage)
    }

    private static let period = "<effectiveTime><period value=\"12\" unit=\"h\"/></effectiveTime>"
    private static let interval = """
        <effectiveTime><low value="20260115"/><high value="20260215"/></effectiveTime>
        """

    @Test(arguments: [period + interval, interval + period, interval])
    func aMedicineIsTakenFromTo(_ times: String) {
        let read = Self.medicine(times)
        #expect(read?.begin?.value?.number == 2026_01_15)
        #expect(read?.end?.value?.number == 2026_02_15)
    }

    @Test(arguments: ["<value><reference value=\"#a\"/></value>", "<value>Twice a day</value>"])
    func aValueHasWords(_ value: String) {
        let read = Self.read("30954-2", "<observation><code code=\"1\"/>\(value)</observation>")
        #expect(read.observations.first?.valueText?.string == "Twice a day")
        #expect(read.sections.allSatisfy { $0.entries == nil })
    }

    private static let code = "<code code=\"1\"/>"
    private static let coded = "<value code=\"1\"/>"
    private static let worded = """
        <value code="1"><originalText><reference value="#b"/></originalText></value>
        """
    private static let housing = "<value code=\"Z59.1\" codeSystem=\"2.16.840.1.113883.6.90\"/>"

    /// Its own words, where its code has none.
    @Test(arguments: [
        ("11450-4", "<observation>\(text)\(coded)</observation>", "Twice a day"),
        ("11450-4", "<observation>\(text)\(worded)</observation>", "Other"),
        ("11450-4", "<observation>\(text)\(housing)</observation>", "Twice a day"),
        ("48765-2", "<observation>\(text)\(coded)</observation>", "Twice a day"),
        ("30954-2", "<observation>\(code)\(text)</observation>", "Twice a day"),
        ("18776-5", "<act>\(code)\(text)</act>", "Twice a day"),
        ("18776-5", "<act>\(code)<text>Call</text></act>", "Call"),
    ])
    func anEntryHasWords(_ section: String, _ entry: String, _ words: String) {
        let read = Self.read(section, entry)
        let statements = [read.problems, read.allergies, read.observations, read.plans].joined()
        let told = statements.map(\.text?.string) + read.needs.map(\.text?.string)
        #expect(told == [words])
    }

    @Test func aReferralActHasANote() {
        let code = "<code code=\"44383000\"><originalText>\(Self.reference)</originalText></code>"
        let read = Self.read("18776-5", "<act moodCode=\"RQO\">\(code)\(Self.text)</act>")
        #expect(read.services.first?.note?.string == "Twice a day")
        #expect(read.services.first?.text?.string == "Twice a day")
        #expect(read.sections.allSatisfy { $0.entries == nil })
    }
}
