import CareModel

/// What was read of a header or record; valid until the reader reads something else.
@usableFromInline
package struct RecordReading<Fields: RecordFields> {
    @usableFromInline package let record: RecordObject<Fields>
    /// Values that no field holds.
    @usableFromInline package let other: [OtherValue]

    @inlinable @inline(__always)
    package init(record: RecordObject<Fields>, other: [OtherValue]) {
        self.record = record
        self.other = other
    }
}
