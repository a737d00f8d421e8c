import X12Grammar
import X12Syntax

/// A guide as tables for matching: what may come where, and what each element must be.
public struct CompiledGuide: Sendable {
    public let guide: Guide
    /// One for each of the guide's segments, by the same index.
    let segments: [CompiledSegment]
    /// One for each of the guide's loops, by the same index.
    let loops: [CompiledLoop]
    let elements: [CompiledElement]
    let notes: [CompiledNote]
    let codeSets: [CodeSet]
    /// Segment ids of the guide as small numbers.
    let ids: SegmentNumbers
    /// Where the candidates of a loop for a segment id stand: index loop × ids + id.
    let candidateRanges: [Range<Int32>]
    let candidates: [Candidate]
    /// The loop of which one occurrence is one record.
    package let recordLoop: Int?

    /// A loop or segment that may come in a loop.
    struct Candidate: Sendable {
        /// Index in `segments` of the segment, or of the one that opens the loop.
        let segment: Int32
        /// Index in `loops`, or -1 for a plain segment.
        let loop: Int32
        /// Order in the loop around it; equal slots come in any order.
        let slot: Int32
        /// Whether the loop has another candidate with the same segment id.
        let isContested: Bool
    }

    public init(_ guide: Guide) {
        self.guide = guide
        var builder = GuideCompiler(guide)
        builder.compile()
        segments = builder.segments
        loops = builder.loops
        elements = builder.elements
        notes = builder.notes
        codeSets = builder.codeSets
        ids = builder.ids
        candidateRanges = builder.candidateRanges
        candidates = builder.candidates
        recordLoop = guide.loops.firstIndex { $0.isRecord }
    }

    /// The segment that begins a record.
    package var recordOpener: SegmentID {
        guard let recordLoop, let first = loops[recordLoop].opener else { return .none }
        return segments[first].id
    }

    /// Index of a segment by loop id and segment id; the first of several.
    package func segmentIndex(_ loop: String, _ id: String) -> Int? {
        guide.segments.firstIndex { $0.id == id && guide.loops[$0.loop].id == loop }
    }

    /// Index of a loop by its id.
    package func loopIndex(_ id: String) -> Int? {
        guide.loops.firstIndex { $0.id == id }
    }
}

struct CompiledSegment: Sendable {
    let id: SegmentID
    let loop: Int
    let usage: Usage
    /// `Int.max` for any number.
    let maximum: Int
    /// In `CompiledGuide.elements`, from element 1.
    let elements: Range<Int>
    let notes: Range<Int>
    /// The element, and where it is a composite the component, whose code tells the segment apart.
    var qualifier: Qualifier?

    struct Qualifier: Sendable {
        let element: Int
        /// 0 for a simple element.
        let component: Int
        let codeSet: Int
    }
}

struct CompiledLoop: Sendable {
    let parent: Int
    let usage: Usage
    let maximum: Int
    let depth: Int
    /// Order in the loop around it.
    let slot: Int
    /// Index of the segment that opens it; `nil` for the transaction set.
    let opener: Int?
    let childSegments: [Int]
    let childLoops: [Int]
    /// Slots of the child segments, beside `childSegments`.
    let requiredSegments: [Int]
    let requiredLoops: [Int]
}

/// Segment ids as small numbers, by a hash table.
struct SegmentNumbers: Sendable {
    private var keys: [UInt32]
    private var numbers: [Int32]
    private(set) var count = 0
    private let mask: Int

    init(_ ids: [SegmentID]) {
        var capacity = 16
        while capacity < ids.count * 4 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        numbers = Array(repeating: -1, count: capacity)
        mask = capacity - 1
        for id in ids where number(id) == nil && id != .none {
            var slot = SegmentNumbers.slot(id.rawValue, mask)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = id.rawValue
            numbers[slot] = Int32(count)
            count += 1
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> 16) & mask
    }

    @inline(__always)
    func number(_ id: SegmentID) -> Int? {
        var slot = SegmentNumbers.slot(id.rawValue, mask)
        while keys[slot] != 0 {
            if keys[slot] == id.rawValue { return Int(numbers[slot]) }
            slot = (slot &+ 1) & mask
        }
        return nil
    }
}
