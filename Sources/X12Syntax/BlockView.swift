import CX12Scan
import Diagnostics

/// The bytes and tables of a block while it is not changed.
@frozen @usableFromInline
package struct BlockView {
    @usableFromInline package let bytes: UnsafePointer<UInt8>
    @usableFromInline package let ends: UnsafePointer<UInt32>
    @usableFromInline package let segments: UnsafePointer<SegmentEntry>
    /// Offset in the input of the first byte.
    @usableFromInline package let base: Int
    @usableFromInline package let lines: LineStart
    @usableFromInline package let byteCount: Int

    /// The segments of a unit.
    @inlinable @inline(__always)
    package func segments(of unit: Unit) -> UnsafeBufferPointer<SegmentEntry> {
        UnsafeBufferPointer(start: segments + unit.firstSegment, count: unit.segmentCount)
    }

    @inlinable @inline(__always)
    package func view(_ entry: SegmentEntry) -> SegmentView {
        SegmentView(bytes: bytes, blockEnds: ends, entry: entry)
    }

    /// Says of each segment how plain it is: 2 where all its bytes are printable ASCII that needs no
    /// escaping, 1 where some of these are separators inside elements, else 0; and 4 more where no
    /// element of a plain one begins or ends with a blank.
    package func markPlain(
        _ entries: UnsafeBufferPointer<SegmentEntry>, _ delimiters: Delimiters,
        into plain: UnsafeMutablePointer<UInt8>
    ) {
        guard let first = entries.baseAddress else { return }
        first.withMemoryRebound(to: UInt32.self, capacity: entries.count * 4) { numbers in
            x12_mark_plain(
                bytes, ends, numbers, entries.count,
                x12_separators(
                    element: delimiters.element,
                    a: delimiters.component ?? delimiters.terminator,
                    b: delimiters.repetition ?? delimiters.terminator), plain)
        }
    }

    /// Whether a segment has its terminator, which only the last of an input may lack.
    package func isTerminated(_ entry: SegmentEntry, by delimiters: Delimiters) -> Bool {
        let end = view(entry).end
        return end < byteCount && bytes[end] == delimiters.terminator
    }

    package func collector() -> FindingCollector {
        FindingCollector(bytes, base: base, first: lines)
    }
}

extension Block {
    /// Line and column of an offset in the input that lies in the block, both from 1.
    package func locate(_ offset: Int) -> (line: Int, column: Int) {
        withView { view in
            var counter = LineCounter(view.bytes, base: view.base, first: view.lines)
            return counter.locate(offset)
        } ?? (0, 0)
    }

    /// The segment of the block around an offset in the input, to its terminator.
    package func segment(around offset: Int) -> ByteRange {
        var (low, high) = (0, content.segments.count)
        while low < high {
            let middle = (low + high) / 2
            if self.offset + Int(content.segments[middle].start) <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else { return ByteRange(offset, offset) }
        let entry = content.segments[low - 1]
        return ByteRange(self.offset + Int(entry.start), self.offset + content.end(of: entry))
    }

    /// Calls `body` with the block's bytes and tables; they are valid only inside it.
    package func withView<Result>(_ body: (BlockView) -> Result) -> Result? {
        bytes.withUnsafeBufferPointer { bytes in
            content.ends.withUnsafeBufferPointer { ends in
                content.segments.withPointer { segments in
                    guard let bytes = bytes.baseAddress else { return nil }
                    let noEnds = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
                    let noSegments = UnsafeRawPointer(bytes).assumingMemoryBound(
                        to: SegmentEntry.self)
                    return body(
                        BlockView(
                            bytes: bytes, ends: ends.baseAddress ?? noEnds,
                            segments: segments ?? noSegments, base: offset,
                            lines: lines, byteCount: byteCount))
                }
            }
        }
    }
}
