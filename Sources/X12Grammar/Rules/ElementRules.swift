/// A guide chooses from the standard and may not loosen it.
extension GrammarRule {
    static let loosenedElement = GrammarRule(
        "grammar.element.loosened", "an element that the standard makes mandatory is required"
    ) { guide, report in
        guide.forEachUsedSegment { index, segment in
            let template = guide.templates[index]
            for (element, requirement) in zip(segment.elements, template.requirements) {
                if requirement == .mandatory, element.usage != .required {
                    let line = guide.line(ofSegment: index, element.position)
                    report.add(
                        at: line?.place ?? guide.segmentLines[index].id,
                        detail: "\"\(segment.id)\", \"\(element.name)\"")
                }
                guard element.usage != .notUsed, element.isComposite else { continue }
                let requirements = template.componentRequirements[element.position - 1]
                for (component, requirement) in zip(element.components, requirements)
                where requirement == .mandatory && component.usage != .required {
                    let line =
                        guide.line(ofSegment: index, element.position, component.position)
                        ?? guide.line(ofSegment: index, element.position)
                    report.add(
                        at: line?.place ?? guide.segmentLines[index].id,
                        detail: "\"\(segment.id)\", \"\(component.name)\"")
                }
            }
        }
    }

    static let elementRepeat = GrammarRule(
        "grammar.element.repeat", "an element is repeated no more often than the standard allows"
    ) { guide, report in
        guide.forEachUsedSegment { index, segment in
            for line in guide.lines(ofSegment: index) where line.usage != .notUsed {
                let known = guide.templates[index].elements[line.position - 1]
                let allowed = line.component > 0 ? 1 : known.maximum ?? Int.max
                if line.maximum ?? Int.max > allowed {
                    report.add(quoting: line.place)
                }
            }
        }
    }

    static let compositeCodes = GrammarRule(
        "grammar.composite.codes", "codes stand at the components of a composite"
    ) { guide, report in
        guide.forEachUsedSegment { index, segment in
            for line in guide.lines(ofSegment: index)
            where line.component == 0 && (!line.codes.isEmpty || line.list != nil) {
                if segment.elements[line.position - 1].isComposite {
                    report.add(quoting: line.place)
                }
            }
        }
    }

    static let emptyComposite = GrammarRule(
        "grammar.composite.empty", "a composite in use has a component in use"
    ) { guide, report in
        guide.forEachUsedSegment { index, segment in
            for element in segment.elements where element.isComposite && element.usage != .notUsed {
                guard element.components.allSatisfy({ $0.usage == .notUsed }),
                    let line = guide.line(ofSegment: index, element.position)
                else { continue }
                report.add(quoting: line.place)
            }
        }
    }
}

extension ResolvedGuide {
    func forEachUsedSegment(_ body: (Int, SegmentDefinition) -> Void) {
        for (index, segment) in guide.segments.enumerated()
        where segment.usage != .notUsed && !isCopied(index) {
            body(index, segment)
        }
    }

    /// The line of an element (component 0) or component; `nil` where the guide has none.
    func line(ofSegment index: Int, _ position: Int, _ component: Int = 0) -> ElementLine? {
        lines(ofSegment: index).first { $0.position == position && $0.component == component }
    }
}
