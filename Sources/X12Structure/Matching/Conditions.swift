import Diagnostics
import X12Grammar
import X12Syntax

/// A segment, or an element of one, that is required when another element has certain codes.
struct GuideCondition: Sendable {
    /// Index in the guide's segments.
    let segment: Int
    /// 0 for the segment itself.
    let element: Int
    let condition: Condition
    /// The segment whose codes it asks for, and these as keys.
    let asked: SegmentID
    let keys: [UInt64]
    /// Whether that is the segment itself.
    let isOwn: Bool

    private init(_ guide: Guide, segment: Int, element: Int, condition: Condition) {
        self.segment = segment
        self.element = element
        self.condition = condition
        asked = SegmentID(named: condition.segment)
        keys = condition.codes.map { code in
            Array(code.utf8).withUnsafeBufferPointer { CodeSet.key($0) }
        }
        isOwn =
            guide.segments[segment].loop == condition.loop
            && guide.segments[segment].id == condition.segment
    }

    /// All of a guide's, in its order.
    static func all(of guide: Guide) -> [GuideCondition] {
        guide.segments.enumerated().flatMap { index, segment in
            let own = segment.condition.map {
                GuideCondition(guide, segment: index, element: 0, condition: $0)
            }
            return [own].compactMap { $0 }
                + segment.elements.compactMap { element in
                    element.condition.map {
                        GuideCondition(
                            guide, segment: index, element: element.position, condition: $0)
                    }
                }
        }
    }

    /// The segments whose codes the conditions ask for.
    static func triggers(of guide: Guide) -> Set<Int> {
        var triggers: Set<Int> = []
        for condition in all(of: guide).map(\.condition) {
            for (index, segment) in guide.segments.enumerated()
            where segment.loop == condition.loop && segment.id == condition.segment {
                triggers.insert(index)
            }
        }
        return triggers
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
        for condition in guide.owner.conditions {
            if condition.element == 0 {
                checkSegment(condition, block, offset, &collector)
            } else {
                checkElement(condition, block, &collector)
            }
        }
    }

    /// In each occurrence of the condition's loop, the segment comes when the code does.
    private func checkSegment(
        _ required: GuideCondition, _ block: BlockView, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        var isRequired = false
        var isThere = false
        func finish(at offset: Int) {
            guard isRequired, !isThere else { return }
            reportMissing(.segmentMissing, segment: required.segment, at: offset, &collector)
        }
        for match in matched where match.isPlaced {
            if Int(match.loop) == required.condition.loop, match.opens {
                finish(at: Int(match.entry.start))
                isRequired = false
                isThere = false
            }
            if Int(match.segment) == required.segment { isThere = true }
            if holds(required, match, block) { isRequired = true }
        }
        finish(at: end)
    }

    /// After the code has come in the condition's loop, the element is not empty. A segment that
    /// the condition finds the code in decides for itself alone.
    private func checkElement(
        _ required: GuideCondition, _ block: BlockView, _ collector: inout FindingCollector
    ) {
        var isRequired = false
        for match in matched where match.isPlaced {
            let opens = Int(match.loop) == required.condition.loop && match.opens
            if required.isOwn || opens { isRequired = false }
            if holds(required, match, block) { isRequired = true }
            guard isRequired, Int(match.segment) == required.segment else { continue }
            let range = block.view(match.entry).range(required.element)
            guard range.isEmpty else { continue }
            let definition = guide.guide.segments[required.segment]
            collector.add(
                .elementMissing, at: range,
                place: Place(
                    loop: guide.guide.loops[definition.loop].id, segment: definition.id,
                    element: required.element),
                expected: definition.elements[required.element - 1].name)
        }
    }

    private func holds(
        _ required: GuideCondition, _ match: MatchedSegment, _ block: BlockView
    ) -> Bool {
        guard required.asked == match.entry.id, Int(match.loop) == required.condition.loop else {
            return false
        }
        let sent = block.view(match.entry).element(required.condition.element)
        guard let first = sent.baseAddress, !sent.isEmpty else { return false }
        return required.keys.contains(CodeSet.key(first, sent.count))
    }
}
