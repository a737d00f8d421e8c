import CareModel

/// The values of one row by the columns of its layout, as they lie among the record's bytes.
struct RowValues {
    let bytes: UnsafePointer<UInt8>
    /// One for each column of the layout; empty where the row or the file has no such value.
    let slots: UnsafePointer<Slot>
    /// The days of columns of dates; 0 where none was read.
    let days: UnsafePointer<Int32>

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

    @inline(__always)
    func isOne(of values: CodeTable, _ column: Int) -> Bool {
        let slot = slots[column]
        return !slot.isEmpty && values.contains(bytes + Int(slot.start), slot.count)
    }
}

extension RowReading {
    /// What was read, by column.
    @inline(__always)
    var values: RowValues {
        RowValues(
            bytes: builder.bytes, slots: UnsafePointer(columnSlots),
            days: UnsafePointer(columnDays))
    }
}
