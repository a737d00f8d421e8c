/// One field of a record: where its text lies among the record's bytes, or which objects it holds.
///
/// Two numbers, so that a record is read into one table of them: nothing is allocated, counted or
/// copied for a value until somebody asks for it.
@frozen
public struct Slot: Sendable {
    /// Of text: the offset among the record's bytes. Of objects: index of the first one's slots.
    public var start: UInt32
    /// Of text: number of bytes, and `unusualFlag`. Of objects: index of the last one's slots.
    public var extent: UInt32

    /// Set where the text may hold something other than printable ASCII, `"` or `\`.
    public static var unusualFlag: UInt32 {
        @inlinable @inline(__always) get { 0x8000_0000 }
    }

    @inlinable @inline(__always)
    public init(start: UInt32, extent: UInt32) {
        self.start = start
        self.extent = extent
    }

    /// Nothing was sent.
    public static var none: Slot {
        @inlinable @inline(__always) get { Slot(start: 0, extent: 0) }
    }

    @inlinable @inline(__always) public var isEmpty: Bool { extent == 0 }

    /// Whether text is printable ASCII that needs no escaping.
    @inlinable @inline(__always) public var isPlain: Bool { extent & Slot.unusualFlag == 0 }

    /// Number of bytes of text.
    @inlinable @inline(__always) public var count: Int { Int(extent & ~Slot.unusualFlag) }
}
