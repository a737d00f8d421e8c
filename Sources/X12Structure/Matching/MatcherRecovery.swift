import Diagnostics
import X12Grammar
import X12Syntax

extension Matcher {
    /// A segment that may not come now: says what is wrong, once, and finds the way back.
    @inline(never)
    mutating func recover(
        _ number: Int?, _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        guard let number else { return recoverUnknown(view, &collector) }
        if let (depth, candidate) = outOfOrder(number, view) {
            report(.segmentOrder, candidate, view, &collector)
            if candidate.loop >= 0 {
                close(to: depth + 1, at: view.start, &collector)
                stack[depth].slot = Int(candidate.slot)
            } else if depth == stack.count - 1 {
                stack[depth].slot = Int(candidate.slot)
            }
            isLost = false
            place(candidate, view, delimiters, &collector)
            return
        }
        if !isLost, let (depth, loop, candidate) = missingLoop(number, view) {
            enterMissing(loop, depth, candidate, view, delimiters, &collector)
            return
        }
        if isLost {
            keepUnplaced(view)
            return
        }
        unplaced.append(view.entry.id)
        reportUnplaced(number, view, &collector)
        isLost = guide.loops.contains { $0.opener.map { guide.segments[$0].id } == view.entry.id }
        keepUnplaced(view)
    }

    private mutating func recoverUnknown(
        _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        if !isLost {
            collector.add(
                .segmentUnknown, at: view.start..<view.end, place: Place(loop: loopID(innermost)))
            unplaced.append(view.entry.id)
        }
        isLost = true
        keepUnplaced(view)
    }

    /// A loop or segment whose turn is over, the innermost first.
    private func outOfOrder(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: CompiledGuide.Candidate)? {
        for depth in stack.indices.reversed() {
            for index in guide.candidateRanges[stack[depth].loop * guide.ids.count + number] {
                let candidate = guide.candidates[Int(index)]
                let limit = depth == 0 ? stack[0].slot : Int.max
                guard depth > 0 || Int(candidate.slot) >= limit else { continue }
                if accepts(candidate, view) { return (depth, candidate) }
            }
        }
        return nil
    }

    /// A loop that has not come yet and holds such a segment: its first segment is missing.
    private func missingLoop(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, loop: Int, candidate: CompiledGuide.Candidate)? {
        for depth in stack.indices.reversed() {
            for inner in guide.loops[stack[depth].loop].childLoops
            where guide.loops[inner].slot >= stack[depth].slot && loopCounts[inner] == 0 {
                for index in guide.candidateRanges[inner * guide.ids.count + number] {
                    let candidate = guide.candidates[Int(index)]
                    if candidate.loop < 0, accepts(candidate, view) {
                        return (depth, inner, candidate)
                    }
                }
            }
        }
        return nil
    }

    private mutating func enterMissing(
        _ loop: Int, _ depth: Int, _ candidate: CompiledGuide.Candidate, _ view: SegmentView,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        if let opener = guide.loops[loop].opener {
            close(to: depth + 1, at: view.start, &collector)
            reportMissing(.loopMissing, segment: opener, at: view.start, &collector)
        }
        stack[depth].slot = guide.loops[loop].slot
        loopCounts[loop] += 1
        enter(loop, slot: Int(candidate.slot))
        place(candidate, view, delimiters, &collector)
    }

    // MARK: Findings

    var innermost: Int { stack.last?.loop ?? 0 }

    func loopID(_ loop: Int) -> String { guide.guide.loops[loop].id }

    private func place(of segment: Int, element: Int = 0) -> Place {
        let definition = guide.guide.segments[segment]
        return Place(loop: loopID(definition.loop), segment: definition.id, element: element)
    }

    private func report(
        _ rule: Rule, _ candidate: CompiledGuide.Candidate, _ view: SegmentView,
        _ collector: inout FindingCollector
    ) {
        collector.add(rule, at: view.start..<view.end, place: place(of: Int(candidate.segment)))
    }

    func reportRepeat(
        _ rule: Rule, segment: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        collector.add(
            rule, at: view.start..<view.end, place: place(of: segment),
            expected: "at most \(guide.segments[segment].maximum)")
    }

    func reportRepeat(
        _ rule: Rule, loop: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        collector.add(
            rule, at: view.start..<view.end, place: Place(loop: loopID(loop)),
            expected: "at most \(guide.loops[loop].maximum)")
    }

    func reportMissing(
        _ rule: Rule, segment: Int, at offset: Int, _ collector: inout FindingCollector
    ) {
        let compiled = guide.segments[segment]
        guard !unplaced.contains(compiled.id), !unplaced.contains(.none) else { return }
        collector.add(
            rule, at: offset..<offset, place: place(of: segment),
            expected: guide.guide.segments[segment].name)
    }

    /// A segment that the guide has elsewhere, or has here with other codes.
    private func reportUnplaced(
        _ number: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        for depth in stack.indices.reversed() {
            let possible = guide.candidateRanges[stack[depth].loop * guide.ids.count + number]
                .map { guide.candidates[Int($0)] }
                .filter { depth > 0 || Int($0.slot) >= stack[0].slot }
                .compactMap { guide.segments[Int($0.segment)].qualifier == nil ? nil : $0.segment }
            guard let first = possible.first.map(Int.init),
                let qualifier = guide.segments[first].qualifier
            else { continue }
            let codes = possible.flatMap { segment in
                guide.segments[Int(segment)].qualifier.map { guide.codeSets[$0.codeSet].codes } ?? []
            }
            collector.add(
                .segmentQualifier, at: view.range(qualifier.element),
                place: place(of: first, element: qualifier.element),
                expected: CodeSet(codes).expected)
            return
        }
        let definition = guide.guide.segments.first { SegmentID($0.id) == view.entry.id }
        collector.add(
            .segmentUnexpected, at: view.start..<view.end,
            place: Place(loop: loopID(innermost), segment: definition?.id ?? ""))
    }
}
