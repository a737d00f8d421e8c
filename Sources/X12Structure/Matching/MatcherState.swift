import Diagnostics
import X12Grammar
import X12Syntax

// The open loops, and the ways on from them.
extension Matcher {
    /// The loops that are open after a segment of the guide, the outermost first.
    func openLoops(after state: Int) -> [Frame] {
        let segments = tables.segments
        if state == segments.count { return [Frame(loop: 0, slot: 0)] }
        var frames: [Frame] = []
        let isStart = state > segments.count
        let unit = isStart ? guide.owner.unitLoops[state - segments.count - 1] : 0
        var loop = isStart ? tables.loops[unit].parent : segments[state].loop
        var slot = isStart ? tables.loops[unit].slot : segments[state].slot
        while true {
            frames.append(Frame(loop: loop, slot: slot))
            guard let parent = guide.guide.loops[loop].parent else { break }
            slot = tables.loops[loop].slot
            loop = parent
        }
        return frames.reversed()
    }

    /// Every way on from the present state with a segment of this id, in the order of trial.
    func steps(_ number: Int) -> [MatchStep] {
        let open = openLoops(after: state)
        var steps: [(depth: Int, candidate: GuideTables.Candidate)] = []
        search: for depth in open.indices.reversed() where depth >= unitDepth {
            for candidate in tables.candidates(loop: open[depth].loop, number: number)
            where candidate.slot >= open[depth].slot && isInUnit(candidate.loop, depth) {
                steps.append((depth, candidate))
                if !candidate.isContested { break search }
            }
        }
        return steps.enumerated().map { index, step in
            self.step(
                step.candidate, isLast: index == steps.count - 1,
                ending: open[(step.depth + 1)...])
        }
    }

    /// Whether what may come in the open loop at this depth is the unit's: in the loop around it
    /// that is the opening of its own loop alone.
    ///
    /// - Parameter loop: the one that would be opened; -1 for none.
    func isInUnit(_ loop: Int, _ depth: Int) -> Bool {
        depth > unitDepth || unitLoop < 0 || loop == unitLoop
    }

    private func step(
        _ candidate: GuideTables.Candidate, isLast: Bool, ending ended: ArraySlice<Frame>
    ) -> MatchStep {
        let segment = tables.segments[candidate.segment]
        let isChosen = candidate.isContested && segment.hasQualifier
        let codes = isChosen ? tables.codeSets[segment.qualifierCodes] : nil
        let opens = candidate.loop >= 0
        let requires = ended.contains { tables.loops[$0.loop].requiresSomething }
        let quick = tables.quickSegments[candidate.segment]
        let cleared = opens ? tables.loops[candidate.loop].counters : 0..<0
        // What chooses a step by the first element knows that code.
        let isFirstKnown =
            isChosen && segment.qualifierElement == 1 && segment.qualifierComponent == 0
        return MatchStep(
            segment: Int32(truncatingIfNeeded: candidate.segment), place: quick.loop,
            row: Int32(truncatingIfNeeded: candidate.segment * tables.ids.count),
            counter: Int32(
                truncatingIfNeeded: opens
                    ? tables.loops[candidate.loop].counter : segment.counter),
            maximum: Int32(
                clamping: opens ? tables.loops[candidate.loop].maximum : segment.maximum),
            codeStart: codes.map { UInt32(truncatingIfNeeded: $0.start) } ?? 0,
            codeMask: codes.map { UInt32(truncatingIfNeeded: $0.mask) } ?? 0,
            firstElement: quick.firstElement, firstLength: quick.firstLength,
            clearStart: Int32(truncatingIfNeeded: cleared.lowerBound),
            clearCount: UInt16(clamping: cleared.count),
            element: UInt16(clamping: segment.qualifierElement),
            endCount: requires ? UInt16(clamping: ended.count) : 0,
            elementCount: UInt8(clamping: min(quick.elementCount, 64)),
            choice: !isChosen ? .only : segment.qualifierComponent > 0 ? .component : .element,
            special: isFirstKnown ? quick.special & ~1 : quick.special, opens: opens,
            isTrigger: quick.isTrigger, isLast: isLast)
    }

    /// Whether the loops that a step ends have all that they require.
    func requiresNothing(_ step: UnsafePointer<MatchStep>) -> Bool {
        var loop = tables.segments[state].loop
        for _ in 0..<step.pointee.endCount {
            if lacks(loop) { return false }
            loop = tables.loops[loop].parent
        }
        return true
    }

    /// Whether something that an open loop requires has not come.
    func lacks(_ loop: Int) -> Bool {
        let compiled = tables.loops.base + loop
        let children = tables.children
        for segment in children.slice(compiled.pointee.requiredSegments)
        where count(ofSegment: segment) == 0 { return true }
        for inner in children.slice(compiled.pointee.requiredLoops)
        where count(ofLoop: inner) == 0 { return true }
        return false
    }

    /// The innermost loop in which the segment may come now, and as what.
    func inOrder(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: GuideTables.Candidate)? {
        for depth in stack.indices.reversed() where depth >= unitDepth {
            for candidate in tables.candidates(loop: stack[depth].loop, number: number)
            where candidate.slot >= stack[depth].slot && isInUnit(candidate.loop, depth) {
                if !candidate.isContested || accepts(candidate, view) { return (depth, candidate) }
            }
        }
        return nil
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
        if state >= 0 { return finishRegularly(at: offset, &collector) }
        close(to: unitDepth + 1, at: offset, &collector)
    }

    /// The same where the open loops follow from the state, without a list of them.
    private func finishRegularly(at offset: Int, _ collector: inout FindingCollector) {
        guard state < tables.segments.count else { return }
        var loop = tables.segments[state].loop
        while loop != unitParent, loop > 0 {
            if tables.loops[loop].requiresSomething {
                checkRequired(loop, at: offset, &collector)
            }
            loop = tables.loops[loop].parent
        }
    }

    /// Ends the header: everything required before the first record has come.
    package mutating func finishHeader(at offset: Int, _ collector: inout FindingCollector) {
        finish(at: offset, &collector)
        let tables = tables
        let units = guide.owner.unitLoops.map { tables.loops[$0] }
        let limit = units.filter { $0.parent == 0 }.map(\.slot).min() ?? Int.max
        checkRequired(0, before: limit, at: offset, &collector)
    }

    private func checkRequired(
        _ loop: Int, before limit: Int = Int.max, at offset: Int,
        _ collector: inout FindingCollector
    ) {
        let compiled = tables.loops.base + loop
        let children = tables.children
        for segment in children.slice(compiled.pointee.requiredSegments)
        where count(ofSegment: segment) == 0 && tables.segments[segment].slot < limit {
            let place = placeOfMissing(tables.segments[segment].slot, in: loop, or: offset)
            reportMissing(.segmentMissing, segment: segment, at: place, &collector)
        }
        for inner in children.slice(compiled.pointee.requiredLoops)
        where count(ofLoop: inner) == 0 && tables.loops[inner].slot < limit {
            let place = placeOfMissing(tables.loops[inner].slot, in: loop, or: offset)
            reportMissing(
                .loopMissing, segment: tables.loops[inner].opener, at: place, &collector)
        }
    }

    /// Where in the block something would have stood that the last occurrence of a loop lacks: before
    /// the first segment of it, or of a loop inside, that the guide has later.
    ///
    /// Asked only when something is missing; the occurrence is gone through from its end.
    ///
    /// - Parameters:
    ///   - slot: its order in the loop.
    ///   - count: of the segments so far, those that may be of the occurrence.
    ///   - offset: the answer where nothing comes later.
    @inline(never)
    func placeOfMissing(
        _ slot: Int, in loop: Int, among count: Int? = nil, or offset: Int
    ) -> Int {
        var place = offset
        var index = count ?? matchedCount
        while index > 0 {
            index -= 1
            let match = memory.matched[index]
            if !match.isPlaced {
                // Of an occurrence in whose opener another segment hides.
                let opener = tables.loops[loop].opener
                if opener >= 0, match.entry.id == tables.segments[opener].id { break }
                continue
            }
            guard let own = order(of: match, in: loop) else { break }
            if own > slot { place = Int(match.entry.start) }
            if match.opens, Int(match.loop) == loop { break }
        }
        return place
    }

    /// The order in a loop of a segment, or of the loop inside it that the segment is of; `nil` where it
    /// stands outside.
    func order(of match: MatchedSegment, in loop: Int) -> Int? {
        var inner = Int(match.loop)
        if inner == loop { return tables.segments[Int(match.segment)].slot }
        while inner > 0 {
            let around = tables.loops[inner].parent
            if around == loop { return tables.loops[inner].slot }
            inner = around
        }
        return nil
    }
}
