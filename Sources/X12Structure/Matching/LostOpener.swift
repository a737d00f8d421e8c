import Diagnostics
import X12Grammar
import X12Syntax

// A loop that may be repeated and always has one segment of a kind behind its opener, as LX and SV1 of
// a service line: where that one comes again, the opener before it was lost.
extension Matcher {
    /// The innermost open loop of which a segment begins another occurrence.
    func withoutOpener(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: GuideTables.Candidate)? {
        for depth in stack.indices.reversed() where depth > unitDepth {
            for candidate in tables.candidates(loop: stack[depth].loop, number: number)
            where lacksOpener(candidate, depth, view) && accepts(candidate, view) {
                return (depth, candidate)
            }
        }
        return nil
    }

    /// Whether a segment in an open loop is the first of another occurrence, and not one too many.
    func lacksOpener(
        _ candidate: GuideTables.Candidate, _ depth: Int, _ view: SegmentView
    ) -> Bool {
        guard candidate.loop < 0, count(ofSegment: candidate.segment) > 0 else { return false }
        let loop = stack[depth].loop
        let maximum = tables.loops[loop].maximum
        guard maximum > 1, Int(count(ofLoop: loop)) < maximum,
            !guide.owner.unitLoops.contains(loop),
            case .segment(let first)? = guide.guide.loops[loop].children.dropFirst().first,
            first == candidate.segment
        else { return false }
        let definition = guide.guide.segments[first]
        return definition.usage == .required && definition.maximum == 1 && !isTwice(view)
    }

    /// Whether the segment before is the same to the byte: then it was written twice.
    private func isTwice(_ view: SegmentView) -> Bool {
        guard let last = matched.last else { return false }
        let start = Int(last.entry.start)
        let count = view.end - view.start
        // The terminator is compared as well.
        guard start + count < view.start else { return false }
        return view.slice(start..<start + count + 1)
            .elementsEqual(view.slice(view.start..<view.end + 1))
    }

    /// Opens another occurrence of a loop with the segment behind the opener, which is missing: unless
    /// what stands before is a segment without a place, which was the opener then and is told.
    mutating func openAgain(
        _ depth: Int, _ candidate: GuideTables.Candidate, _ view: SegmentView,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        let loop = stack[depth].loop
        close(to: depth, at: view.start, &collector)
        if matched.last?.isPlaced == true {
            reportMissing(
                .loopMissing, segment: tables.loops[loop].opener, at: view.start, &collector)
        }
        isLost = false
        counts[tables.loops[loop].counter] += 1
        enter(loop, slot: candidate.slot)
        place(candidate, view, delimiters, begins: true, &collector)
    }
}
