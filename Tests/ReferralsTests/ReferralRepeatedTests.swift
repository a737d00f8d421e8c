import Diagnostics
import Testing

@testable import Referrals

/// Referrals of one input that have one number.
struct ReferralRepeatedTests {
    private static func findings(_ text: String) -> [Finding] {
        Seeds.keep(Array(text.utf8), for: .referrals)
        var reader = ReferralReader(schema: nil)
        var rules = ReferralFileRules()
        var findings: [Finding] = []
        func take(_ reader: inout ReferralReader) {
            while let unit = reader.next() {
                guard case .referral = unit.kind else { continue }
                if let finding = rules.add(reader.facts) { findings.append(finding) }
            }
        }
        Array(text.utf8).withUnsafeBytes { reader.feed($0) }
        take(&reader)
        reader.finish()
        take(&reader)
        return findings
    }

    private static let sent = TurnpikeText.with()

    @Test(arguments: [
        ("bh-cp", "ltss-cp", 1), ("<name>B</name>", "<name>C</name>", 1),
        ("2026-03-02", "2026-03-03", 1), ("</to>", "</to><service code=\"1\"/>", 1),
        ("in-progress", "completed", 0), ("xmlns", "xmlns", 0),
        // Another number, member or sender.
        ("R-1", "R-2", 0), ("100000000999", "100000000998", 0),
        ("<name>A</name>", "<name>X</name>", 0),
    ])
    func aNumberIsOneReferrals(_ old: String, _ new: String, _ count: Int) {
        let again = Self.sent.replacing(old, with: new)
        let found = Self.findings(Self.sent + "\n" + again)
        #expect(
            found.map(\.rule.description) == Array(repeating: "referral.id.repeated", count: count))
        #expect(found.allSatisfy { $0.line == 2 && $0.column == 1 && $0.severity == .warning })
        #expect(found.allSatisfy { $0.place.loop == "referral" })
    }

    @Test func theFirstIsNamed() {
        let two = Self.sent.replacing("bh-cp", with: "ltss-cp")
        let found = Self.findings(Self.sent + two + two + Self.sent)
        #expect(found.map(\.related) == [[ByteRange(0, 0)]])
    }

    /// The same of FHIR: requests that have a number in common.
    @Test(arguments: [("Food", 0), ("Housing", 1)])
    func requestsHaveNumbersOfTheirOwn(_ words: String, _ count: Int) {
        func request(_ id: String, _ words: String) -> String {
            Resource.request(
                id,
                """
                <identifier><system value="urn:a"/><value value="R"/></identifier>\
                <code><text value="\(words)"/></code>
                """)
        }
        let text = bundle(
            request("r", "Food"), request("s", words), Resource.patient(), Resource.organization)
        let found = Self.findings(text)
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.place.loop == "Bundle/entry/ServiceRequest" })
    }
}
