/// The segments of a block, in the order of the input.
///
/// Emptied and filled again for each block: what lies beyond the count are those of blocks before, to
/// be written over, so that no entry is written twice.
package struct SegmentTable: RandomAccessCollection, Sendable {
    private var entries: [SegmentEntry] = []
    package private(set) var endIndex = 0
    package var startIndex: Int { 0 }

    package subscript(index: Int) -> SegmentEntry { entries[index] }

    mutating func append(_ entry: SegmentEntry) {
        if endIndex < entries.count {
            entries[endIndex] = entry
        } else {
            entries.append(entry)
        }
        endIndex += 1
    }

    mutating func removeAll() { endIndex = 0 }

    /// Keeps so many of them.
    mutating func cut(to count: Int) { endIndex = Swift.min(endIndex, count) }

    /// Calls `body` with room for so many entries more; it returns how many it wrote from the first
    /// free place on.
    mutating func append(
        atMost more: Int, _ body: (_ free: UnsafeMutablePointer<SegmentEntry>) -> Int
    ) {
        let missing = endIndex + more - entries.count
        if missing > 0 {
            entries.append(
                contentsOf: repeatElement(.none, count: Swift.max(missing, entries.count)))
        }
        let first = endIndex
        endIndex += entries.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { body($0 + first) } ?? 0
        }
    }

    func withPointer<Result>(_ body: (UnsafePointer<SegmentEntry>?) -> Result) -> Result {
        entries.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
