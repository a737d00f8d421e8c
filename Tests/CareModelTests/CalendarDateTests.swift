import CareModel
import Testing

struct CalendarDateTests {
    static let cases: [(text: String, description: String?)] = [
        ("20250701", "2025-07-01"),
        ("20240229", "2024-02-29"),
        ("20230229", nil),
        ("20000229", "2000-02-29"),
        ("19000229", nil),
        ("21000229", nil),
        ("20250431", nil),
        ("20250430", "2025-04-30"),
        ("20251231", "2025-12-31"),
        ("20251232", nil),
        ("20251301", nil),
        ("20250001", nil),
        ("20250100", nil),
        ("00000101", nil),
        ("00010101", "0001-01-01"),
        ("22991231", "2299-12-31"),
        ("99991231", "9999-12-31"),
        ("2025070", nil),
        ("202507011", nil),
        ("2025-7-1", nil),
        ("2025O701", nil),
        ("250701", nil),
    ]

    @Test(arguments: cases)
    func digitsAreADay(_ text: String, _ description: String?) throws {
        let date = CalendarDate(try #require(Text(text)))
        #expect(date?.description == description)
        if let date, let again = CalendarDate(year: date.year, month: date.month, day: date.day) {
            #expect(again == date)
        }
    }

    /// Against the rule for leap years, told another way: every month of 1890 to 2110.
    @Test func monthsHaveTheirLengths() {
        for year in 1890...2110 {
            let isLeap = year == 2000 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                #expect(CalendarDate(year: year, month: index + 1, day: length) != nil)
                #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
    }

    /// Eight bytes as a number, against a calendar told plainly.
    private static func plainNumber(_ bytes: [UInt8]) -> Int32 {
        guard bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return 0 }
        let number = bytes.reduce(0) { $0 * 10 + Int32($1) - 0x30 }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let isLeap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0)
        let lengths: [Int32] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year > 0, 1...12 ~= month else { return 0 }
        return (1...lengths[Int(month) - 1]).contains(day) ? number : 0
    }

    private static func number(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { CalendarDate.number($0) } ?? 0
        }
    }

    @Test(arguments: [0, 1, 4, 100, 400, 1900, 1999, 2000, 2023, 2024, 2100, 9999])
    func everyMonthAndDayOfAYearIsANumberOrNone(_ year: Int) {
        var days = 0
        for rest in 0...9999 {
            let digits = String(year * 10_000 + rest)
            let bytes = Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
            let number = Self.number(bytes)
            if number > 0 { days += 1 }
            if number != Self.plainNumber(bytes) { Issue.record("\(bytes)") }
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        #expect(days == (year == 0 ? 0 : isLeap ? 366 : 365))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func eightBytesOfAnyKindAreANumberOrNone(_ seed: UInt64) {
        var state = seed
        func draw(_ below: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % below)
        }
        var days = 0
        for _ in 0..<2000 {
            var bytes = Array("20240229".utf8)
            for _ in 0..<draw(3) {
                bytes[draw(8)] = UInt8(draw(3) == 0 ? draw(256) : 0x2F + draw(12))
            }
            let number = Self.number(bytes)
            if number > 0 { days += 1 }
            if number != Self.plainNumber(bytes) { Issue.record("\(bytes)") }
        }
        #expect(days > 200 && days < 1800)
    }

    @Test(arguments: [
        ("20250701", "20250702", true), ("20250701", "20250701", false),
        ("20251231", "20260101", true), ("20260101", "20251231", false),
    ])
    func daysHaveAnOrder(_ left: String, _ right: String, _ isLess: Bool) throws {
        let first = try #require(Text(left).flatMap { CalendarDate($0) })
        let second = try #require(Text(right).flatMap { CalendarDate($0) })
        #expect((first < second) == isLess)
    }

    @Test(arguments: [
        ("22991231", true), ("99991231", true), ("22991230", false), ("20991231", false),
    ])
    func someDaysAreOpenEnds(_ text: String, _ isOpen: Bool) {
        #expect(Text(text).flatMap { CalendarDate($0) }?.isOpenEnd == isOpen)
    }
}
