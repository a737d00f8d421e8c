import Diagnostics
import X12Grammar
import X12Syntax

/// A segment, or an element of one, that is required when another element has certain codes: numbers
/// only, as every record with such an element asks for it.
struct GuideCondition: Sendable {
    /// Index in the guide's segments.
    let segment: Int32
    /// 0 for the segment itself.
    let element: Int32
    /// The loop, segment and element whose codes it asks for.
    let askedLoop: Int32
    let asked: SegmentID
    let askedElement: Int32
    /// These codes, in `GuideTables.codeSets`.
    let codes: Int32
    /// Whether that is the segment itself.
    let isOwn: Bool

    /// - Parameter codes: index of its codes in `GuideTables.codeSets`.
    init(_ guide: Guide, segment: Int, element: Int, condition: Condition, codes: Int) {
        self.segment = Int32(truncatingIfNeeded: segment)
        self.element = Int32(truncatingIfNeeded: element)
        askedLoop = Int32(truncatingIfNeeded: condition.loop)
        asked = SegmentID(named: condition.segment)
        askedElement = Int32(truncatingIfNeeded: condition.element)
        self.codes = Int32(truncatingIfNeeded: codes)
        isOwn =
            guide.segments[segment].loop == condition.loop
            && guide.segments[segment].id == condition.segment
    }
}

extension Matcher {
    /// Checks what the guide requires only when some element has a certain code.
    ///
    /// - Parameter offset: where the record ends in the block.
    package func checkConditions(
        in block: BlockView, end offset: Int, _ collector: inout FindingCollector
    ) {
        guard hasTriggers else { return }
        let isOne = tablePointer.pointee.conditions.count == 1
        let asked = isOne ? .max : conditionsAsked(in: block)
        guard asked != 0 else { return }
        for (index, condition) in tablePointer.pointee.conditions.all.enumerated()
        where asked &>> UInt64(truncatingIfNeeded: index) & 1 == 1 {
            if condition.element == 0 {
                checkSegment(condition, block, offset, &collector)
            } else {
                checkElement(condition, block, &collector)
            }
        }
    }

    /// Which conditions find one of their codes somewhere in the record, bit n for condition n; those
    /// after the 64th share the bits.
    ///
    /// Few do: the segments are gone through once for all, and not for each.
    private func conditionsAsked(in block: BlockView) -> UInt64 {
        let tables = tablePointer
        var asked: UInt64 = 0
        var match = UnsafePointer(memory.matched)
        let last = match + matchedCount
        while match != last {
            defer { match += 1 }
            guard match.pointee.isPlaced else { continue }
            let segment = tables.pointee.quickSegments.base + Int(match.pointee.segment)
            guard segment.pointee.isTrigger else { continue }
            var bit: UInt64 = 1
            for condition in tables.pointee.conditions.all {
                if condition.askedLoop == match.pointee.loop,
                    holds(condition, match.pointee.entry, block)
                {
                    asked |= bit
                }
                bit = bit &<< 1 | bit &>> 63
            }
        }
        return asked
    }

    /// In each occurrence of the condition's loop, the segment comes when the code does; where the
    /// segment's own loop lies inside and did not come, that is told of the loop alone.
    private func checkSegment(
        _ required: GuideCondition, _ block: BlockView, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        var isRequired = false
        var isThere = false
        let own = Int32(truncatingIfNeeded: tables.segments[Int(required.segment)].loop)
        var isOpen = own == required.askedLoop
        var match = UnsafePointer(memory.matched)
        func finish(at offset: Int) {
            guard isRequired, isOpen, !isThere else { return }
            let count = match - UnsafePointer(memory.matched)
            reportMissing(
                .segmentMissing, segment: Int(required.segment),
                at: placeOfMissing(required, among: count, or: offset), &collector)
        }
        let last = match + matchedCount
        while match != last {
            defer { match += 1 }
            guard match.pointee.isPlaced else { continue }
            let isOwner = match.pointee.loop == required.askedLoop
            if isOwner, match.pointee.opens {
                finish(at: Int(match.pointee.entry.start))
                isRequired = false
                isThere = false
                isOpen = own == required.askedLoop
            }
            if match.pointee.loop == own { isOpen = true }
            if match.pointee.segment == required.segment { isThere = true }
            if isOwner, holds(required, match.pointee.entry, block) { isRequired = true }
        }
        finish(at: end)
    }

    /// Where the segment would have stood, among so many segments.
    private func placeOfMissing(
        _ required: GuideCondition, among count: Int, or offset: Int
    ) -> Int {
        let segment = tables.segments[Int(required.segment)]
        var (count, place) = (count, offset)
        // What comes behind its own loop, in the loop around it that the condition asks.
        while count > 0 {
            let match = memory.matched[count - 1]
            if match.isPlaced {
                if order(of: match, in: segment.loop) != nil { break }
                if match.opens, match.loop == required.askedLoop { return offset }
                place = Int(match.entry.start)
            }
            count -= 1
        }
        return placeOfMissing(segment.slot, in: segment.loop, among: count, or: place)
    }

    /// After the code has come in the condition's loop, the element is not empty. A segment that
    /// the condition finds the code in decides for itself alone.
    private func checkElement(
        _ required: GuideCondition, _ block: BlockView, _ collector: inout FindingCollector
    ) {
        var isRequired = false
        var match = UnsafePointer(memory.matched)
        let last = match + matchedCount
        while match != last {
            defer { match += 1 }
            guard match.pointee.isPlaced else { continue }
            let isOwner = match.pointee.loop == required.askedLoop
            if required.isOwn || isOwner && match.pointee.opens { isRequired = false }
            if isOwner, holds(required, match.pointee.entry, block) { isRequired = true }
            guard isRequired, match.pointee.segment == required.segment else { continue }
            let element = Int(required.element)
            let range = block.view(match.pointee.entry).range(element)
            if isNothing(range, required, block) {
                reportMissing(element, of: match.pointee, at: range, &collector)
            }
        }
    }

    /// Whether an element is not sent, or no more than blanks and control characters.
    private func isNothing(
        _ range: Range<Int>, _ required: GuideCondition, _ block: BlockView
    ) -> Bool {
        if range.isEmpty { return true }
        guard block.bytes[range.lowerBound] <= 0x20 else { return false }
        let elements = tablePointer.pointee.segments.base[Int(required.segment)].elements
        let definition = tablePointer.pointee.elements.base[
            elements.lowerBound + Int(required.element) - 1]
        return ElementValue(base: block.bytes + range.lowerBound, count: range.count)
            .isNothing(as: definition)
    }

    @inline(never)
    private func reportMissing(
        _ element: Int, of match: MatchedSegment, at range: Range<Int>,
        _ collector: inout FindingCollector
    ) {
        let definition = guide.guide.segments[Int(match.segment)]
        let place = Place(
            loop: guide.guide.loops[definition.loop].id, segment: definition.id, element: element)
        let start = collector.base + range.lowerBound
        // A note on the elements of the segment may ask for the same.
        let isTold = collector.findings.contains {
            $0.rule == .elementRelation && $0.place == place && $0.range.start == start
        }
        if isTold { return }
        collector.add(
            .elementMissing, at: range, place: place,
            expected: definition.elements[element - 1].name)
    }

    /// Whether a segment of the loop is the one that is asked, and has one of the codes.
    @inline(__always)
    private func holds(
        _ required: GuideCondition, _ entry: SegmentEntry, _ block: BlockView
    ) -> Bool {
        guard required.asked == entry.id else { return false }
        let sent = block.view(entry).range(Int(required.askedElement))
        guard !sent.isEmpty else { return false }
        return tablePointer.pointee.contains(
            Int(required.codes), CodeSet.key(block.bytes + sent.lowerBound, sent.count))
    }
}
