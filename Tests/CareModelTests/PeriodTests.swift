import CareModel
import Testing

struct PeriodTests {
    /// `begin-end`, either of which may be absent or no day.
    static func period(_ text: String) -> Period {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        func day(_ part: Substring) -> Sent<CalendarDate>? {
            guard let text = Text(String(part)) else { return nil }
            return CalendarDate(text).map { .valid($0) } ?? .raw(text)
        }
        return Period(begin: day(parts[0]), end: day(parts[1]))
    }

    @Test(arguments: [
        ("20250101-20251231", false), ("20250101-20250101", false), ("20250102-20250101", true),
        ("20250101-", false), ("-20250101", false), ("20250102-2025", false),
        ("20250101-22991231", false), ("-", false),
    ])
    func aSpanMayBeReversed(_ text: String, _ isReversed: Bool) {
        #expect(Self.period(text).isReversed == isReversed)
        #expect(Self.period(text).isEmpty == (text == "-"))
    }

    static let overlaps: [(left: String, right: String, share: Bool)] = [
        ("20250101-20250630", "20250701-20251231", false),
        ("20250101-20250630", "20250630-20251231", true),
        ("20250101-20251231", "20250301-20250401", true),
        ("20250101-", "20990101-", true),
        ("-20250101", "20250102-", false),
        ("-", "20250101-20250101", true),
        ("20250101-22991231", "20260101-22991231", true),
    ]

    @Test(arguments: overlaps)
    func spansMayShareADay(_ left: String, _ right: String, _ share: Bool) {
        #expect(Self.period(left).overlaps(Self.period(right)) == share)
        #expect(Self.period(right).overlaps(Self.period(left)) == share)
    }
}
