/// The bytes of one element or component, and which forms they have.
struct ElementValue {
    /// 8 bytes beyond the first are readable.
    let base: UnsafePointer<UInt8>
    let count: Int

    /// The value as a number, as `CodeSet.key` makes it.
    var key: UInt64 { CodeSet.key(base, count) }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Whether it is blanks and control characters from end to end: of those at either end of a value
    /// none comes into a record, so nothing would be left.
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    /// Whether it says no more than an empty one; blanks are part of what has a fixed length.
    func isNothing(as definition: CompiledElement) -> Bool {
        guard isBlank else { return false }
        guard definition.isFixed, definition.kind != .composite else { return true }
        return bytes.contains { $0 != 0x20 }
    }

    /// Characters, where UTF-8 has more bytes than characters.
    var characterCount: Int { count - bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 1 : 0) } }

    // MARK: Forms

    /// Whether the bytes from `start` are so many digits; their number.
    private func number(_ start: Int, _ digits: Int) -> Int? {
        var value = 0
        for offset in start..<start + digits {
            let digit = Int(base[offset]) - 0x30
            guard digit >= 0, digit <= 9 else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// A day of the calendar, CCYYMMDD or YYMMDD.
    var isDate: Bool {
        if count == 8 { return isDay(at: 0) }
        guard count == 6, let year = number(0, 2), let rest = number(2, 4) else { return false }
        return ElementValue.isDay(2000 + year, rest / 100, rest % 100)
    }

    @inline(__always)
    private func isDay(at start: Int) -> Bool {
        CalendarDay.isDay(base + start)
    }

    private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard year > 0, month >= 1, month <= 12, day >= 1 else { return false }
        return day <= 28 || day <= CalendarDay.days(in: month, of: year)
    }

    /// HHMM, with seconds and their decimals where they are sent.
    var isTime: Bool {
        guard 4...8 ~= count, count != 5, let time = number(0, 4) else { return false }
        guard time / 100 < 24, time % 100 < 60 else { return false }
        guard count > 4 else { return true }
        guard let seconds = number(4, 2), seconds < 60 else { return false }
        return number(6, count - 6) != nil
    }

    /// An optional minus sign, digits, at most one point.
    var isDecimal: Bool { isNumber(points: 1) }

    /// An optional minus sign and digits.
    var isInteger: Bool { isNumber(points: 0) }

    /// An optional minus sign, digits, at most so many points.
    @inline(__always)
    private func isNumber(points allowed: Int) -> Bool {
        let first = count > 0 && base[0] == 0x2D ? 1 : 0
        var points = 0
        var offset = first
        while offset < count {
            let byte = base[offset]
            if byte &- 0x30 > 9 {
                guard byte == 0x2E else { return false }
                points &+= 1
            }
            offset &+= 1
        }
        return points <= allowed && count &- first > points
    }

    /// A date, time or period in a format of data element 1250.
    func isPeriod(inFormat format: UInt64) -> Bool {
        switch format {
        case ElementValue.d8: count == 8 && isDay(at: 0)
        case ElementValue.rd8:
            count == 17 && isDay(at: 0) && base[8] == 0x2D && isDay(at: 9)
        case ElementValue.d6: count == 6 && isDate
        case ElementValue.dt: count == 12 && isDay(at: 0) && isMinute(at: 8)
        case ElementValue.tm: count == 4 && isMinute(at: 0)
        default: true
        }
    }

    private func isMinute(at start: Int) -> Bool {
        number(start, 4).map { $0 / 100 < 24 && $0 % 100 < 60 } ?? false
    }

    /// Whether a day stands where a date and time has one.
    var beginsWithDay: Bool { count >= 8 && isDay(at: 0) }

    /// What is left where blanks and control characters around it are cut.
    var trimmed: ElementValue {
        var (start, end) = (0, count)
        while end > start, base[end - 1] <= 0x20 { end -= 1 }
        while start < end, base[start] <= 0x20 { start += 1 }
        return ElementValue(base: base + start, count: end - start)
    }

    private static var d8: UInt64 { 0x3844 }
    static var rd8: UInt64 { 0x38_4452 }
    static var d6: UInt64 { 0x3644 }
    static var dt: UInt64 { 0x5444 }
    static var tm: UInt64 { 0x4D54 }
}
