/// What a value of a simple type surely is, if it is right at first sight.
///
/// White space around values is left to libxml2: a value that has some is none of these, unless any
/// value will do.
struct QuickValue {
    enum Kind: UInt8 {
        /// Any, or any but white space.
        case any, some
        /// One of a list of words.
        case listed
        /// A character of each class, one after the other.
        case classes
        case date, dateTime, dateOrDateTime
        case decimal
    }

    let kind: Kind
    /// Of its words or classes.
    let first: Int32
    let count: Int32

    init(_ kind: Kind, _ places: Range<Int> = 0..<0) {
        self.kind = kind
        first = Int32(truncatingIfNeeded: places.lowerBound)
        count = Int32(truncatingIfNeeded: places.count)
    }

    /// A word of a list.
    struct Word {
        /// Its first eight bytes; 0 stands for those that it does not have.
        let opening: UInt64
        /// Where its other bytes are, and how many bytes it has.
        let rest: Int32
        let count: Int32

        /// The first eight bytes of a text, of which 8 bytes from the first on are readable.
        @inline(__always)
        static func opening(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
            return count >= 8 ? word : word & ~(UInt64.max &<< UInt64(count &* 8))
        }
    }

    /// Which bytes of ASCII are in a class.
    struct Class {
        var low: UInt64 = 0
        var high: UInt64 = 0

        mutating func add(_ byte: UInt8) {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
        }

        @inline(__always)
        func has(_ byte: UInt8) -> Bool {
            let half = byte & 64 == 0 ? low : high
            return byte < 128 && half &>> UInt64(byte & 63) & 1 == 1
        }
    }
}

/// Dates, times and numbers that are surely right.
enum QuickForm {
    @inline(__always)
    private static func digit(_ bytes: UnsafePointer<UInt8>, _ index: Int) -> Int? {
        let digit = bytes[index] &- 0x30
        return digit < 10 ? Int(digit) : nil
    }

    /// The number of two digits.
    @inline(__always)
    private static func pair(_ bytes: UnsafePointer<UInt8>, _ index: Int) -> Int? {
        guard let tens = digit(bytes, index), let ones = digit(bytes, index &+ 1) else {
            return nil
        }
        return tens &* 10 &+ ones
    }

    /// `2026-03-02`, of the years 1 to 9999.
    static func isDate(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let century = pair(bytes, 0), let rest = pair(bytes, 2),
            let month = pair(bytes, 5), let day = pair(bytes, 8)
        else { return false }
        let year = century &* 100 &+ rest
        guard year > 0, month >= 1, month <= 12, day >= 1 else { return false }
        if day <= 28 { return true }
        switch month {
        case 2:
            return day == 29 && year & 3 == 0 && (rest != 0 || century & 3 == 0)
        case 4, 6, 9, 11: return day <= 30
        default: return day <= 31
        }
    }

    /// `2026-03-02T09:30:00`, with `Z` or a difference of hours and minutes, or without.
    static func isDateTime(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 19, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            isDate(bytes, count),
            let hour = pair(bytes, 11), let minute = pair(bytes, 14), let second = pair(bytes, 17),
            hour < 24, minute < 60, second < 60
        else { return false }
        if count == 19 { return true }
        if count == 20 { return bytes[19] == 0x5A }
        guard count == 25, bytes[19] == 0x2B || bytes[19] == 0x2D, bytes[22] == 0x3A,
            let hours = pair(bytes, 20), let minutes = pair(bytes, 23)
        else { return false }
        return hours < 14 && minutes < 60
    }

    /// Up to nine digits, and up to six behind a point.
    static func isDecimal(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count, digit(bytes, index) != nil { index &+= 1 }
        guard index > 0, index <= 9 else { return false }
        if index == count { return true }
        guard bytes[index] == 0x2E else { return false }
        let point = index
        index &+= 1
        while index < count, digit(bytes, index) != nil { index &+= 1 }
        return index == count && count > point &+ 1 && count <= point &+ 7
    }
}
