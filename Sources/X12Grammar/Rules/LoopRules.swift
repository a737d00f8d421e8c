/// How loops begin and which of them is the record.
extension GrammarRule {
    static let loopStart = GrammarRule(
        "grammar.loop.start", "a loop begins with a required segment that stands once"
    ) { guide, report in
        for (index, loop) in guide.guide.loops.enumerated() {
            guard let line = guide.loopLines[index], !guide.isCopy[index] else { continue }
            if case .segment(let first)? = loop.children.first {
                let segment = guide.guide.segments[first]
                if segment.usage == .required, segment.maximum == 1 { continue }
            }
            report.add(quoting: line.path)
        }
    }

    static let missingRecord = GrammarRule(
        "grammar.record.missing", "a guide marks the loop that is a record"
    ) { guide, report in
        let isEnvelope = guide.guide.transaction == "envelope"
        guard !isEnvelope, !guide.guide.loops.contains(where: \.isRecord) else { return }
        report.add(quoting: guide.syntax.header.name)
    }

    /// The same loop may be printed in two places, such as the claim beneath the subscriber and
    /// beneath the patient. A record is known by the segment that it begins with.
    static let recordStart = GrammarRule(
        "grammar.record.start", "the loops of a guide that are records begin with one segment"
    ) { guide, report in
        let records = guide.guide.loops.indices.filter { guide.guide.loops[$0].isRecord }
        let first = records.first.flatMap(guide.firstID)
        for index in records where guide.firstID(index) != first {
            guard let line = guide.loopLines[index] else { continue }
            report.add(quoting: line.path)
        }
    }

    static let levelStart = GrammarRule(
        "grammar.level.start", "a level begins with HL, and its HL-03 has codes"
    ) { guide, report in
        for (index, loop) in guide.guide.loops.enumerated() where loop.isLevel {
            guard let line = guide.loopLines[index], !guide.isInnerCopy(index) else { continue }
            if case .segment(let first)? = loop.children.first {
                let segment = guide.guide.segments[first]
                let hasCodes = segment.elements.count > 2 && !segment.elements[2].codes.isEmpty
                if segment.id == "HL", hasCodes, segment.elements[2].usage == .required {
                    continue
                }
            }
            report.add(quoting: line.path)
        }
    }

    /// Where a guide has levels, a file is cut where one or a record begins, so that neither may
    /// stand inside anything else.
    static let levelPlace = GrammarRule(
        "grammar.level.place",
        "levels and their records stand in levels only, and a level is no record"
    ) { guide, report in
        let loops = guide.guide.loops
        guard loops.contains(where: \.isLevel) else { return }
        for (index, loop) in loops.enumerated() where loop.isLevel || loop.isRecord {
            guard let line = guide.loopLines[index], !guide.isInnerCopy(index),
                let parent = loop.parent
            else { continue }
            let stands = loops[parent].isLevel || parent == 0 && loop.isLevel
            if !stands || loop.isLevel && loop.isRecord { report.add(quoting: line.path) }
        }
    }
}

extension ResolvedGuide {
    /// The id of the segment that a loop begins with.
    fileprivate func firstID(_ loop: Int) -> String? {
        start(of: .loop(loop)).map { guide.segments[$0].id }
    }

    /// Whether the loop was made inside a copy, with no line of its own.
    fileprivate func isInnerCopy(_ loop: Int) -> Bool {
        guard isCopy[loop], let parent = guide.loops[loop].parent else { return false }
        return isCopy[parent]
    }
}
