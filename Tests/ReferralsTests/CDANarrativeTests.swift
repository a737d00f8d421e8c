import CareModel
import Testing

/// The words of a document's sections.
struct CDANarrativeTests {
    private static func words(_ text: String) -> String? {
        let found = ReferralReading(
            NoteText.with(["sections": NoteText.section("29762-2", "<text>\(text)</text>")]))
        return found.referrals.first?.sections.first { $0.code?.string == "29762-2" }?.text?.string
    }

    /// What begins a line ends one, too; a cell's paragraphs are the cell's.
    @Test(arguments: [
        ("<list><item>Aspirin</item></list>Allergic", "Aspirin\nAllergic"),
        ("<paragraph>one</paragraph>two", "one\ntwo"),
        ("one<paragraph>two</paragraph>three", "one\ntwo\nthree"),
        ("<table><tbody><tr><td>a</td></tr></tbody></table>b", "a\nb"),
        ("<list><caption>Cap</caption><item>a</item></list>", "Cap\na"),
        ("<table><caption>Cap</caption><tbody><tr><td>a</td></tr></tbody></table>", "Cap\na"),
        (
            "<table><tbody><tr><td><paragraph>a</paragraph></td><td>b</td></tr></tbody></table>",
            "a | b"
        ),
        ("<list><item>a<list><item>b</item></list>c</item></list>", "a\nb\nc"),
        ("<paragraph>a</paragraph> <paragraph>b</paragraph>", "a\nb"),
        ("one<content>two</content>three", "onetwothree"), ("one<br/>two", "one\ntwo"),
        ("<paragraph revised=\"delete\">gone</paragraph>stays", "stays"),
    ])
    func blocksEndLines(_ text: String, _ expected: String) {
        #expect(Self.words(text) == expected)
    }

    /// The same outside of sections.
    @Test func blocksOfStatementsEndLines() {
        let observation = """
            <text>x</text><entry><observation classCode="OBS" moodCode="EVN">\
            <code code="46482-6" codeSystem="2.16.840.1.113883.6.1"/>\
            <text><paragraph ID="n">one</paragraph>two</text></observation></entry>
            """
        let found = ReferralReading(
            NoteText.with(["sections": NoteText.section("47420-5", observation)]))
        let told = "\(found.referrals)"
        #expect(!told.contains("onetwo"))
    }

    @Test func everyNarrativeAndBodyIsRead() {
        let more = """
            </structuredBody></component><component><structuredBody>\
            \(NoteText.section("29762-2", "<text>Smokes</text><text>Drinks</text>"))
            """
        let found = ReferralReading(NoteText.with(["sections": more]))
        let section = found.referrals.first?.sections.first { $0.code?.string == "29762-2" }
        #expect(section?.text?.string == "Smokes\nDrinks")
        #expect(!found.rules.contains("referral.cda.section"))
    }

    @Test(arguments: [("&#160;", 1), ("<paragraph> &#xA0; </paragraph>", 1), ("Help", 0)])
    func aReasonHasWords(_ text: String, _ count: Int) {
        let found = ReferralReading(
            NoteText.with(["reason": NoteText.section("42349-1", "<text>\(text)</text>")]))
        #expect(found.rules.filter { $0 == "referral.cda.reason" }.count == count)
    }
}
