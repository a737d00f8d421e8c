/// Every segment and loop can be reached, and by one way only.
extension GrammarRule {
    /// Levels are the exception: a level inside another begins again at the position of its HL
    /// segment.
    static let unreachable = GrammarRule(
        "grammar.segment.unreachable", "positions inside a loop do not go backwards"
    ) { guide, report in
        for (index, loop) in guide.guide.loops.enumerated() where !guide.isCopy[index] {
            var reached = 0
            for child in loop.children {
                guard let start = guide.start(of: child) else { continue }
                if loop.isLevel, case .loop(let inner) = child, guide.guide.loops[inner].isLevel {
                    reached = Int.max
                    continue
                }
                let place = guide.place(ofSegment: start)
                if place < reached {
                    report.add(quoting: guide.name(of: child))
                }
                reached = max(reached, place)
            }
        }
    }

    /// Two segments that could both come next, with one id, have code lists that share no code
    /// in an element that at least one of them requires.
    static let ambiguousStart = GrammarRule(
        "grammar.segment.ambiguous", "segments of one id at one position differ in a code list"
    ) { guide, report in
        for (index, loop) in guide.guide.loops.enumerated() where !guide.isCopy[index] {
            for (number, child) in loop.children.enumerated() {
                guard let start = guide.start(of: child) else { continue }
                let isAmbiguous = loop.children[..<number].contains { other in
                    guide.start(of: other).map { !guide.tellsApart($0, start) } ?? false
                }
                if isAmbiguous { report.add(quoting: guide.name(of: child)) }
            }
        }
    }
}

extension ResolvedGuide {
    /// Tables come one after the other, positions inside them too.
    fileprivate func place(ofSegment index: Int) -> Int {
        guide.segments[index].table * 1_000_000_000 + guide.segments[index].position
    }

    fileprivate func name(of child: LoopDefinition.Child) -> Token {
        switch child {
        case .segment(let index): segmentLines[index].id
        case .loop(let index): loopLines[index]?.path ?? syntax.header.name
        }
    }

    /// Whether a segment of the input can be only one of the two.
    fileprivate func tellsApart(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (guide.segments[one], guide.segments[other])
        guard one.id == other.id, one.table == other.table, one.position == other.position else {
            return true
        }
        return Self.tellsApart(one.elements, other.elements)
    }

    private static func tellsApart(
        _ elements: [ElementDefinition], _ others: [ElementDefinition]
    ) -> Bool {
        zip(elements, others).contains { one, other in
            guard one.usage == .required || other.usage == .required else { return false }
            if one.isComposite { return tellsApart(one.components, other.components) }
            return !one.codes.isEmpty && !other.codes.isEmpty
                && Set(one.codes).isDisjoint(with: other.codes)
        }
    }
}
