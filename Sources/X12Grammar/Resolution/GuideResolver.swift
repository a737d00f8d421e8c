/// Makes a guide from its lines: finds loops, segments, elements and code lists.
struct GuideResolver {
    let syntax: GuideSyntax
    private var templates: SegmentTemplates
    var problems: [GrammarProblem] = []
    var loops: [OpenLoop]
    var loopOfPath: [String: Int] = [:]
    var segments: [SegmentDefinition] = []
    var segmentLines: [SegmentLine] = []
    var usedTemplates: [Template] = []
    private(set) var table = 1
    var current = 0

    /// The current loop where the line that opens it is wrong: what follows is passed over.
    static let brokenLoop = -1

    /// A loop whose children are still being gathered.
    struct OpenLoop {
        let line: LoopLine?
        let id: String
        let path: String
        let parent: Int?
        /// Whether its children are those of another loop.
        var isCopy = false
        var children: [LoopDefinition.Child] = []
    }

    init(_ syntax: GuideSyntax, _ dictionary: X12Dictionary) {
        self.syntax = syntax
        templates = SegmentTemplates(dictionary)
        loops = [OpenLoop(line: nil, id: "", path: "", parent: nil)]
        segments.reserveCapacity(syntax.statements.count)
    }

    var text: GrammarText { syntax.text }

    /// The guide; where there are problems it is not whole.
    mutating func resolve() -> ResolvedGuide {
        for statement in syntax.statements {
            switch statement {
            case .table(let number): (table, current) = (number, 0)
            case .end: current = 0
            case .loop(let line): open(line)
            case .reenter(let path): reenter(path)
            case .segment(let line): add(line)
            }
        }
        problems = templates.problems + problems
        return ResolvedGuide(
            guide: guide(), syntax: syntax, loopLines: loops.map(\.line),
            isCopy: loops.map(\.isCopy), segmentLines: segmentLines, templates: usedTemplates)
    }

    private func guide() -> Guide {
        let header = syntax.header
        return Guide(
            name: text.string(header.name), variants: header.variants.map(text.string),
            transaction: text.string(header.transaction), group: text.string(header.group),
            dictionary: text.string(header.dictionary), loops: loops.map(definition),
            segments: segments)
    }

    private func definition(_ loop: OpenLoop) -> LoopDefinition {
        LoopDefinition(
            id: loop.id, path: loop.path, name: loop.line.map { text.string($0.name) } ?? "",
            usage: loop.line?.usage ?? .required, maximum: loop.line.map(\.maximum) ?? 1,
            parent: loop.parent, isRecord: loop.line?.isRecord ?? false,
            isLevel: loop.line?.isLevel ?? false, children: loop.children)
    }

    // MARK: - Loops

    private mutating func open(_ line: LoopLine) {
        let path = text.string(line.path)
        var parent = 0
        var id = path
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            id = String(path[path.utf8.index(after: slash)...])
            let around = Token(Int(line.path.start), Int(line.path.end) - id.utf8.count - 1)
            parent = openLoop(String(path[..<slash]), named: around)
        }
        current = Self.brokenLoop
        if parent == Self.brokenLoop { return }
        if loops[parent].isCopy {
            problems.append(text.problem(.writtenCopy, quoting: line.path))
            return
        }
        guard loopOfPath.updateValue(loops.count, forKey: path) == nil else {
            problems.append(text.problem(.duplicateLoop, quoting: line.path))
            return
        }
        current = loops.count
        loops[parent].children.append(.loop(current))
        loops.append(OpenLoop(line: line, id: id, path: path, parent: parent))
        if let original = line.original { copy(original) }
    }

    private mutating func reenter(_ path: Token) {
        current = openLoop(text.string(path), named: path)
    }

    /// The loop of that path, if it is the one being read or around it.
    private mutating func openLoop(_ path: String, named token: Token) -> Int {
        guard let loop = loopOfPath[path] else {
            problems.append(text.problem(.undefinedLoop, quoting: token))
            return Self.brokenLoop
        }
        guard isOpen(loop) else {
            problems.append(text.problem(.closedLoop, quoting: token))
            return Self.brokenLoop
        }
        return loop
    }

    func isOpen(_ loop: Int) -> Bool {
        var around: Int? = current
        while let index = around, index != Self.brokenLoop {
            if index == loop { return true }
            around = loops[index].parent
        }
        return false
    }

    // MARK: - Segments

    private mutating func add(_ line: SegmentLine) {
        if current == Self.brokenLoop { return }
        if loops[current].isCopy {
            problems.append(text.problem(.writtenCopy, quoting: line.id))
            return
        }
        guard let key = NameKey(line.id, in: text), let template = templates.segment(key) else {
            problems.append(text.problem(.undefinedSegment, quoting: line.id))
            return
        }
        let elements = elements(line, template)
        loops[current].children.append(.segment(segments.count))
        segments.append(
            SegmentDefinition(
                id: text.string(line.id), name: text.string(line.name), usage: line.usage,
                maximum: line.maximum, loop: current, table: table, position: line.position,
                elements: elements, notes: template.notes, condition: condition(line.condition)))
        segmentLines.append(line)
        usedTemplates.append(template)
    }

    private mutating func elements(
        _ segment: SegmentLine, _ template: Template
    ) -> [ElementDefinition] {
        var elements: [ElementDefinition] = []
        elements.reserveCapacity(template.elements.count)
        var index = segment.elements.lowerBound
        let end = segment.elements.upperBound
        while index < end {
            let line = syntax.elements[index]
            guard isInOrder(line, after: elements.count, of: template) else {
                index += 1
                continue
            }
            while elements.count < line.position - 1 {
                elements.append(template.elements[elements.count])
            }
            let known = template.elements[line.position - 1]
            let first = index + 1
            index = first
            while index < end, syntax.elements[index].position == line.position,
                syntax.elements[index].component > 0
            {
                index += 1
            }
            let components = components(known, syntax.elements[first..<index])
            elements.append(element(line, known, components))
        }
        elements.append(contentsOf: template.elements[elements.count...])
        return elements
    }

    /// Whether an element line follows the ones above it and the dictionary knows its position.
    private mutating func isInOrder(
        _ line: ElementLine, after count: Int, of template: Template
    ) -> Bool {
        let rule: GrammarRule
        if line.position > template.elements.count {
            rule = .unknownPosition
        } else if line.component > 0 {
            rule = .orphanComponent
        } else if line.position <= count {
            rule = .duplicatePosition
        } else {
            return true
        }
        problems.append(text.problem(rule, quoting: line.place))
        return false
    }

    private mutating func components(
        _ composite: ElementDefinition, _ lines: ArraySlice<ElementLine>
    ) -> [ElementDefinition] {
        guard !lines.isEmpty else { return composite.components }
        var components: [ElementDefinition] = []
        components.reserveCapacity(composite.components.count)
        for line in lines {
            guard line.component <= composite.components.count else {
                let rule: GrammarRule = composite.isComposite ? .unknownPosition : .simpleElement
                problems.append(text.problem(rule, quoting: line.place))
                continue
            }
            guard line.component > components.count else {
                problems.append(text.problem(.duplicatePosition, quoting: line.place))
                continue
            }
            components += composite.components[components.count..<line.component - 1]
            components.append(element(line, composite.components[line.component - 1], []))
        }
        components += composite.components[components.count...]
        return components
    }

    private mutating func element(
        _ line: ElementLine, _ known: ElementDefinition, _ components: [ElementDefinition]
    ) -> ElementDefinition {
        var codes = line.codes.isEmpty ? [] : syntax.codes[line.codes].map(text.string)
        var name: String?
        var listCodes: [String] = []
        if let token = line.list {
            name = text.string(token)
            if let list = templates.codeList(text.string(token)) {
                if list.isCopied, codes.isEmpty { listCodes = list.codes }
                if !list.isExternal, codes.isEmpty { codes = list.codes }
            } else {
                problems.append(text.problem(.undefinedCodeList, quoting: token))
            }
        }
        return ElementDefinition(
            position: known.position, name: text.string(line.name), usage: line.usage,
            maximum: line.maximum, number: known.number, type: known.type,
            minimumLength: known.minimumLength, maximumLength: known.maximumLength, codes: codes,
            codeList: name, listCodes: listCodes, components: components, notes: known.notes,
            condition: condition(line.condition))
    }

    // MARK: - Conditions

    private mutating func condition(_ index: Int?) -> Condition? {
        guard let index else { return nil }
        let line = syntax.conditions[index]
        let path = text.string(line.path)
        guard let loop = path.isEmpty ? 0 : loopOfPath[path] else {
            problems.append(text.problem(.undefinedCondition, quoting: line.target))
            return nil
        }
        guard isOpen(loop) else {
            problems.append(text.problem(.distantCondition, quoting: line.target))
            return nil
        }
        return Condition(
            loop: loop, segment: text.string(line.segment), element: line.element,
            codes: syntax.codes[line.codes].map(text.string))
    }
}
