import Diagnostics
import X12Grammar
import X12Syntax

/// Gives each segment of a transaction set or record its place in a guide.
///
/// After an error it goes on: a segment that has no place is one finding and no more.
package struct Matcher: Sendable {
    struct Frame: Sendable {
        let loop: Int
        /// The slot of the last child that came.
        var slot: Int
    }

    package let guide: CompiledGuide
    /// The segments so far, in the order of the input.
    package private(set) var matched: [MatchedSegment] = []
    var stack: [Frame] = []
    /// How often each segment came in the present occurrence of its loop, by index.
    var segmentCounts: [Int]
    /// How often each loop came in the present occurrence of the loop around it, by index.
    var loopCounts: [Int]
    /// Ids of segments that found no place; a loop that one of them may have opened is not missing.
    var unplaced: [SegmentID] = []
    /// Set after a segment without a place: what follows and fits nowhere belongs to it.
    var isLost = false
    /// Offset in the block after the last segment, where something missing would have stood.
    var position = 0

    package init(_ guide: CompiledGuide) {
        self.guide = guide
        segmentCounts = Array(repeating: 0, count: guide.segments.count)
        loopCounts = Array(repeating: 0, count: guide.loops.count)
    }

    /// Begins a transaction set at its first segment.
    package mutating func startTransaction() {
        start()
        enter(0, slot: 0)
    }

    /// Begins at a record: whatever comes before it in the guide is over.
    package mutating func startRecord() {
        start()
        enter(0, slot: guide.recordLoop.map { guide.loops[$0].slot } ?? 0)
    }

    private mutating func start() {
        matched.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        unplaced.removeAll(keepingCapacity: true)
        isLost = false
    }

    /// Opens an occurrence of a loop.
    mutating func enter(_ loop: Int, slot: Int) {
        for child in guide.loops[loop].childSegments { segmentCounts[child] = 0 }
        for child in guide.loops[loop].childLoops { loopCounts[child] = 0 }
        stack.append(Frame(loop: loop, slot: slot))
    }

    /// Finds the place of the next segment and checks its elements.
    package mutating func match(
        _ view: SegmentView, _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        let number = guide.ids.number(view.entry.id)
        if let number, let (depth, candidate) = inOrder(number, view) {
            isLost = false
            close(to: depth + 1, at: view.start, &collector)
            stack[depth].slot = Int(candidate.slot)
            place(candidate, view, delimiters, &collector)
        } else {
            recover(number, view, delimiters, &collector)
        }
        position = view.end + 1
    }

    /// The innermost loop in which the segment may come now, and as what.
    @inline(__always)
    private func inOrder(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: CompiledGuide.Candidate)? {
        var depth = stack.count - 1
        while depth >= 0 {
            let frame = stack[depth]
            for index in guide.candidateRanges[frame.loop &* guide.ids.count &+ number] {
                let candidate = guide.candidates[Int(index)]
                guard Int(candidate.slot) >= frame.slot else { continue }
                if !candidate.isContested || accepts(candidate, view) { return (depth, candidate) }
            }
            depth &-= 1
        }
        return nil
    }

    /// Whether the code that tells segments apart is one of this candidate's.
    func accepts(_ candidate: CompiledGuide.Candidate, _ view: SegmentView) -> Bool {
        guard let qualifier = guide.segments[Int(candidate.segment)].qualifier else { return true }
        var bytes = view.element(qualifier.element)
        if qualifier.component > 0 {
            let end = bytes.firstIndex { !$0.isAlphanumeric } ?? bytes.count
            bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
        }
        return guide.codeSets[qualifier.codeSet].contains(CodeSet.key(bytes))
    }

    /// Counts a segment at its place, opens its loop, and checks its elements.
    mutating func place(
        _ candidate: CompiledGuide.Candidate, _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        let segment = Int(candidate.segment)
        let loop = Int(candidate.loop)
        if loop >= 0 {
            loopCounts[loop] += 1
            if loopCounts[loop] > guide.loops[loop].maximum {
                reportRepeat(.loopRepeat, loop: loop, view, &collector)
            }
            enter(loop, slot: guide.loops[loop].slot)
        }
        segmentCounts[segment] += 1
        let compiled = guide.segments[segment]
        if loop < 0, segmentCounts[segment] > compiled.maximum {
            reportRepeat(.segmentRepeat, segment: segment, view, &collector)
        }
        var match = MatchedSegment(
            entry: view.entry, segment: candidate.segment, loop: Int32(compiled.loop),
            opens: loop >= 0)
        var check = ElementCheck(
            guide: guide, segment: segment, view: view, delimiters: delimiters)
        check.run(&collector)
        match.hasStrayElements = check.hasStray
        matched.append(match)
    }

    /// Keeps a segment that has no place.
    mutating func keepUnplaced(_ view: SegmentView) {
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
        let limit = guide.recordLoop.map { guide.loops[$0].slot } ?? Int.max
        checkRequired(0, before: limit, at: offset, &collector)
    }

    private mutating func checkRequired(
        _ loop: Int, before limit: Int = Int.max, at offset: Int,
        _ collector: inout FindingCollector
    ) {
        for segment in guide.loops[loop].requiredSegments where segmentCounts[segment] == 0 {
            let definition = guide.guide.segments[segment]
            guard definition.table * 100_000 + definition.position < limit else { continue }
            reportMissing(.segmentMissing, segment: segment, at: offset, &collector)
        }
        for inner in guide.loops[loop].requiredLoops where loopCounts[inner] == 0 {
            guard guide.loops[inner].slot < limit, let opener = guide.loops[inner].opener else {
                continue
            }
            reportMissing(.loopMissing, segment: opener, at: offset, &collector)
        }
    }
}
