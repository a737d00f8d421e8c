import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Puts elements of segments into the fields of a record, and keeps what has no field.
@usableFromInline
package struct ElementReader {
    @usableFromInline package var bytes: UnsafePointer<UInt8>
    @usableFromInline var ends: UnsafePointer<UInt32>
    /// Offset in the input of the block's first byte.
    @usableFromInline var base = 0
    /// Offset in the block of the record's first byte.
    @usableFromInline var origin = 0
    @usableFromInline package var delimiters: Delimiters
    let guide: CompiledGuide
    @usableFromInline package var record = RecordBuilder()
    /// Index in the guide's loops of the segment at hand.
    @usableFromInline package var loop: Int32 = 0
    /// `Slot.unusualFlag` where the segment at hand is not plain.
    @usableFromInline package var unusual: UInt32 = 0

    @usableFromInline
    package init(_ guide: CompiledGuide) {
        self.guide = guide
        bytes = record.bytes
        ends = UnsafeRawPointer(record.slots).assumingMemoryBound(to: UInt32.self)
        delimiters = .usual
    }

    /// Begins a record whose first byte is at `origin` of the block.
    @inlinable @inline(__always)
    package mutating func start(_ block: BlockView, origin: Int, _ delimiters: Delimiters) {
        bytes = block.bytes
        ends = block.ends
        base = block.base
        self.origin = origin
        self.delimiters = delimiters
        record.start(bytes + origin)
    }

    @inlinable @inline(__always)
    package func view(_ entry: SegmentEntry) -> SegmentView {
        SegmentView(bytes: bytes, blockEnds: ends, entry: entry)
    }

    // MARK: Values

    /// Where an element's text lies, without blanks at either end.
    @inlinable @inline(__always)
    package func slot(_ view: SegmentView, _ element: Int) -> Slot {
        guard element <= view.elementCount else { return .none }
        return slot(view.elementStart(element), view.elementEnd(element))
    }

    @inlinable @inline(__always)
    package func slot(_ start: Int, _ end: Int) -> Slot {
        guard start < end else { return .none }
        if bytes[start] <= 0x20 || bytes[end &- 1] <= 0x20 { return trimmed(start, end) }
        return Slot(
            start: UInt32(truncatingIfNeeded: start &- origin),
            extent: UInt32(truncatingIfNeeded: end &- start) | unusual)
    }

    @inline(never) @usableFromInline
    func trimmed(_ from: Int, _ to: Int) -> Slot {
        var (start, end) = (from, to)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return .none }
        return Slot(
            start: UInt32(truncatingIfNeeded: start - origin),
            extent: UInt32(truncatingIfNeeded: end - start) | unusual)
    }

    /// Puts an element into a field of an object.
    @inlinable @inline(__always)
    package func set<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ view: SegmentView, _ element: Int
    ) {
        record.set(object, field, slot(view, element))
    }

    /// Adds an object to a list.
    @inlinable @inline(__always)
    package mutating func append<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, to object: Int, _ field: Fields
    ) -> Int {
        let added = record.add(inner)
        record.append(added, to: object, field)
        return added
    }

    /// The object in a field, which is made where there is none.
    @inlinable @inline(__always)
    package mutating func object<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, in object: Int, _ field: Fields
    ) -> Int {
        let known = record.object(object, field)
        if known > 0 { return known }
        let added = record.add(inner)
        record.set(object, field, object: added)
        return added
    }

    /// An element of up to eight bytes as a number to compare with `Key`s; 0 where it is empty.
    @inlinable @inline(__always)
    package func key(_ view: SegmentView, _ element: Int) -> Key {
        guard element <= view.elementCount else { return Key(rawValue: 0) }
        let start = view.elementStart(element)
        return Key(rawValue: Text.key(view.bytes + start, view.elementEnd(element) &- start))
    }
}
