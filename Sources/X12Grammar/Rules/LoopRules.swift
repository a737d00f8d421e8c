/// How loops begin and which of them is the record.
extension GrammarRule {
    static let loopStart = GrammarRule(
        "grammar.loop.start", "a loop begins with a required segment that stands once"
    ) { guide, report in
        for (index, loop) in guide.guide.loops.enumerated() {
            guard let line = guide.loopLines[index] else { continue }
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
    /// beneath the patient.
    static let duplicateRecord = GrammarRule(
        "grammar.record.duplicate", "the loops of a guide that are records have one id"
    ) { guide, report in
        let first = guide.guide.loops.first(where: \.isRecord)
        for (index, loop) in guide.guide.loops.enumerated()
        where loop.isRecord && loop.id != first?.id {
            guard let line = guide.loopLines[index] else { continue }
            report.add(quoting: line.path)
        }
    }
}
