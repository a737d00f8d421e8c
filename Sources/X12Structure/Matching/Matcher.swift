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
@usableFromInline
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
    var matchedCount = 0
    /// Whether some of them have no place, or elements without one.
    @usableFromInline package var hasStrays = false
    /// Whether a condition of the guide asks for the codes of one of them.
    var hasTriggers = false
    /// The open loops; only true where `state` is -1.
    var stack: [Frame] = []
    /// The last segment's index in the guide, or one of the two beginnings; -1 where what came
    /// before does not follow from it.
    var state = -1
    let memory: MatcherMemory
    private let lease: MatcherLease
    /// How often each child of an open loop came, by its counter.
    let counts: UnsafeMutablePointer<Int32>
    /// Ids of segments that found no place; a loop that one of them may have opened is not missing.
    var unplaced: [SegmentID] = []
    /// Set after a segment without a place: what follows and fits nowhere belongs to it.
    var isLost = false
    /// Index in `matched` of the first unknown segment behind which a record may have begun; -1 for none.
    var unknownIndex = -1
    /// Set where something begins that is not the unit's, as its opener is missing or has no
    /// terminator before it: what follows and is not the header's has no place.
    var isAside = false
    /// The loop around the unit, and its depth; what lies outside is none of the unit's business.
    var unitParent = 0
    var unitDepth = 0
    /// The unit's own loop; -1 for the header.
    var unitLoop = -1

    package init(_ guide: CompiledGuide) {
        self.guide = guide
        tablePointer = guide.owner.tables
        let tables = tablePointer.pointee
        let shelf = guide.owner.shelf
        memory =
            shelf.take()
            ?? MatcherMemory(
                counts: tables.counterCount,
                states: tables.segments.count + 1 + guide.owner.unitLoops.count,
                segments: tables.segments.count, ids: tables.ids.count)
        lease = MatcherLease(memory, of: shelf)
        counts = memory.counts
    }

    /// The segments so far, in the order of the input; valid until the next record begins.
    @usableFromInline package var matched: UnsafeBufferPointer<MatchedSegment> {
        UnsafeBufferPointer(start: memory.matched, count: matchedCount)
    }

    /// Begins a transaction set of at most so many segments before its first record.
    package mutating func startTransaction(segments: Int) {
        start(segments)
        state = tables.segments.count
        unitParent = 0
        unitDepth = 0
        unitLoop = -1
        clearCounts(of: 0)
    }

    /// Begins at a record of so many segments: whatever comes before it in the guide is over.
    package mutating func startRecord(segments: Int) {
        startUnit(0, segments: segments)
    }

    /// Begins at a level or record of so many segments.
    ///
    /// - Parameter loop: its index in the guide, one of those that are levels or records.
    package mutating func start(loop: Int, segments: Int) {
        startUnit(guide.owner.unitLoops.firstIndex(of: loop) ?? 0, segments: segments)
    }

    @inline(__always)
    private mutating func startUnit(_ unit: Int, segments: Int) {
        start(segments)
        guard unit < guide.owner.unitLoops.count else {
            state = tables.segments.count
            return
        }
        state = tables.segments.count + 1 + unit
        unitLoop = guide.owner.unitLoops[unit]
        unitParent = tables.loops[unitLoop].parent
        unitDepth = 0
        clearCounts(of: 0)
        var around = unitParent
        while around > 0 {
            clearCounts(of: around)
            unitDepth += 1
            around = tables.loops[around].parent
        }
    }

    private mutating func start(_ segments: Int) {
        memory.reserve(segments)
        matchedCount = 0
        if !unplaced.isEmpty { unplaced.removeAll(keepingCapacity: true) }
        isLost = false
        unknownIndex = -1
        isAside = false
        hasStrays = false
        hasTriggers = false
    }

    private func clearCounts(of loop: Int) {
        let counters = tables.loops[loop].counters
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

    /// Finds the places of segments and checks their elements, one after the other.
    package mutating func match(
        _ segments: UnsafeBufferPointer<SegmentEntry>, in block: BlockView,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        guard matchedCount + segments.count <= memory.matchedCapacity else { return }
        let plain = memory.plain
        block.markPlain(segments, delimiters, into: plain)
        var index = 0
        while index < segments.count {
            let rest = UnsafeBufferPointer(rebasing: segments[index...])
            index += matchQuickly(rest, block, plain + index, delimiters, &collector)
            guard index < segments.count else { break }
            matchSlowly(block.view(segments[index]), delimiters, &collector)
            index += 1
        }
    }

    /// Checks the elements of a segment that has separators inside them, or of which there may be
    /// something to say.
    ///
    /// - Returns: whether another segment stands inside it; then it has no place as a whole.
    @inline(never)
    mutating func check(
        _ match: inout MatchedSegment, _ view: SegmentView, _ plain: UInt8,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) -> Bool {
        let segment = Int(match.segment)
        if isClean(segment, view, plain, delimiters) { return false }
        if hiddenSegment(in: view, segment, delimiters, collector) != nil {
            match = MatchedSegment(entry: match.entry, segment: -1, loop: match.loop, opens: false)
            return true
        }
        var review = ElementReview(
            guide: guide, segment: segment, view: view, delimiters: delimiters)
        review.run(&collector)
        match.hasStrayElements = review.hasStray
        match.hasForeignValues = review.hasForeignValue
        if review.hasStray || review.hasForeignValue { hasStrays = true }
        return false
    }

    /// Whether a quick look finds nothing to say of a segment.
    private func isClean(
        _ segment: Int, _ view: SegmentView, _ plain: UInt8, _ delimiters: Delimiters
    ) -> Bool {
        switch plain {
        case 1 | 4: QuickCheck.isTightWithParts(tablePointer, segment, view, delimiters)
        case 1: QuickCheck.isCleanWithParts(tablePointer, segment, view, delimiters)
        case 2, 2 | 4: QuickCheck.isClean(tablePointer, segment, view, delimiters.element)
        default: false
        }
    }

    /// Whether the code that tells segments apart is one of this candidate's.
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

    // MARK: Slowly

    /// A segment that may not come now, or of which the state does not say it.
    @inline(never)
    private mutating func matchSlowly(
        _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        let number = tables.ids.number(view.entry.id)
        if state >= 0, number >= 0 { learn(number) }
        if state >= 0 { stack = openLoops(after: state) }
        state = -1
        if isAside, unitLoop >= 0 { return keepUnplaced(view) }
        if number >= 0, let (depth, candidate) = inOrder(number, view),
            !lacksOpener(candidate, depth, view)
        {
            isLost = false
            close(to: depth + 1, at: view.start, &collector)
            stack[depth].slot = candidate.slot
            place(candidate, view, delimiters, &collector)
        } else {
            recover(number, view, delimiters, &collector)
        }
        guard !isLost, let last = matched.last, last.isPlaced else { return }
        if stack == openLoops(after: Int(last.segment)) { state = Int(last.segment) }
    }

    /// Works out the ways on from the state, once.
    private func learn(_ number: Int) {
        let place = memory.firstSteps + (state &* tables.ids.count &+ number)
        if place.pointee == 0 { place.pointee = memory.add(steps(number)) }
    }

    // MARK: What recovery does

    /// Counts a segment at its place, opens its loop, checks its elements, and keeps it.
    ///
    /// - Parameter begins: whether an occurrence of its loop begins with it, whose opener is missing.
    mutating func place(
        _ candidate: GuideTables.Candidate, _ view: SegmentView, _ delimiters: Delimiters,
        begins: Bool = false, _ collector: inout FindingCollector
    ) {
        let segment = candidate.segment
        let isSurplus = count(candidate, view, &collector)
        if isSurplus { hasStrays = true }
        var match = MatchedSegment(
            entry: view.entry, segment: Int32(truncatingIfNeeded: segment),
            loop: Int32(truncatingIfNeeded: tables.segments[segment].loop),
            opens: begins || candidate.loop >= 0, isPlain: view.isPlain, isSurplus: isSurplus)
        let hidesAnother = check(&match, view, 0, delimiters, &collector)
        if tables.quickSegments[segment].isTrigger { hasTriggers = true }
        keep(match)
        if hidesAnother { goOn(view, segment, delimiters, &collector) }
    }

    /// Counts a segment at its place and opens its loop; whether there is no room for it.
    mutating func count(
        _ candidate: GuideTables.Candidate, _ view: SegmentView,
        _ collector: inout FindingCollector
    ) -> Bool {
        let segment = candidate.segment
        let compiled = tables.segments[segment]
        var isSurplus = false
        if candidate.loop >= 0 {
            let loop = tables.loops[candidate.loop]
            counts[loop.counter] &+= 1
            if Int(counts[loop.counter]) > loop.maximum {
                isSurplus = loop.maximum == 1
                reportRepeat(.loopRepeat, loop: candidate.loop, view, &collector)
            }
            enter(candidate.loop, slot: candidate.slot)
        } else {
            counts[compiled.counter] &+= 1
            if Int(counts[compiled.counter]) > compiled.maximum {
                isSurplus = true
                reportRepeat(.segmentRepeat, segment: segment, view, &collector)
            }
        }
        return isSurplus
    }

    /// Takes their places from the segments from an index on.
    mutating func unplace(from index: Int) {
        for index in index..<matchedCount {
            let entry = memory.matched[index].entry
            memory.matched[index] = MatchedSegment(
                entry: entry, segment: -1, loop: Int32(stack.last?.loop ?? 0), opens: false)
        }
    }

    /// Keeps a segment that has no place.
    mutating func keepUnplaced(_ view: SegmentView) {
        hasStrays = true
        keep(
            MatchedSegment(
                entry: view.entry, segment: -1, loop: Int32(stack.last?.loop ?? 0), opens: false))
    }

    private mutating func keep(_ segment: MatchedSegment) {
        guard matchedCount < memory.matchedCapacity else { return }
        (memory.matched + matchedCount).initialize(to: segment)
        matchedCount += 1
    }
}
