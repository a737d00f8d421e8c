import Diagnostics
import X12Grammar
import X12Syntax

/// Gives each segment of a transaction set or record its place in a guide.
///
/// After an error it goes on: a segment that has no place is one finding and no more.
///
/// Works on one record at a time; copies share their counters and must not be used side by side.
package struct Matcher: @unchecked Sendable {
    struct Frame: Sendable {
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
    /// The segments so far, in the order of the input.
    package private(set) var matched: [MatchedSegment] = []
    /// Whether some of them have no place, or elements without one.
    package private(set) var hasStrays = false
    var stack: [Frame] = []
    private let counts: MatchCounts
    /// How often each segment came in the present occurrence of its loop, by index.
    let segmentCounts: UnsafeMutablePointer<Int32>
    /// How often each loop came in the present occurrence of the loop around it, by index.
    let loopCounts: UnsafeMutablePointer<Int32>
    /// Ids of segments that found no place; a loop that one of them may have opened is not missing.
    var unplaced: [SegmentID] = []
    /// Set after a segment without a place: what follows and fits nowhere belongs to it.
    var isLost = false

    package init(_ guide: CompiledGuide) {
        self.guide = guide
        tablePointer = guide.owner.tables
        counts = MatchCounts(
            segments: guide.guide.segments.count, loops: guide.guide.loops.count)
        segmentCounts = counts.segments
        loopCounts = counts.loops
    }

    /// Begins a transaction set at its first segment.
    package mutating func startTransaction() {
        start()
        enter(0, slot: 0)
    }

    /// Begins at a record: whatever comes before it in the guide is over.
    package mutating func startRecord() {
        start()
        enter(0, slot: guide.recordLoop.map { tables.loops[$0].slot } ?? 0)
    }

    private mutating func start() {
        matched.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        unplaced.removeAll(keepingCapacity: true)
        isLost = false
        hasStrays = false
    }

    /// Opens an occurrence of a loop.
    @inline(__always)
    mutating func enter(_ loop: Int, slot: Int) {
        let compiled = tablePointer.pointee.loops.base + loop
        let children = tablePointer.pointee.children
        for child in children.slice(compiled.pointee.segments) { segmentCounts[child] = 0 }
        for child in children.slice(compiled.pointee.loops) { loopCounts[child] = 0 }
        stack.append(Frame(loop: loop, slot: slot))
    }

    /// Finds the place of the next segment and checks its elements.
    @inline(__always)
    package mutating func match(
        _ view: SegmentView, _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        let number = tablePointer.pointee.ids.number(view.entry.id)
        if number >= 0, let (depth, candidate) = inOrder(number, view) {
            isLost = false
            if stack.count > depth &+ 1 { close(to: depth &+ 1, at: view.start, &collector) }
            stack[depth].slot = candidate.slot
            place(candidate, view, delimiters, &collector)
        } else {
            recover(number, view, delimiters, &collector)
        }
    }

    /// The innermost loop in which the segment may come now, and as what.
    @inline(__always)
    private func inOrder(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: GuideTables.Candidate)? {
        var depth = stack.count &- 1
        while depth >= 0 {
            let frame = stack[depth]
            for candidate in tablePointer.pointee.candidates(loop: frame.loop, number: number) {
                guard candidate.slot >= frame.slot else { continue }
                if !candidate.isContested || accepts(candidate, view) { return (depth, candidate) }
            }
            depth &-= 1
        }
        return nil
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

    /// Counts a segment at its place, opens its loop, and checks its elements.
    @inline(__always)
    mutating func place(
        _ candidate: GuideTables.Candidate, _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        let segment = candidate.segment
        let loop = candidate.loop
        var isSurplus = false
        if loop >= 0 {
            loopCounts[loop] &+= 1
            if Int(loopCounts[loop]) > tablePointer.pointee.loops.base[loop].maximum {
                isSurplus = tablePointer.pointee.loops.base[loop].maximum == 1
                reportRepeat(.loopRepeat, loop: loop, view, &collector)
            }
            enter(loop, slot: candidate.slot)
        }
        segmentCounts[segment] &+= 1
        let compiled = tablePointer.pointee.segments.base + segment
        if loop < 0, Int(segmentCounts[segment]) > compiled.pointee.maximum {
            isSurplus = true
            reportRepeat(.segmentRepeat, segment: segment, view, &collector)
        }
        var check = ElementCheck(
            tables: tablePointer, segment: segment, view: view, delimiters: delimiters)
        check.run(guide, &collector)
        if check.hasStray || check.hasForeignValue || isSurplus { hasStrays = true }
        matched.append(
            MatchedSegment(
                entry: view.entry, segment: Int32(truncatingIfNeeded: segment),
                loop: Int32(truncatingIfNeeded: compiled.pointee.loop), opens: loop >= 0,
                hasStrayElements: check.hasStray, hasForeignValues: check.hasForeignValue,
                isSurplus: isSurplus))
    }

    /// Keeps a segment that has no place.
    mutating func keepUnplaced(_ view: SegmentView) {
        hasStrays = true
        matched.append(
            MatchedSegment(
                entry: view.entry, segment: -1, loop: Int32(stack.last?.loop ?? 0), opens: false))
    }

    // MARK: Closing

    /// Ends the loops from this depth on; `offset` is where the next segment begins.
    mutating func close(to depth: Int, at offset: Int, _ collector: inout FindingCollector) {
        while stack.count > depth {
            guard let frame = stack.popLast() else { return }
            checkRequired(frame.loop, at: offset, &collector)
        }
    }

    /// Ends the record, or what of the transaction set comes before records.
    package mutating func finish(at offset: Int, _ collector: inout FindingCollector) {
        close(to: 1, at: offset, &collector)
    }

    /// Ends the header: everything required before the first record has come.
    package mutating func finishHeader(at offset: Int, _ collector: inout FindingCollector) {
        close(to: 1, at: offset, &collector)
        let limit = guide.recordLoop.map { tables.loops[$0].slot } ?? Int.max
        checkRequired(0, before: limit, at: offset, &collector)
    }

    private mutating func checkRequired(
        _ loop: Int, before limit: Int = Int.max, at offset: Int,
        _ collector: inout FindingCollector
    ) {
        let compiled = tables.loops[loop]
        for segment in tables.children.slice(compiled.requiredSegments)
        where segmentCounts[segment] == 0 && tables.segments[segment].slot < limit {
            reportMissing(.segmentMissing, segment: segment, at: offset, &collector)
        }
        for inner in tables.children.slice(compiled.requiredLoops)
        where loopCounts[inner] == 0 && tables.loops[inner].slot < limit {
            reportMissing(
                .loopMissing, segment: tables.loops[inner].opener, at: offset, &collector)
        }
    }
}
