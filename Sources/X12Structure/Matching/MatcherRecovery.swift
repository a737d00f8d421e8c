import Diagnostics
import X12Grammar
import X12Syntax

extension Matcher {
    /// A segment that may not come now: says what is wrong, once, and finds the way back.
    @inline(never)
    mutating func recover(
        _ number: Int, _ view: SegmentView, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) {
        guard number >= 0 else { return recoverUnknown(view, &collector) }
        if isAside { return keepUnplaced(view) }
        if isLost, unitLoop < 0, isOfUnit(number, view) { return setAside(view) }
        if let (depth, candidate) = withoutOpener(number, view) {
            return openAgain(depth, candidate, view, delimiters, &collector)
        }
        if let (depth, candidate) = outOfOrder(number, view) {
            report(.segmentOrder, candidate, view, &collector)
            if candidate.loop >= 0 {
                close(to: depth + 1, at: view.start, &collector)
                stack[depth].slot = candidate.slot
            } else if depth == stack.count - 1 {
                stack[depth].slot = candidate.slot
            }
            isLost = false
            place(candidate, view, delimiters, &collector)
            return
        }
        if let record = unknownRecord(number, view) {
            collector.move(from: Int(matched[unknownIndex].entry.start), toLoop: loopID(record))
            unplace(from: unknownIndex)
            return setAside(view)
        }
        if !isLost, let (depth, loop, candidate) = missingLoop(number, view) {
            enterMissing(loop, depth, candidate, view, delimiters, &collector)
            return
        }
        if unitLoop < 0, let unit = missingUnit(number, view) {
            reportMissing(
                .loopMissing, segment: tables.loops[unit].opener, at: view.start, &collector)
            return setAside(view)
        }
        if !isLost, let record = lostRecord(number, view) {
            reportMissing(
                .loopMissing, segment: tables.loops[record].opener, at: view.start, &collector)
            return setAside(view)
        }
        if isLost, mayBelongToLost(view.entry.id) {
            keepUnplaced(view)
            return
        }
        unplaced.append(view.entry.id)
        if let depth = depthOfOpener(number) { close(to: depth + 1, at: view.start, &collector) }
        reportUnplaced(number, view, &collector)
        isLost =
            isLost
            || tables.loops.all.contains {
                $0.opener >= 0 && tables.segments[$0.opener].id == view.entry.id
            }
        keepUnplaced(view)
    }

    /// The innermost loop in which such a segment opens another: what follows it is not of the
    /// loops that are open now.
    private func depthOfOpener(_ number: Int) -> Int? {
        stack.indices.last { depth in
            depth >= unitDepth
                && tables.candidates(loop: stack[depth].loop, number: number).contains {
                    $0.loop >= 0 && isInUnit($0.loop, depth)
                }
        }
    }

    private mutating func recoverUnknown(
        _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        collector.add(
            .segmentUnknown, at: view.start..<view.end, place: Place(loop: loopID(innermost)))
        if !isLost {
            unplaced.append(view.entry.id)
            noteUnknown()
        }
        isLost = true
        keepUnplaced(view)
    }

    /// Whether a segment may depend on one that found no place: some inner loop has such segments.
    private func mayBelongToLost(_ id: SegmentID) -> Bool {
        tables.segments.all.contains { $0.id == id && $0.loop > 0 }
    }

    /// A loop or segment whose turn is over, the innermost first.
    private func outOfOrder(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, candidate: GuideTables.Candidate)? {
        for depth in stack.indices.reversed() where depth >= unitDepth {
            for candidate in tables.candidates(loop: stack[depth].loop, number: number) {
                guard depth > unitDepth || candidate.slot >= stack[depth].slot else { continue }
                guard isInUnit(candidate.loop, depth) else { continue }
                if accepts(candidate, view) { return (depth, candidate) }
            }
        }
        return nil
    }

    /// A loop that has not come yet and holds such a segment: its first segment is missing.
    private func missingLoop(
        _ number: Int, _ view: SegmentView
    ) -> (depth: Int, loop: Int, candidate: GuideTables.Candidate)? {
        for depth in stack.indices.reversed() where depth >= unitDepth {
            for inner in tables.children.slice(tables.loops[stack[depth].loop].loops)
            where tables.loops[inner].slot >= stack[depth].slot && count(ofLoop: inner) == 0
                && !isOtherUnit(inner) && isInUnit(inner, depth)
            {
                for candidate in tables.candidates(loop: inner, number: number)
                where candidate.loop < 0 && accepts(candidate, view) {
                    return (depth, inner, candidate)
                }
            }
        }
        return nil
    }

    /// Whether a loop is matched by itself: for the header each of that kind, for one of them the
    /// others.
    private func isOtherUnit(_ loop: Int) -> Bool {
        (unitLoop < 0 || guide.owner.unitLoops.count > 1) && guide.owner.unitLoops.contains(loop)
    }

    /// The record or level that holds such a segment itself: its opener is missing.
    private func missingUnit(_ number: Int, _ view: SegmentView) -> Int? {
        guide.owner.unitLoops.first { unit in
            tables.candidates(loop: unit, number: number).contains {
                $0.loop < 0 && accepts($0, view)
            }
        }
    }

    /// The record beneath a level that holds such a segment itself, where the level has all that it
    /// needs and cannot have the segment: the record lost its opener, and the level is whole.
    private func lostRecord(_ number: Int, _ view: SegmentView) -> Int? {
        guard let record = recordBeneath,
            tables.candidates(loop: record, number: number).contains(where: {
                $0.loop < 0 && accepts($0, view)
            })
        else { return nil }
        return record
    }

    /// The same behind an unknown segment, which was the record's opener then: also a segment that
    /// opens a loop of the record tells of it.
    private func unknownRecord(_ number: Int, _ view: SegmentView) -> Int? {
        guard let record = recordBeneath, mayHaveBegun(record),
            tables.candidates(loop: record, number: number).contains(where: { accepts($0, view) })
        else { return nil }
        return record
    }

    /// Whether the record may have begun with an unknown segment: what came behind that and fits the
    /// level too, as `REF*G2` does, is of a name that the record has.
    private func mayHaveBegun(_ record: Int) -> Bool {
        guard unknownIndex >= 0 else { return false }
        return matched[(unknownIndex + 1)...].allSatisfy { segment in
            let number = tables.ids.number(segment.entry.id)
            return !segment.isPlaced
                || !segment.opens && number >= 0
                    && !tables.candidates(loop: record, number: number).isEmpty
        }
    }

    /// Notes that an unknown segment comes, unless a record may have begun with one before.
    private mutating func noteUnknown() {
        if let record = recordBeneath, mayHaveBegun(record) { return }
        unknownIndex = matchedCount
    }

    /// The record that may stand beneath the level at hand, where that has all that it needs.
    private var recordBeneath: Int? {
        guard unitLoop > 0, guide.guide.loops[unitLoop].isLevel,
            let record = guide.recordLoop(beneath: unitLoop),
            stack.dropFirst(unitDepth + 1).allSatisfy({ !lacks($0.loop) })
        else { return nil }
        return record
    }

    /// Whether a record or level holds such a segment, in itself or in a loop inside it.
    private func isOfUnit(_ number: Int, _ view: SegmentView) -> Bool {
        tables.loops.all.indices.contains { loop in
            tables.candidates(loop: loop, number: number).contains { accepts($0, view) }
                && unit(around: loop) > 0
        }
    }

    /// The innermost record or level in which a loop lies; 0 for those of the header.
    private func unit(around loop: Int) -> Int {
        var around = loop
        while around > 0, !guide.owner.unitLoops.contains(around) {
            around = tables.loops[around].parent
        }
        return around
    }

    /// Keeps a segment in the header with which a record begins whose opener is missing, or a level;
    /// what follows and is not the header's is of it.
    private mutating func setAside(_ view: SegmentView) {
        isAside = true
        keepUnplaced(view)
    }

    private mutating func enterMissing(
        _ loop: Int, _ depth: Int, _ candidate: GuideTables.Candidate, _ view: SegmentView,
        _ delimiters: Delimiters, _ collector: inout FindingCollector
    ) {
        close(to: depth + 1, at: view.start, &collector)
        reportMissing(
            .loopMissing, segment: tables.loops[loop].opener, at: view.start, &collector)
        stack[depth].slot = tables.loops[loop].slot
        counts[tables.loops[loop].counter] += 1
        enter(loop, slot: candidate.slot)
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
        _ rule: Rule, _ candidate: GuideTables.Candidate, _ view: SegmentView,
        _ collector: inout FindingCollector
    ) {
        collector.add(rule, at: view.start..<view.end, place: place(of: candidate.segment))
    }

    func reportRepeat(
        _ rule: Rule, segment: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        collector.add(
            rule, at: view.start..<view.end, place: place(of: segment),
            expected: "at most \(tables.segments[segment].maximum)")
    }

    func reportRepeat(
        _ rule: Rule, loop: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        collector.add(
            rule, at: view.start..<view.end, place: Place(loop: loopID(loop)),
            expected: "at most \(tables.loops[loop].maximum)")
    }

    func reportMissing(
        _ rule: Rule, segment: Int, at offset: Int, _ collector: inout FindingCollector
    ) {
        let compiled = tables.segments[segment]
        guard !unplaced.contains(compiled.id), !unplaced.contains(.none) else { return }
        collector.add(
            rule, at: offset..<offset, place: place(of: segment),
            expected: guide.guide.segments[segment].name)
    }

    /// A segment that the guide has elsewhere, or has here with other codes.
    private func reportUnplaced(
        _ number: Int, _ view: SegmentView, _ collector: inout FindingCollector
    ) {
        for depth in stack.indices.reversed() where depth >= unitDepth {
            let possible = tables.candidates(loop: stack[depth].loop, number: number)
                .filter { depth > unitDepth || $0.slot >= stack[depth].slot }
                .filter { isInUnit($0.loop, depth) }
                .map(\.segment).filter { tables.segments[$0].hasQualifier }
            guard let first = possible.first else { continue }
            let element = tables.segments[first].qualifierElement
            collector.add(
                .segmentQualifier, at: view.range(element),
                place: place(of: first, element: element),
                expected: CodeSet.expected(possible.flatMap { qualifierCodes($0) }))
            return
        }
        let definition = guide.guide.segments.first { SegmentID(named: $0.id) == view.entry.id }
        collector.add(
            .segmentUnexpected, at: view.start..<view.end,
            place: Place(loop: loopID(innermost), segment: definition?.id ?? ""))
    }

    /// The codes that tell a segment apart, in the guide's order.
    private func qualifierCodes(_ segment: Int) -> [String] {
        let element = tables.segments[segment].qualifierElement
        return guide.guide.segments[segment].elements[element - 1].qualifierCodes
    }
}
