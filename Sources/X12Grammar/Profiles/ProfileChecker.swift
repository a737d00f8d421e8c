/// Finds what is wrong in a profile, beside the guides that it patches.
struct ProfileChecker {
    private let syntax: ProfileSyntax
    /// Those of the section.
    private let guides: [Guide]
    private let envelope: Guide
    private var problems: [GrammarProblem] = []

    private var text: GrammarText { syntax.text }

    private init(_ syntax: ProfileSyntax, _ guides: [Guide], _ envelope: Guide) {
        self.syntax = syntax
        self.guides = guides
        self.envelope = envelope
    }

    /// What is wrong in a section beyond the lines themselves.
    static func problems(
        of section: ProfileSyntax.SectionLines, in syntax: ProfileSyntax, _ guides: [Guide],
        _ envelope: Guide
    ) -> [GrammarProblem] {
        var checker = ProfileChecker(syntax, guides, envelope)
        var seen: Set<String> = []
        for entry in section.entries { checker.check(entry, &seen) }
        for label in section.labels { checker.check(label) }
        return checker.problems
    }

    private mutating func check(_ entry: ProfileSyntax.EntryLine, _ seen: inout Set<String>) {
        if !seen.insert("\(text.string(entry.id)) \(entry.place.place)").inserted {
            problems.append(text.problem(.duplicateEntry, quoting: entry.id))
        }
        check(codes: entry.codes, at: entry.place, needsElement: false)
        if let condition = entry.condition { check(syntax.conditions[condition]) }
    }

    private mutating func check(_ label: ProfileSyntax.LabelLine) {
        if label.codes.isEmpty {
            problems.append(text.problem(.emptyLabel, quoting: label.place.token))
        } else {
            check(codes: label.codes, at: label.place, needsElement: true)
        }
    }

    /// Whether there is such a place, and its element may have the codes.
    private mutating func check(
        codes: Range<Int>, at column: ProfileSyntax.PlaceColumn, needsElement: Bool
    ) {
        let codes = syntax.codes[codes]
        guard case .segment(let path, let id, let element) = column.place, element > 0 else {
            if needsElement || !codes.isEmpty {
                problems.append(text.problem(.codesPlace, quoting: column.token))
            } else if case .segment(let path, let id, _) = column.place,
                segments(path, id).isEmpty
            {
                problems.append(text.problem(.undefinedPlace, quoting: column.token))
            }
            return
        }
        let elements = elements(path, id, element)
        guard !elements.isEmpty else {
            problems.append(text.problem(.undefinedPlace, quoting: column.token))
            return
        }
        problems += text.duplicates(codes).map { text.problem(.duplicateCode, quoting: $0) }
        check(codes, of: elements, .widenedCodes)
    }

    private mutating func check(_ condition: ConditionLine) {
        let path = text.string(condition.path)
        let elements = elements(path, text.string(condition.segment), condition.element)
        guard !elements.isEmpty else {
            problems.append(text.problem(.undefinedCondition, quoting: condition.target))
            return
        }
        check(syntax.codes[condition.codes], of: elements, .conditionCode)
    }

    /// Codes that none of the elements has; any element without a list may have all.
    private mutating func check(
        _ codes: ArraySlice<Token>, of elements: [ElementDefinition], _ rule: GrammarRule
    ) {
        guard elements.allSatisfy({ !$0.codes.isEmpty }) else { return }
        for code in codes where !elements.contains(where: { $0.codes.contains(text.string(code)) })
        {
            problems.append(text.problem(rule, quoting: code))
        }
    }

    // MARK: - The guides

    /// Segments of the envelope are named without loops, as in findings.
    private func segments(_ path: String, _ id: String) -> [SegmentDefinition] {
        let inside = guides.flatMap { guide in
            guide.segments.filter { $0.id == id && guide.loops[$0.loop].path == path }
        }
        return path.isEmpty ? inside + envelope.segments.filter { $0.id == id } : inside
    }

    private func elements(_ path: String, _ id: String, _ element: Int) -> [ElementDefinition] {
        segments(path, id).compactMap { segment in
            guard element <= segment.elements.count else { return nil }
            let definition = segment.elements[element - 1]
            return definition.usage == .notUsed ? nil : definition
        }
    }
}
