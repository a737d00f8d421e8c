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
