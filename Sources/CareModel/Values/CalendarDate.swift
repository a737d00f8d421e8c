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
        guard bytes.count == 8, let base = bytes.baseAddress else { return nil }
        let number = CalendarDate.number(base)
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Eight bytes as the number CCYYMMDD; 0 where they are not the digits of a day.
    @inlinable @inline(__always)
    public static func number(_ base: UnsafePointer<UInt8>) -> Int32 {
        let word = UInt64(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
        let digits = word ^ 0x3030_3030_3030_3030
        // A byte above 9 sets its high nibble here, or by adding 6.
        guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else {
            return 0
        }
        // Pairs of digits, each in the low byte of 16 bits: CC, YY, MM, DD.
        let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
        let month = Int(truncatingIfNeeded: pairs &>> 32 & 0xFF)
        let day = Int(truncatingIfNeeded: pairs &>> 48)
        let year =
            Int(truncatingIfNeeded: pairs & 0xFF) &* 100
            &+ Int(truncatingIfNeeded: pairs &>> 16 & 0xFF)
        guard month &- 1 < 12, month > 0, day > 0, year > 0,
            day <= 28 &+ (beyond28 &>> (month &* 2) & 3) || day <= days(in: month, of: year)
        else { return 0 }
        return Int32(truncatingIfNeeded: (year &* 100 &+ month) &* 100 &+ day)
    }

    /// How many days more than 28 each month has in every year: two bits each, from bit 2 on.
    @usableFromInline
    static var beyond28: Int {
        @inlinable @inline(__always) get { 0b11_10_11_10_11_11_10_11_10_11_00_11_00 }
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
    public var isOpenEnd: Bool { CalendarDate.isOpenEnd(number) }

    /// The same of a day as the number CCYYMMDD.
    @inlinable @inline(__always)
    public static func isOpenEnd(_ number: Int32) -> Bool {
        number == 2299_12_31 || number == 9999_12_31
    }

    /// The same day of the next year as a number, CCYYMMDD.
    public var yearAhead: Int32 { number + 10_000 }

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
