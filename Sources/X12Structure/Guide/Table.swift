import X12Grammar

/// A table that is made once and read without bounds checks or reference counting.
///
/// Owned by a `TableOwner`; indices come from the compiler of the guide, never from the input.
struct Table<Element>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(count, 1))
        base.initialize(from: elements, count: count)
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        _read { yield base[index] }
    }

    /// The elements of a range that the compiler of the guide made.
    @inline(__always)
    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    var all: UnsafeBufferPointer<Element> { slice(0..<count) }

    func deallocate() {
        base.deinitialize(count: count)
        base.deallocate()
    }
}

/// Keeps the tables of a guide in memory; the one reference that is counted.
final class TableOwner: @unchecked Sendable {
    let guide: Guide
    /// The loops of which one occurrence is matched by itself: levels and records.
    let unitLoops: [Int]
    let tables: UnsafePointer<GuideTables>
    /// For the matchers of the guide, one after another.
    let shelf = MatcherShelf()

    init(_ guide: Guide, _ tables: GuideTables) {
        self.guide = guide
        unitLoops = guide.loops.indices.filter {
            guide.loops[$0].isRecord || guide.loops[$0].isLevel
        }
        let place = UnsafeMutablePointer<GuideTables>.allocate(capacity: 1)
        place.initialize(to: tables)
        self.tables = UnsafePointer(place)
    }

    deinit {
        tables.pointee.deallocate()
        tables.deallocate()
    }
}

/// The tables of a compiled guide: numbers only.
struct GuideTables: Sendable {
    /// One for each of the guide's segments, by the same index.
    let segments: Table<CompiledSegment>
    /// One for each of the guide's loops, by the same index.
    let loops: Table<CompiledLoop>
    /// Indices of child segments and loops, where loops say.
    let children: Table<Int>
    let elements: Table<CompiledElement>
    /// The same segments and elements as the quick check needs them.
    let quickSegments: Table<QuickSegment>
    let quickElements: Table<QuickElement>
    let quickParts: Table<QuickParts>
    /// For eight elements each, the least lengths and then the greatest, as `x12_lengths` wants them.
    let lengths: Table<Int16>
    let notes: Table<CompiledNote>
    let codeSets: Table<CodeSet>
    /// Keys of all code sets.
    let codeKeys: Table<UInt64>
    /// Segment ids of the guide as small numbers.
    let ids: SegmentNumbers
    /// Where the candidates of a loop for a segment id stand: index loop × ids + id.
    let candidateRanges: Table<Range<Int>>
    let candidates: Table<Candidate>
    let conditions: Table<GuideCondition>
    /// Counters of the children of all loops.
    let counterCount: Int

    /// A loop or segment that may come in a loop.
    struct Candidate: Sendable {
        /// Index of the segment, or of the one that opens the loop.
        let segment: Int
        /// Index of the loop, or -1 for a plain segment.
        let loop: Int
        /// Order in the loop around it; equal slots come in any order.
        let slot: Int
        /// Whether the loop has another candidate with the same segment id.
        let isContested: Bool
    }

    @inline(__always)
    func candidates(loop: Int, number: Int) -> UnsafeBufferPointer<Candidate> {
        candidates.slice(candidateRanges[loop &* ids.count &+ number])
    }

    /// Whether a code set has a code.
    @inline(__always)
    func contains(_ codeSet: Int, _ key: UInt64) -> Bool {
        let set = codeSets.base + codeSet
        let keys = codeKeys.base + set.pointee.start
        let mask = set.pointee.mask
        var slot = CodeSet.slot(key, mask)
        while keys[slot] != 0 {
            if keys[slot] == key { return true }
            slot = (slot &+ 1) & mask
        }
        return false
    }

    func deallocate() {
        segments.deallocate()
        loops.deallocate()
        children.deallocate()
        elements.deallocate()
        quickSegments.deallocate()
        quickElements.deallocate()
        quickParts.deallocate()
        lengths.deallocate()
        notes.deallocate()
        codeSets.deallocate()
        codeKeys.deallocate()
        ids.deallocate()
        candidateRanges.deallocate()
        candidates.deallocate()
        conditions.deallocate()
    }
}
