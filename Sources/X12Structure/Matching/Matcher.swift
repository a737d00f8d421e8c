import Diagnostics
import X12Grammar
import X12Syntax

/// Gives each segment of a transaction set or record its place in a guide.
///
/// After an error it goes on: a segment that has no place is one finding and no more.
///
/// Where the last segment stands says which loops are open, and so which segments may follow: the
/// ways on from there are looked up, and worked out from the open loops only once.
///
/// Works on one record at a time; copies share their memory and must not be used side by side.
package struct Matcher: @unchecked Sendable {
    struct Frame: Sendable, Equatable {
        let loop: Int
        /// The slot of the last child that came.
        var slot: Int
    }

    package let guide: CompiledGuide
    /// Of the guide, which keeps it in memory.
    nonisolated(unsafe) let tablePointer: UnsafePointer<GuideTables>
    var tables: GuideTables {
        @inline(__always) _read { yield tablePointer.pointee }
    }
    private var matchedCount = 0
    /// Whether some of them have no place, or elements without one.
    package private(set) var hasStrays = false
    /// The open loops; only true where `state` is -1.
    var stack: [Frame] = []
    /// The last segment's index in the guide, or one of the two beginnings; -1 where what came
    /// before does not follow from it.
    var state = -1
    private let memory: MatcherMemory
    /// How often each child of an open loop came, by its counter.
    let counts: UnsafeMutablePointer<Int32>
    /// Ids of segments that found no place; a loop that one of them may have opened is not missing.
    var unplaced: [SegmentID] = []
    /// Set after a segment without a place: what follows and fits nowhere belongs to it.
    var isLost = false

    package init(_ guide: CompiledGuide) {
        self.guide = guide
        tablePointer = guide.owner.tables
        let tables = tablePointer.pointee
        memory = MatcherMemory(
            counts: tables.counterCount, states: tables.segments.count + 2,
            ids: tables.ids.count)
        counts = memory.counts
    }

    /// The segments so far, in the order of the input; valid until the next record begins.
    package var matched: UnsafeBufferPointer<MatchedSegment> {
        UnsafeBufferPointer(start: memory.matched, count: matchedCount)
    }

    /// Begins a transaction set of at most so many segments before its first record.
    package mutating func startTransaction(segments: Int) {
        start(segments)
        state = tables.segments.count
        clearCounts(of: 0)
    }

    /// Begins at a record of so many segments: whatever comes before it in the guide is over.
    package mutating func startRecord(segments: Int) {
        start(segments)
        state = tables.segments.count + 1
        clearCounts(of: 0)
    }

    private mutating func start(_ segments: Int) {
        memory.reserve(segments)
        matchedCount = 0
        if !unplaced.isEmpty { unplaced.removeAll(keepingCapacity: true) }
        isLost = false
        hasStrays = false
    }

    @inline(__always)
    private func clearCounts(of loop: Int) {
        let counters = (tablePointer.pointee.loops.base + loop).pointee.counters
        (counts + counters.lowerBound).update(repeating: 0, count: counters.count)
    }

    func count(ofSegment segment: Int) -> Int32 { counts[tables.segments[segment].counter] }

    func count(ofLoop loop: Int) -> Int32 { counts[tables.loops[loop].counter] }

    /// Opens an occurrence of a loop.
    mutating func enter(_ loop: Int, slot: Int) {
        clearCounts(of: loop)
        stack.append(Frame(loop: loop, slot: slot))
    }

    // MARK: Matching

    /// Finds the place of the next segment and checks its elements.
    @inline(__always)
    package mutating func match(
        _ view: SegmentView, _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        let number = tablePointer.pointee.ids.number(view.entry.id)
        guard number >= 0, state >= 0, let step = step(number, view) else {
            return matchSlowly(number, view, delimiters, &collector)
        }
        if step.pointee.endsRequiring { end(step.pointee, at: view.start, &collector) }
        let candidate = step.pointee.candidate
        state = candidate.segment
        let isSurplus = count(candidate, view, &collector)
        if candidate.loop >= 0 { clearCounts(of: candidate.loop) }
        check(candidate, isSurplus, view, delimiters, &collector)
    }

    /// The way on with this segment; `nil` where it may not come now.
    @inline(__always)
    private func step(_ number: Int, _ view: SegmentView) -> UnsafePointer<MatchStep>? {
        let place = memory.firstSteps + (state &* tablePointer.pointee.ids.count &+ number)
        if place.pointee == 0 { place.pointee = memory.add(steps(number)) }
        guard place.pointee > 0 else { return nil }
        var step = UnsafePointer(memory.steps + Int(place.pointee))
        while true {
            if !step.pointee.candidate.isContested || accepts(step.pointee.candidate, view) {
                return step
            }
            if step.pointee.isLast { return nil }
            step += 1
        }
    }

    /// Whether the code that tells segments apart is one of this candidate's.
    @inline(__always)
    func accepts(_ candidate: GuideTables.Candidate, _ view: SegmentView) -> Bool {
        let segment = tablePointer.pointee.segments.base + candidate.segment
        guard segment.pointee.hasQualifier else { return true }
        let element = segment.pointee.qualifierElement
        guard element <= view.elementCount else { return false }
        let base = view.bytes + view.elementStart(element)
        var count = view.elementEnd(element) &- view.elementStart(element)
        if segment.pointee.qualifierComponent > 0 {
            let bytes = UnsafeBufferPointer(start: base, count: count)
            count = bytes.firstIndex { !$0.isAlphanumeric } ?? count
        }
        return tablePointer.pointee.contains(
            segment.pointee.qualifierCodes, CodeSet.key(base, count))
    }

    /// Counts a segment, or the loop that it opens; whether it comes a second time where it may once.
    @inline(__always)
    private func count(
        _ candidate: GuideTables.Candidate, _ view: SegmentView,
        _ collector: inout FindingCollector
    ) -> Bool {
        let counter: Int
        let maximum: Int
        if candidate.loop >= 0 {
            let loop = tablePointer.pointee.loops.base + candidate.loop
            counter = loop.pointee.counter
            maximum = loop.pointee.maximum
        } else {
            let segment = tablePointer.pointee.segments.base + candidate.segment
            counter = segment.pointee.counter
            maximum = segment.pointee.maximum
        }
        let count = counts[counter] &+ 1
        counts[counter] = count
        guard Int(count) > maximum else { return false }
        guard candidate.loop >= 0 else {
            reportRepeat(.segmentRepeat, segment: candidate.segment, view, &collector)
            return true
        }
        reportRepeat(.loopRepeat, loop: candidate.loop, view, &collector)
        return maximum == 1
    }

    /// Checks the elements of a segment at its place, and keeps it.
    @inline(__always)
    private mutating func check(
        _ candidate: GuideTables.Candidate, _ isSurplus: Bool, _ view: SegmentView,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        var check = ElementCheck(
            tables: tablePointer, segment: candidate.segment, view: view, delimiters: delimiters)
        check.run(guide, &collector)
        if check.hasStray || check.hasForeignValue || isSurplus { hasStrays = true }
        let loop = (tablePointer.pointee.segments.base + candidate.segment).pointee.loop
        keep(
            MatchedSegment(
                entry: view.entry, segment: Int32(truncatingIfNeeded: candidate.segment),
                loop: Int32(truncatingIfNeeded: loop), opens: candidate.loop >= 0,
                isPlain: check.isPlain, hasStrayElements: check.hasStray,
                hasForeignValues: check.hasForeignValue, isSurplus: isSurplus))
    }

    @inline(__always)
    private mutating func keep(_ segment: MatchedSegment) {
        guard matchedCount < memory.matchedCapacity else { return }
        (memory.matched + matchedCount).initialize(to: segment)
        matchedCount &+= 1
    }

    // MARK: What recovery does

    /// Opens the loop of a candidate, checks the segment, and keeps it.
    mutating func place(
        _ candidate: GuideTables.Candidate, _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        let isSurplus = count(candidate, view, &collector)
        if candidate.loop >= 0 { enter(candidate.loop, slot: candidate.slot) }
        check(candidate, isSurplus, view, delimiters, &collector)
    }

    /// Keeps a segment that has no place.
    mutating func keepUnplaced(_ view: SegmentView) {
        hasStrays = true
        keep(
            MatchedSegment(
                entry: view.entry, segment: -1, loop: Int32(stack.last?.loop ?? 0), opens: false))
    }
}
