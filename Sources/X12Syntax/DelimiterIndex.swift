import CX12Scan

/// Offsets of every element separator and terminator of a block, found window by window.
///
/// Windows keep a change of delimiters cheap: what lies beyond a window is not scanned twice.
struct DelimiterIndex: Sendable {
    /// Offsets in the block, ascending; the first `endCount` are valid.
    private(set) var ends: [UInt32] = []
    private(set) var endCount = 0
    /// For each terminator the number of ends up to and with it; the first `markCount` are valid.
    private(set) var marks: [UInt32] = []
    private(set) var markCount = 0
    /// Bytes before this offset are indexed.
    private(set) var position = 0

    static let window = 32 * 1024

    /// Forgets everything; the next window begins at `start`.
    mutating func restart(at start: Int) {
        endCount = 0
        markCount = 0
        position = start
    }

    /// Begins again at `start`, keeping the ends that entries made before refer to.
    mutating func resume(at start: Int, keepingEnds kept: Int, keepingMarks marks: Int) {
        endCount = kept
        markCount = marks
        position = start
    }

    /// Indexes the next window; `false` when everything up to `limit` is indexed.
    ///
    /// `bytes` has 64 readable bytes beyond `limit`.
    mutating func extend(
        _ bytes: UnsafePointer<UInt8>, limit: Int, delimiters: Delimiters
    ) -> Bool {
        guard position < limit else { return false }
        let stop = min(position + DelimiterIndex.window, limit)
        let needed = stop - position + 64
        if ends.count < endCount + needed {
            ends.append(contentsOf: repeatElement(0, count: max(needed, ends.count)))
        }
        if marks.count < markCount + needed {
            marks.append(contentsOf: repeatElement(0, count: max(needed, marks.count)))
        }
        let span = position..<stop
        var counts = (ends: endCount, marks: markCount)
        ends.withUnsafeMutableBufferPointer { ends in
            marks.withUnsafeMutableBufferPointer { marks in
                guard let ends = ends.baseAddress, let marks = marks.baseAddress else { return }
                DelimiterIndex.scan(bytes, span, delimiters, ends, marks, &counts)
            }
        }
        (endCount, markCount) = counts
        position = stop
        return true
    }

    /// Appends the ends and marks of `span`; there is room for all its bytes.
    @inline(__always)
    private static func scan(
        _ bytes: UnsafePointer<UInt8>, _ span: Range<Int>, _ delimiters: Delimiters,
        _ ends: UnsafeMutablePointer<UInt32>, _ marks: UnsafeMutablePointer<UInt32>,
        _ counts: inout (ends: Int, marks: Int)
    ) {
        var offset = span.lowerBound
        var (endCount, markCount) = counts
        while offset < span.upperBound {
            var terminators = x12_mask_equal(bytes + offset, delimiters.terminator)
            var all = x12_mask_equal(bytes + offset, delimiters.element) | terminators
            if span.upperBound - offset < 64 {
                let count = UInt64(truncatingIfNeeded: span.upperBound - offset)
                all &= (1 as UInt64) &<< count &- 1
                terminators &= all
            }
            let base = UInt32(truncatingIfNeeded: offset)
            while all != 0 {
                let bit = UInt64(truncatingIfNeeded: all.trailingZeroBitCount)
                ends[endCount] = base &+ UInt32(truncatingIfNeeded: bit)
                endCount &+= 1
                marks[markCount] = UInt32(truncatingIfNeeded: endCount)
                markCount &+= Int(truncatingIfNeeded: terminators &>> bit & 1)
                all &= all &- 1
            }
            offset &+= 64
        }
        counts = (endCount, markCount)
    }

    /// Adds an end at `offset`, for a last segment without a terminator.
    mutating func close(at offset: Int) {
        if ends.count == endCount { ends.append(0) }
        if marks.count == markCount { marks.append(0) }
        ends[endCount] = UInt32(truncatingIfNeeded: offset)
        endCount += 1
        marks[markCount] = UInt32(truncatingIfNeeded: endCount)
        markCount += 1
    }
}

extension DelimiterIndex {
    /// Calls `body` with ends, marks and the number of marks.
    @inline(__always)
    func withPointers(
        _ body: (UnsafePointer<UInt32>, UnsafePointer<UInt32>, Int) -> Void
    ) {
        ends.withUnsafeBufferPointer { ends in
            marks.withUnsafeBufferPointer { marks in
                guard let ends = ends.baseAddress, let marks = marks.baseAddress else { return }
                body(ends, marks, markCount)
            }
        }
    }

    /// The offset of an end.
    @inline(__always)
    func end(_ index: Int) -> UInt32 { ends[index] }

    /// The number of ends up to and with a terminator.
    @inline(__always)
    func mark(_ index: Int) -> UInt32 { marks[index] }
}
