import Diagnostics
import X12Grammar
import X12Syntax

/// A segment that stands inside an element of another, as the terminator between them was lost.
struct HiddenSegment {
    /// From its id to the end of the segment around it.
    let view: SegmentView
    /// Of its id in the guide.
    let number: Int
    /// The element of the segment around it at whose end its id stands.
    let element: Int
    /// Where the value before it ends.
    let valueEnd: Int
    /// Whether a line break parts the two.
    let followsBreak: Bool

    /// The segment whose id ends an element; `nil` where that is no id of the guide.
    init?(in view: SegmentView, atEndOf element: Int, _ ids: SegmentNumbers) {
        let first = view.elementStart(element)
        let end = view.elementEnd(element)
        for length in [3, 2] where end - first >= length {
            var raw: UInt32 = 0
            for offset in 0..<length {
                raw |= UInt32(view.bytes[end - length + offset]) << UInt32(offset * 8)
            }
            let number = ids.number(SegmentID(rawValue: raw))
            guard number >= 0 else { continue }
            var valueEnd = end - length
            while valueEnd > first, view.bytes[valueEnd - 1] <= 0x20 { valueEnd -= 1 }
            let breaks = view.slice(valueEnd..<end - length).contains { $0 == 0x0A || $0 == 0x0D }
            // Without a break the value is what remains, and there must be some.
            if !breaks, valueEnd == first { continue }
            followsBreak = breaks
            self.view = view.inner(
                from: end - length, id: SegmentID(rawValue: raw), atEndOf: element)
            self.number = number
            self.element = element
            self.valueEnd = valueEnd
            return
        }
        return nil
    }
}

// A value that ends like a segment id is a value: only where the guide lets that segment come there,
// where what follows is right for it, and where a line break parts the two or what follows is wrong
// where it stands, a terminator was lost.
extension Matcher {
    /// Where a hidden segment belongs: in the open loop of this depth, also beyond the unit.
    typealias HiddenPlace = (depth: Int, candidate: GuideTables.Candidate)

    /// The first segment inside another, and where it belongs.
    ///
    /// - Parameter segment: of the guide, what the one around it was matched as.
    @inline(never)
    func hiddenSegment(
        in view: SegmentView, _ segment: Int, _ delimiters: Delimiters,
        _ collector: FindingCollector
    ) -> (segment: HiddenSegment, place: HiddenPlace)? {
        let known = tables.segments[segment].elements.count
        var open: [Frame] = []
        for element in 1..<max(1, min(view.elementCount, known + 1)) {
            guard let hidden = HiddenSegment(in: view, atEndOf: element, tables.ids) else {
                continue
            }
            if open.isEmpty { open = state >= 0 ? openLoops(after: state) : stack }
            var trial = ElementTrial(guide: guide, delimiters: delimiters, collector: collector)
            let place: HiddenPlace? = withRest(of: hidden) { rest in
                guard let found = openPlace(hidden.number, rest, open),
                    trial.isRight(found.candidate.segment, rest)
                else { return nil }
                return found
            }
            guard let place else { continue }
            if hidden.followsBreak { return (hidden, place) }
            let isBroken =
                trial.isWrong(segment, view, after: element)
                && view.withBeginning(elements: element, end: hidden.valueEnd) {
                    trial.isRight(segment, $0)
                }
            if isBroken { return (hidden, place) }
        }
        return nil
    }

    /// Calls `body` with a hidden segment, up to where a break tells that another terminator may be
    /// lost.
    private func withRest<Result>(
        of hidden: HiddenSegment, _ body: (SegmentView) -> Result
    ) -> Result {
        let view = hidden.view
        guard hidden.followsBreak else { return body(view) }
        for element in 1..<max(1, min(view.elementCount, 64)) {
            if let next = HiddenSegment(in: view, atEndOf: element, tables.ids), next.followsBreak {
                return view.withBeginning(elements: element, end: next.valueEnd, body)
            }
        }
        return body(view)
    }

    private func openPlace(_ number: Int, _ view: SegmentView, _ open: [Frame]) -> HiddenPlace? {
        for depth in open.indices.reversed() {
            for candidate in tables.candidates(loop: open[depth].loop, number: number)
            where candidate.slot >= open[depth].slot && accepts(candidate, view) {
                return (depth, candidate)
            }
        }
        return nil
    }

    private func reportLostTerminator(
        before hidden: HiddenSegment, _ segment: Int, _ collector: inout FindingCollector
    ) {
        let definition = guide.guide.segments[segment]
        let id = guide.guide.segments.first { SegmentID(named: $0.id) == hidden.view.entry.id }
        collector.add(
            .segmentTerminator, at: hidden.view.start..<Int(hidden.view.ends[0]),
            place: Place(
                loop: loopID(definition.loop), segment: definition.id, element: hidden.element),
            expected: id.map { "a terminator before \($0.id)" })
    }

    /// Goes on after segments that stand in another as if they had stood by themselves.
    ///
    /// Where one begins a record or level, what follows is that one's and has no place here.
    ///
    /// - Parameters:
    ///   - outer: the segment around them, which has its place and is checked no further.
    ///   - segment: of the guide, what it was matched as.
    mutating func goOn(
        _ outer: SegmentView, _ segment: Int, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        hasStrays = true
        if state >= 0 { stack = openLoops(after: state) }
        state = -1
        unplaced.append(outer.entry.id)
        var (outer, segment) = (outer, segment)
        while let found = hiddenSegment(in: outer, segment, delimiters, collector) {
            let (hidden, place) = found
            reportLostTerminator(before: hidden, segment, &collector)
            unplaced.append(hidden.view.entry.id)
            isAside =
                !isInUnit(place.candidate.loop, place.depth) || place.depth < unitDepth
                || guide.owner.unitLoops.contains(place.candidate.loop)
            if isAside { return }
            close(to: place.depth + 1, at: hidden.view.start, &collector)
            stack[place.depth].slot = place.candidate.slot
            _ = count(place.candidate, hidden.view, &collector)
            (outer, segment) = (hidden.view, place.candidate.segment)
        }
    }
}

/// Looks whether elements are right for a segment, and says nothing of it.
private struct ElementTrial {
    let guide: CompiledGuide
    let delimiters: Delimiters
    private var collector: FindingCollector

    init(guide: CompiledGuide, delimiters: Delimiters, collector: FindingCollector) {
        self.guide = guide
        self.delimiters = delimiters
        self.collector = collector
        _ = self.collector.take()
    }

    private mutating func findings(_ segment: Int, _ view: SegmentView) -> [Finding] {
        var review = ElementReview(
            guide: guide, segment: segment, view: view, delimiters: delimiters)
        review.run(&collector)
        return collector.take()
    }

    mutating func isRight(_ segment: Int, _ view: SegmentView) -> Bool {
        findings(segment, view).allSatisfy { $0.severity != .error }
    }

    /// Whether one of the elements after this one has no place there, or is not what it should be.
    mutating func isWrong(_ segment: Int, _ view: SegmentView, after element: Int) -> Bool {
        findings(segment, view).contains { $0.place.element > element && $0.severity != .note }
    }
}
