/// What a matcher remembers, at fixed places: reading and writing it costs no more than that.
///
/// One matcher at a time has it, and the ways that it knows are those of the guide, whoever asked.
final class MatcherMemory: @unchecked Sendable {
    /// How often each child of an open loop came; `CompiledLoop.counters` says which are whose.
    let counts: UnsafeMutablePointer<Int32>
    /// For each state and segment id the first of its steps in `steps`: 0 until it is asked for,
    /// -1 where the guide has none.
    let firstSteps: UnsafeMutablePointer<Int32>
    /// For each of the guide's segments which elements it had the last two times nothing was to be
    /// said of them; 0 for none.
    let present: UnsafeMutablePointer<UInt64>
    private(set) var steps: UnsafeMutablePointer<MatchStep>
    /// Steps that codes chose lately, by the hash of code and first step.
    let choices: UnsafeMutablePointer<LastChoice>
    let known = KnownSegments()
    /// Between elements of those that are known.
    private var separator: UInt8 = 0
    private var stepCount = 1
    private var stepCapacity = 256
    private(set) var matched: UnsafeMutablePointer<MatchedSegment>
    /// Of each segment of the record how plain it is, as `BlockView.markPlain` says.
    private(set) var plain: UnsafeMutablePointer<UInt8>
    private(set) var matchedCapacity = 256

    init(counts counterCount: Int, states: Int, segments: Int, ids: Int) {
        counts = .allocate(capacity: max(counterCount, 1))
        counts.initialize(repeating: 0, count: max(counterCount, 1))
        firstSteps = .allocate(capacity: max(states * ids, 1))
        firstSteps.initialize(repeating: 0, count: max(states * ids, 1))
        present = .allocate(capacity: segments * 2)
        present.initialize(repeating: 0, count: segments * 2)
        steps = MatcherMemory.allocateSteps(stepCapacity)
        choices = .allocate(capacity: LastChoice.capacity)
        choices.initialize(repeating: LastChoice(), count: LastChoice.capacity)
        matched = .allocate(capacity: matchedCapacity)
        plain = .allocate(capacity: matchedCapacity)
    }

    deinit {
        counts.deallocate()
        firstSteps.deallocate()
        present.deallocate()
        steps.deallocate()
        choices.deallocate()
        known.deallocate()
        matched.deallocate()
        plain.deallocate()
    }

    /// Each where what the processor fetches at once begins.
    private static func allocateSteps(_ capacity: Int) -> UnsafeMutablePointer<MatchStep> {
        UnsafeMutableRawPointer.allocate(
            byteCount: capacity * MemoryLayout<MatchStep>.stride, alignment: 64
        ).bindMemory(to: MatchStep.self, capacity: capacity)
    }

    /// Keeps steps, in the order in which they are tried; the index of the first, -1 for none.
    func add(_ added: [MatchStep]) -> Int32 {
        guard !added.isEmpty else { return -1 }
        if stepCount + added.count > stepCapacity {
            let capacity = max(stepCapacity * 2, stepCount + added.count)
            let grown = MatcherMemory.allocateSteps(capacity)
            grown.update(from: steps, count: stepCount)
            steps.deallocate()
            steps = grown
            stepCapacity = capacity
        }
        let first = stepCount
        for step in added {
            (steps + stepCount).initialize(to: step)
            stepCount += 1
        }
        return Int32(truncatingIfNeeded: first)
    }

    /// Prepares for segments whose elements are parted by a separator.
    @inline(__always)
    func prepare(for separator: UInt8) {
        guard separator != self.separator else { return }
        self.separator = separator
        known.clear()
    }

    /// Makes room for the segments of a record; what was there is forgotten.
    func reserve(_ segments: Int) {
        guard segments > matchedCapacity else { return }
        matched.deallocate()
        plain.deallocate()
        matchedCapacity = max(segments, matchedCapacity * 2)
        matched = .allocate(capacity: matchedCapacity)
        plain = .allocate(capacity: matchedCapacity)
    }
}

/// The step that a code chose: after one segment of the guide few codes come, again and again.
struct LastChoice: Sendable {
    /// 0 where there is none.
    var code: UInt64 = 0
    /// Where the steps begin that there were to choose from, in bytes behind the first of all.
    var first: UInt32 = 0
    /// Index of the one chosen.
    var step: UInt32 = 0

    static var capacity: Int { 256 }

    @inline(__always)
    static func slot(_ code: UInt64, _ first: UInt32) -> Int {
        let mixed = (code ^ UInt64(first) &<< 32) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 56)
    }
}

/// One way to go on from a segment of the guide with a segment of some id; no more than 64 bytes,
/// which come together.
struct MatchStep: Sendable {
    let segment: Int32
    /// The loop that the segment stands in.
    let place: Int32
    /// Where the ways on from it begin among the first steps.
    let row: Int32
    /// Its counter, or that of the loop that it opens, and how far that may count.
    let counter: Int32
    let maximum: Int32
    /// Where the codes that tell it apart begin in `GuideTables.codeKeys`, and how to find one.
    let codeStart: UInt32
    let codeMask: UInt32
    /// Where its elements begin in `GuideTables.quickElements`, and their lengths.
    let firstElement: Int32
    let firstLength: Int32
    /// The counters of the children of the loop that it opens.
    let clearStart: Int32
    let clearCount: UInt16
    /// The element whose code tells it apart, from 1; 0 where no code does.
    let element: UInt16
    /// How many open loops it ends, if one of them requires something; else 0.
    let endCount: UInt16
    /// How many elements it may have, as far as they are looked at together.
    let elementCount: UInt8
    let choice: Choice
    /// Which elements are more than text of some length and not known by now; bit n is element n + 1.
    let special: UInt64
    /// Whether it opens its loop.
    let opens: Bool
    /// Whether a condition of the guide asks for its codes.
    let isTrigger: Bool
    /// Whether there is no other step to try.
    let isLast: Bool

    enum Choice: UInt8, Sendable {
        /// It is the only one, or no code tells it apart.
        case only
        /// The element has one of the codes.
        case element
        /// The first component of the element has one of the codes.
        case component
    }
}
