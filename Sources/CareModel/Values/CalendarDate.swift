/// A day of the Gregorian calendar, without a time or a zone; years 1 to 9999.
@frozen
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// The day as the number CCYYMMDD.
    public let number: Int32

    public var year: Int { Int(number) / 10_000 }
    public var month: Int { Int(number) / 100 % 100 }
    public var day: Int { Int(number) % 100 }

    /// `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1 else { return nil }
        guard day <= CalendarDate.days(in: month, of: year) else { return nil }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    /// From eight digits CCYYMMDD; `nil` for anything else and when there is no such day.
    @inlinable
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 8 else { return nil }
        var value = 0
        for byte in bytes {
            let digit = Int(byte) - 0x30
            guard digit >= 0, digit <= 9 else { return nil }
            value = value * 10 + digit
        }
        self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }

    /// From text CCYYMMDD; `nil` for anything else and when there is no such day.
    public init?(_ text: Text) {
        guard let date = text.withUTF8({ CalendarDate($0) }) else { return nil }
        self = date
    }

    @usableFromInline
    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether senders write it for "no end": the last day of 2299 or 9999.
    @inlinable
    public var isOpenEnd: Bool { number == 2299_12_31 || number == 9999_12_31 }

    /// The same day of the next year as a number, CCYYMMDD.
    public var yearAhead: Int32 { number + 10_000 }

    /// Whether it stands for "no end", where days after the limit, CCYYMMDD, are meant so too.
    @inlinable
    public func isOpenEnd(after limit: Int32) -> Bool { isOpenEnd || number > limit }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.number < right.number
    }
}

extension CalendarDate: CustomStringConvertible {
    /// CCYY-MM-DD.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
