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

    /// The same where it was read, without values.
    @Test(arguments: [
        ("20250101-20251231", false), ("20250101-20250101", false), ("20250102-20250101", true),
        ("20250102-2025", false), ("2025-20250101", false), ("20250102-20250001", false),
        ("20250101-22991231", false),
    ])
    func aSpanOfARecordMayBeReversed(_ text: String, _ isReversed: Bool) throws {
        let parts = text.split(separator: "-").map(\.count)
        let bytes = Array(text.utf8) + [UInt8](repeating: 0x2A, count: 16)
        try bytes.withUnsafeBufferPointer {
            var builder = RecordBuilder()
            builder.start(try #require($0.baseAddress))
            let period = builder.add(PeriodFields.self)
            let end = UInt32(parts[0] + 1)
            builder.set(period, PeriodFields.begin, Slot(start: 0, extent: UInt32(parts[0])))
            builder.set(period, PeriodFields.end, Slot(start: end, extent: UInt32(parts[1])))
            #expect(builder.record(period, as: PeriodFields.self).isReversed == isReversed)
        }
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
