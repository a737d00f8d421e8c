/// A segment where it lies, in the bytes of its block: no copy, no allocation.
///
/// Valid only while the block is not changed.
package struct SegmentView {
    package let bytes: UnsafePointer<UInt8>
    /// The ends of this segment: that of the id first, the terminator last.
    package let ends: UnsafePointer<UInt32>
    package let entry: SegmentEntry

    @inlinable @inline(__always)
    package init(
        bytes: UnsafePointer<UInt8>, blockEnds: UnsafePointer<UInt32>, entry: SegmentEntry
    ) {
        self.bytes = bytes
        self.ends = blockEnds + Int(entry.firstEnd)
        self.entry = entry
    }

    /// Offset in the block of the first byte.
    @inlinable package var start: Int { Int(entry.start) }

    /// Offset in the block of the terminator.
    @inlinable package var end: Int { Int(ends[Int(entry.endCount) &- 1]) }

    /// Number of elements after the id.
    @inlinable package var elementCount: Int { Int(entry.endCount) &- 1 }

    /// Offset of the first byte of an element; elements are counted from 1.
    @inlinable @inline(__always)
    package func elementStart(_ element: Int) -> Int { Int(ends[element &- 1]) &+ 1 }

    /// Offset of the byte after an element.
    @inlinable @inline(__always)
    package func elementEnd(_ element: Int) -> Int { Int(ends[element]) }

    /// Offsets of an element in the block; empty at the segment's end where it was not sent.
    @inlinable @inline(__always)
    package func range(_ element: Int) -> Range<Int> {
        guard element <= elementCount else { return end..<end }
        return elementStart(element)..<elementEnd(element)
    }

    /// The bytes of an element; empty where it was not sent.
    @inlinable @inline(__always)
    package func element(_ element: Int) -> UnsafeBufferPointer<UInt8> {
        slice(range(element))
    }

    /// Bytes of the block.
    @inlinable @inline(__always)
    package func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.upperBound &- range.lowerBound)
    }
}
