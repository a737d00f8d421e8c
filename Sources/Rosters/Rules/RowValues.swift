import CareModel

/// The values of one row by the columns of its layout, as they lie among the record's bytes.
struct RowValues {
    let bytes: UnsafePointer<UInt8>
    /// One for each column of the layout; empty where the row or the file has no such value.
    let slots: UnsafePointer<Slot>
    /// The days of columns of dates; 0 where none was read.
    let days: UnsafePointer<Int32>
    /// The times of the day beside them in thousandths of a second; 0 where none was read.
    let times: UnsafePointer<Int32>
    /// Whether a value is one of its column's but for the case of letters.
    let hasOddCase: Bool
    /// Whether a date has a time beside it.
    let hasTimes: Bool

    @inline(__always)
    func has(_ column: Int) -> Bool { !slots[column].isEmpty }

    @inline(__always)
    func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let slot = slots[column]
        return UnsafeBufferPointer(start: bytes + Int(slot.start), count: slot.count)
    }

    /// A date as the number CCYYMMDD; 0 where there is none.
    @inline(__always)
    func day(_ column: Int) -> Int32 {
        let known = days[column]
        if known != 0 { return known }
        let slot = slots[column]
        guard slot.count == 8 else { return 0 }
        return CalendarDate.number(bytes + Int(slot.start))
    }

    /// A text of up to eight bytes as a number; 0 where there is none, all ones where it is longer.
    @inline(__always)
    func key(_ column: Int) -> UInt64 {
        let slot = slots[column]
        return slot.isEmpty ? 0 : Text.key(bytes + Int(slot.start), slot.count)
    }

    /// The same of a code in capital letters, however its own are written.
    @inline(__always)
    func code(_ column: Int) -> UInt64 {
        let key = key(column)
        return hasOddCase ? RowValues.capital(key) : key
    }

    @inline(never)
    private static func capital(_ key: UInt64) -> UInt64 {
        stride(from: UInt64(0), to: 64, by: 8).reduce(key) { key, shift in
            (0x61...0x7A).contains(key &>> shift & 0xFF) ? key & ~(0x20 &<< shift) : key
        }
    }

    /// Whether there is a value that says something: the last day of 2299 or 9999 is "no end".
    @inline(__always)
    func says(_ column: Int) -> Bool {
        let slot = slots[column]
        guard slot.count == 8 else { return !slot.isEmpty }
        let key = Text.key(bytes + Int(slot.start), 8)
        return key != RowValues.openEnds.0 && key != RowValues.openEnds.1
    }

    /// 22991231 and 99991231, as `CalendarDate.isOpenEnd` has them, first byte lowest.
    private static let openEnds: (UInt64, UInt64) = (0x3133_3231_3939_3232, 0x3133_3231_3939_3939)

    @inline(__always)
    func isOne(of values: CodeTable, _ column: Int) -> Bool {
        let slot = slots[column]
        if slot.isEmpty { return false }
        let base = bytes + Int(slot.start)
        return values.contains(base, slot.count)
            || hasOddCase && values.containsFolded(base, slot.count)
    }
}

extension RowReading {
    /// What was read, by column.
    @inline(__always)
    var values: RowValues {
        RowValues(
            bytes: builder.bytes, slots: UnsafePointer(columnSlots),
            days: UnsafePointer(columnDays), times: UnsafePointer(columnTimes),
            hasOddCase: hasOddCase, hasTimes: hasTimes)
    }
}
