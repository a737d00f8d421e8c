import CX12Scan

/// A segment where it lies, in the bytes of its block: no copy, no allocation.
///
/// Valid only while the block is not changed.
@frozen
public struct SegmentView {
    public let bytes: UnsafePointer<UInt8>
    /// The ends of this segment: that of the id first, the terminator last.
    public let ends: UnsafePointer<UInt32>
    public let entry: SegmentEntry

    @inlinable @inline(__always)
    public init(
        bytes: UnsafePointer<UInt8>, blockEnds: UnsafePointer<UInt32>, entry: SegmentEntry
    ) {
        self.bytes = bytes
        self.ends = blockEnds + Int(entry.firstEnd)
        self.entry = entry
    }

    /// Offset in the block of the first byte.
    @inlinable @inline(__always) public var start: Int { Int(entry.start) }

    /// Offset in the block of the terminator.
    @inlinable @inline(__always) public var end: Int { Int(ends[Int(entry.endCount) &- 1]) }

    /// Offset in the block after the terminator; where it was lost, and no white space stands in its
    /// place, that of the segment that follows.
    package var terminatedEnd: Int { bytes[end].isAlphanumeric ? end : end &+ 1 }

    /// Number of elements after the id.
    @inlinable @inline(__always) public var elementCount: Int { Int(entry.endCount) &- 1 }

    /// Offset of the first byte of an element; elements are counted from 1.
    @inlinable @inline(__always)
    public func elementStart(_ element: Int) -> Int { Int(ends[element &- 1]) &+ 1 }

    /// Offset of the byte after an element.
    @inlinable @inline(__always)
    public func elementEnd(_ element: Int) -> Int { Int(ends[element]) }

    /// Whether all its bytes are printable ASCII that needs no escaping.
    package var isPlain: Bool { x12_is_plain(bytes + start, end &- start, 0x22, 0x22) }

    /// The same, and none is a separator inside elements.
    package func isSimple(_ delimiters: Delimiters) -> Bool {
        x12_is_plain(
            bytes + start, end &- start, delimiters.component ?? delimiters.terminator,
            delimiters.repetition ?? delimiters.terminator)
    }

    /// Where separators inside elements are among 64 bytes from `offset` on, one bit for each: also
    /// those beyond the segment.
    package func innerSeparators(from offset: Int, _ component: UInt8, _ repetition: UInt8)
        -> UInt64
    {
        x12_mask_equal(bytes + offset, component) | x12_mask_equal(bytes + offset, repetition)
    }

    /// Offsets of an element in the block; empty at the segment's end where it was not sent.
    @inlinable @inline(__always)
    public func range(_ element: Int) -> Range<Int> {
        guard element <= elementCount else { return end..<end }
        return elementStart(element)..<elementEnd(element)
    }

    /// The bytes of an element; empty where it was not sent.
    @inlinable @inline(__always)
    public func element(_ element: Int) -> UnsafeBufferPointer<UInt8> {
        slice(range(element))
    }

    /// Bytes of the block.
    @inlinable @inline(__always)
    public func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: bytes + range.lowerBound, count: range.upperBound &- range.lowerBound)
    }
}

// Segments that a lost terminator made one.
extension SegmentView {
    /// What stands inside it from the end of an element on, as a segment of its own.
    ///
    /// - Parameters:
    ///   - start: of its id, which ends where the element does.
    ///   - element: from 1.
    package func inner(from start: Int, id: SegmentID, atEndOf element: Int) -> SegmentView {
        let skipped = min(element, elementCount)
        return SegmentView(
            bytes: bytes, blockEnds: ends,
            entry: SegmentEntry(
                start: UInt32(truncatingIfNeeded: start),
                firstEnd: UInt32(truncatingIfNeeded: skipped),
                endCount: entry.endCount &- UInt32(truncatingIfNeeded: skipped), id: id))
    }

    /// Calls `body` with the segment up to an element, which ends at `end`.
    package func withBeginning<Result>(
        elements: Int, end: Int, _ body: (SegmentView) -> Result
    ) -> Result {
        let count = min(elements, elementCount) + 1
        var cut = Array(UnsafeBufferPointer(start: ends, count: count))
        cut[count - 1] = UInt32(truncatingIfNeeded: end)
        return cut.withUnsafeBufferPointer { buffer in
            body(
                SegmentView(
                    bytes: bytes, blockEnds: buffer.baseAddress ?? ends,
                    entry: SegmentEntry(
                        start: entry.start, firstEnd: 0,
                        endCount: UInt32(truncatingIfNeeded: count), id: entry.id)))
        }
    }
}
