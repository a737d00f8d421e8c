/// What a condition may name beyond its loop, which the resolver has found already.
extension GrammarRule {
    /// The resolver reports an unknown loop, this an unknown segment or element.
    static let undefinedCondition = GrammarRule(
        "grammar.when.undefined", "a condition names a loop, segment and element of the guide"
    ) { guide, report in
        guide.forEachCondition { condition, line in
            if guide.elements(condition).isEmpty {
                report.add(quoting: line.target)
            }
        }
    }

    static let conditionCode = GrammarRule(
        "grammar.when.code", "the codes of a condition are among those of its element"
    ) { guide, report in
        guide.forEachCondition { condition, line in
            let elements = guide.elements(condition)
            guard elements.allSatisfy({ !$0.codes.isEmpty }) else { return }
            for code in guide.syntax.codes[line.codes] {
                let text = guide.text.string(code)
                if !elements.contains(where: { $0.codes.contains(text) }), !elements.isEmpty {
                    report.add(quoting: code)
                }
            }
        }
    }
}

extension ResolvedGuide {
    fileprivate func forEachCondition(_ body: (Condition, ConditionLine) -> Void) {
        for (index, segment) in guide.segments.enumerated() where !isCopied(index) {
            if let condition = segment.condition, let number = segmentLines[index].condition {
                body(condition, syntax.conditions[number])
            }
            for line in lines(ofSegment: index) {
                guard let number = line.condition else { continue }
                let place = segment.elements[line.position - 1]
                let element = line.component > 0 ? place.components[line.component - 1] : place
                if let condition = element.condition { body(condition, syntax.conditions[number]) }
            }
        }
    }

    /// The elements that a condition looks at, one for each segment of that id in its loop.
    fileprivate func elements(_ condition: Condition) -> [ElementDefinition] {
        guide.loops[condition.loop].children.compactMap { child in
            guard case .segment(let index) = child else { return nil }
            let segment = guide.segments[index]
            guard segment.id == condition.segment, condition.element <= segment.elements.count
            else { return nil }
            let element = segment.elements[condition.element - 1]
            return element.usage == .notUsed ? nil : element
        }
    }
}
