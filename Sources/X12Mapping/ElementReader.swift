import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Puts elements of segments into the fields of a record, and keeps what has no field.
///
/// What mappings ask for very often are calls and not inlined: the code of a whole record has to stay
/// where the processor keeps instructions, or it is fetched again for each record.
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
    /// How the segment at hand is to be looked at: `trim`, and `Slot.unusualFlag` where it is not
    /// plain; 0 where it is, and no element begins or ends with a blank.
    @usableFromInline package var look: UInt32 = 0
    /// Of a coverage or eligibility.
    @usableFromInline var span = TakenSpan()
    /// Separates repetitions of the segment at hand, of which the first alone is read; -1 where none
    /// is one too many.
    @usableFromInline package var repetition = -1

    /// There may be blanks to take away.
    @usableFromInline static var trim: UInt32 {
        @inlinable @inline(__always) get { 1 }
    }

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
        span.place = 0
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
        ElementReader.slot(bytes, view.ends, view.entry.endCount, element, origin, look)
    }

    @inlinable @inline(__always)
    package func slot(_ start: Int, _ end: Int) -> Slot {
        ElementReader.slot(bytes, start, end, origin, look)
    }

    @inline(never) @usableFromInline
    static func slot(
        _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32,
        _ element: Int, _ origin: Int, _ look: UInt32
    ) -> Slot {
        guard element < Int(endCount) else { return .none }
        return slot(bytes, ends + element, origin, look)
    }

    @inline(never) @usableFromInline
    static func slot(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ origin: Int, _ look: UInt32
    ) -> Slot {
        trimmed(bytes, start, end, origin, look)
    }

    /// The text of the element that ends here.
    @inline(__always)
    static func slot(
        _ bytes: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt32>, _ origin: Int, _ look: UInt32
    ) -> Slot {
        guard look == 0 else {
            return slot(bytes, Int(end[-1]) &+ 1, Int(end[0]), origin, look)
        }
        let start = end[-1] &+ 1
        let extent = end[0] &- start
        return Slot(
            start: extent > 0 ? start &- UInt32(truncatingIfNeeded: origin) : 0, extent: extent)
    }

    @inline(__always)
    private static func trimmed(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ origin: Int, _ look: UInt32
    ) -> Slot {
        var (start, end) = (from, to)
        while start < end, bytes[start] <= 0x20 { start &+= 1 }
        while start < end, bytes[end &- 1] <= 0x20 { end &-= 1 }
        guard start < end else { return .none }
        return Slot(
            start: UInt32(truncatingIfNeeded: start &- origin),
            extent: UInt32(truncatingIfNeeded: end &- start) | look & Slot.unusualFlag)
    }

    /// Puts an element into a field of an object.
    @inlinable @inline(__always)
    package mutating func set<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ view: SegmentView, _ element: Int
    ) {
        put(object &+ 1 &+ field.ordinal, view.ends, view.entry.endCount, element)
    }

    /// The same by the index of the slot.
    @inline(never) @usableFromInline
    mutating func put(
        _ place: Int, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32, _ element: Int
    ) {
        guard element < Int(endCount) else {
            record.slots[place] = .none
            return
        }
        record.slots[place] = ElementReader.slot(bytes, ends + element, origin, look)
    }

    /// Puts elements that follow one another into as many fields that do, too.
    ///
    /// - Parameter field: that of the first.
    @inlinable @inline(__always)
    package mutating func set<Fields: RecordFields>(
        _ object: Int, from field: Fields, _ view: SegmentView, _ elements: ClosedRange<Int>
    ) {
        put(
            object &+ 1 &+ field.ordinal, view.ends, view.entry.endCount, elements.lowerBound,
            count: elements.upperBound &- elements.lowerBound &+ 1)
    }

    /// The same by the index of the first slot.
    @inline(never) @usableFromInline
    mutating func put(
        _ place: Int, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32, _ first: Int, count: Int
    ) {
        guard look == 0, Int(endCount) >= first &+ count else {
            return putEach(place, ends, endCount, first, count)
        }
        let origin = UInt32(truncatingIfNeeded: origin)
        var slot = record.slots + place
        let last = slot + count
        var end = ends + first
        var start = end[-1] &+ 1
        while slot != last {
            let stop = end.pointee
            let extent = stop &- start
            slot.pointee = Slot(start: extent > 0 ? start &- origin : 0, extent: extent)
            start = stop &+ 1
            slot += 1
            end += 1
        }
    }

    /// The same of elements of which some were not sent, or that may have blanks around them.
    @inline(never)
    private mutating func putEach(
        _ place: Int, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32, _ first: Int, _ count: Int
    ) {
        for index in 0..<count { put(place &+ index, ends, endCount, first &+ index) }
    }

    /// Adds an object to a list.
    @inlinable @inline(__always)
    package mutating func append<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, to object: Int, _ field: Fields
    ) -> Int {
        append(slotCount: Inner.slotCount, to: object &+ 1 &+ field.ordinal)
    }

    /// The same by the index of the slot.
    @inline(never) @usableFromInline
    mutating func append(slotCount: Int, to place: Int) -> Int {
        let added = record.add(slotCount: slotCount)
        record.append(added, to: place)
        return added
    }

    /// The object in a field, which is made where there is none.
    @inlinable @inline(__always)
    package mutating func object<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, in object: Int, _ field: Fields
    ) -> Int {
        self.object(slotCount: Inner.slotCount, in: object &+ 1 &+ field.ordinal)
    }

    /// The same by the index of the slot.
    @inline(never) @usableFromInline
    mutating func object(slotCount: Int, in place: Int) -> Int {
        let known = Int(record.slots[place].start)
        return known > 0 ? known : add(slotCount: slotCount, in: place)
    }

    /// A new object in a field.
    @inline(__always)
    mutating func add(slotCount: Int, in place: Int) -> Int {
        let added = record.add(slotCount: slotCount)
        let index = UInt32(truncatingIfNeeded: added)
        record.slots[place] = Slot(start: index, extent: index)
        return added
    }

    /// An element of up to eight bytes as a number to compare with `Key`s; 0 where it is empty.
    @inlinable @inline(__always)
    package func key(_ view: SegmentView, _ element: Int) -> Key {
        Key(rawValue: ElementReader.key(view.bytes, view.ends, view.entry.endCount, element))
    }

    @inline(never) @usableFromInline
    static func key(
        _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32,
        _ element: Int
    ) -> UInt64 {
        keyAtOnce(bytes, ends, endCount, element)
    }

    /// The same without a call.
    @inline(__always)
    static func keyAtOnce(
        _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32,
        _ element: Int
    ) -> UInt64 {
        guard element < Int(endCount) else { return 0 }
        let start = Int(ends[element &- 1]) &+ 1
        return Text.key(bytes + start, Int(ends[element]) &- start)
    }
}
