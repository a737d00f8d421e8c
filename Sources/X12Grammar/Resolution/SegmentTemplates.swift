/// What the dictionary says of a segment or composite, before a guide chooses from it.
struct Template: Sendable {
    /// By position, all `.notUsed`.
    var elements: [ElementDefinition] = []
    /// By position.
    var requirements: [Requirement] = []
    /// By position; empty for what is not a composite.
    var componentRequirements: [[Requirement]] = []
    var notes: [SyntaxNote] = []
}

/// Makes the templates that a guide asks for, each once.
struct SegmentTemplates {
    let dictionary: X12Dictionary
    private(set) var problems: [GrammarProblem] = []
    private var segments = NameTable<Template>()
    private var composites = NameTable<Template>()
    private var lists: [String: CodeList] = [:]

    init(_ dictionary: X12Dictionary) {
        self.dictionary = dictionary
    }

    /// `nil` for a segment that the dictionary does not define.
    mutating func segment(_ key: NameKey) -> Template? {
        if let known = segments[key] { return known }
        guard let (file, group) = dictionary.segment(key) else { return nil }
        let template = template(group, in: file)
        _ = segments.update(key, template)
        return template
    }

    /// Makes every template of the dictionary, for their problems.
    mutating func resolveAll() {
        for file in dictionary.files {
            for group in file.groups {
                guard let key = NameKey(group.id, in: file.text) else { continue }
                _ = group.isComposite ? composite(key) : segment(key)
            }
        }
    }

    mutating func codeList(_ name: String) -> CodeList? {
        if let known = lists[name] { return known }
        let list = dictionary.codeList(name)
        lists[name] = list
        return list
    }

    private mutating func template(_ group: GroupEntry, in file: DictionarySyntax) -> Template {
        var template = Template()
        for line in file.positions[group.positions] {
            guard line.position == template.elements.count + 1 else {
                let rule: GrammarRule =
                    line.position > template.elements.count ? .positionGap : .duplicatePosition
                problems.append(file.text.problem(rule, quoting: line.place))
                continue
            }
            append(line, of: group, in: file, to: &template)
        }
        template.notes = file.notes[group.notes].compactMap { token in
            note(token, in: file.text, count: template.elements.count)
        }
        return template
    }

    private mutating func append(
        _ line: PositionLine, of group: GroupEntry, in file: DictionarySyntax,
        to template: inout Template
    ) {
        guard let key = NameKey(line.number, in: file.text) else {
            problems.append(file.text.problem(.undefinedElement, quoting: line.number))
            return
        }
        if let (text, entry) = dictionary.element(key) {
            template.elements.append(ElementDefinition(entry, in: text, at: line))
            template.componentRequirements.append([])
        } else if let (_, entry) = dictionary.composite(key) {
            guard !group.isComposite else {
                problems.append(file.text.problem(.nestedComposite, quoting: line.number))
                return
            }
            let composite = composite(key)
            let name = file.text.string(entry.name)
            template.elements.append(
                ElementDefinition(composite, name, file.text.string(line.number), at: line))
            template.componentRequirements.append(composite.requirements)
        } else {
            let isComposite = file.text.first(line.number) == UInt8(ascii: "C")
            problems.append(
                file.text.problem(
                    isComposite ? .undefinedComposite : .undefinedElement, quoting: line.number))
            return
        }
        template.requirements.append(line.requirement)
    }

    private mutating func composite(_ key: NameKey) -> Template {
        if let known = composites[key] { return known }
        guard let (file, group) = dictionary.composite(key) else { return Template() }
        let template = template(group, in: file)
        _ = composites.update(key, template)
        return template
    }

    /// `P0304`
    private mutating func note(_ token: Token, in text: GrammarText, count: Int) -> SyntaxNote? {
        guard token.count >= 5, token.count % 2 == 1,
            let kind = SyntaxNote.Kind(
                rawValue: text.string(Token(Int(token.start), Int(token.start) + 1)))
        else {
            problems.append(text.problem(.malformedNote, quoting: token))
            return nil
        }
        var positions: [Int] = []
        for start in stride(from: Int(token.start) + 1, to: Int(token.end), by: 2) {
            guard let position = text.number(Token(start, start + 2)) else {
                problems.append(text.problem(.malformedNote, quoting: token))
                return nil
            }
            positions.append(position)
        }
        guard positions.allSatisfy({ $0 > 0 && $0 <= count }) else {
            problems.append(text.problem(.missingNotePosition, quoting: token))
            return nil
        }
        return SyntaxNote(kind: kind, positions: positions)
    }
}

extension ElementDefinition {
    /// As the dictionary has it.
    init(_ entry: ElementEntry, in text: GrammarText, at line: PositionLine) {
        self.init(
            position: line.position, name: text.string(entry.name), usage: .notUsed,
            maximum: line.maximum, number: text.string(entry.number), type: entry.type,
            minimumLength: entry.minimumLength, maximumLength: entry.maximumLength, codes: [],
            codeList: nil, listCodes: [], components: [], notes: [], condition: nil)
    }

    /// A composite as the dictionary has it.
    init(_ composite: Template, _ name: String, _ number: String, at line: PositionLine) {
        self.init(
            position: line.position, name: name, usage: .notUsed, maximum: line.maximum,
            number: number, type: .string, minimumLength: 0, maximumLength: 0, codes: [],
            codeList: nil, listCodes: [], components: composite.elements, notes: composite.notes,
            condition: nil)
    }
}
