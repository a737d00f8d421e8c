import Testing

@testable import X12Structure

/// Eight bytes as a day, against a calendar that counts months one by one.
struct CalendarDayTests {
    private static func isDay(_ bytes: [UInt8]) -> Bool {
        (bytes + [0x2A]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { CalendarDay.isDay($0) } ?? false
        }
    }

    /// The same told plainly.
    private static func isPlainlyDay(_ bytes: [UInt8]) -> Bool {
        guard bytes.allSatisfy({ 0x30...0x39 ~= $0 }), bytes.count == 8 else { return false }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        let isLeap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year > 0, lengths.indices.contains(month - 1) else { return false }
        return (1...lengths[month - 1]).contains(day)
    }

    @Test(arguments: [0, 1, 4, 100, 400, 1900, 1999, 2000, 2023, 2024, 2100, 9999])
    func everyMonthAndDayOfAYearIsOneOrNone(_ year: Int) {
        var days = 0
        for rest in 0...9999 {
            let digits = String(year * 10_000 + rest)
            let bytes = Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
            if Self.isDay(bytes) { days += 1 }
            if Self.isDay(bytes) != Self.isPlainlyDay(bytes) { Issue.record("\(bytes)") }
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        #expect(days == (year == 0 ? 0 : isLeap ? 366 : 365))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func eightBytesOfAnyKindAreADayOrNone(_ seed: UInt64) {
        var draw = Draw(state: seed)
        var days = 0
        for _ in 0..<2000 {
            var bytes = Array("20240229".utf8)
            for _ in 0..<Int.random(in: 0...2, using: &draw) {
                let digit = UInt8.random(in: 0x2F...0x3A, using: &draw)
                bytes[Int.random(in: 0..<8, using: &draw)] =
                    draw.isOne(in: 3) ? UInt8.random(in: 0...255, using: &draw) : digit
            }
            if Self.isDay(bytes) { days += 1 }
            if Self.isDay(bytes) != Self.isPlainlyDay(bytes) { Issue.record("\(bytes)") }
        }
        #expect(days > 200 && days < 1800)
    }
}
