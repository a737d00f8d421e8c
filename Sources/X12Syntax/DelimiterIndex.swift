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
        var counts = (ends: endCount, marks: markCount)
        let start = position
        ends.withUnsafeMutableBufferPointer { ends in
            marks.withUnsafeMutableBufferPointer { marks in
                x12_index(
                    bytes, start, stop, delimiters.element, delimiters.terminator,
                    ends.baseAddress, marks.baseAddress, &counts.ends, &counts.marks)
            }
        }
        (endCount, markCount) = counts
        position = stop
        return true
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

    /// Calls `body` with the ends.
    func withEnds<Result>(_ body: (UnsafePointer<UInt32>) -> Result) -> Result? {
        ends.withUnsafeBufferPointer { $0.baseAddress.map(body) }
    }

    /// The offset of an end.
    @inline(__always)
    func end(_ index: Int) -> UInt32 { ends[index] }

    /// The number of ends up to and with a terminator.
    @inline(__always)
    func mark(_ index: Int) -> UInt32 { marks[index] }
}
