/// Reads a guide file line by line.
struct GuideReader {
    private var line: LineReader
    private(set) var syntax: GuideSyntax
    private(set) var problems: [GrammarProblem] = []
    /// What a line that begins with `~` adds codes to.
    private var continued = Continued.nothing
    /// After a segment line that could not be read, its element lines say nothing.
    private var isInBrokenSegment = false

    private enum Continued {
        case nothing, broken, element, condition
    }

    init(_ text: GrammarText) {
        line = LineReader(text)
        syntax = GuideSyntax(text: text)
        syntax.statements.reserveCapacity(256)
        syntax.elements.reserveCapacity(2048)
        syntax.codes.reserveCapacity(4096)
    }

    mutating func read() {
        while line.advance() {
            do throws(GrammarProblem) {
                try readLine()
            } catch {
                problems.append(error)
                if syntax.header.name.isEmpty { return }
                continued = .broken
            }
        }
    }

    private mutating func readLine() throws(GrammarProblem) {
        switch line.peekByte {
        case 0x30...0x39: try readElement()
        case UInt8(ascii: "~"): try readMoreCodes()
        default: try readStatement()
        }
    }

    private mutating func readStatement() throws(GrammarProblem) {
        let keyword = try line.word("keyword")
        let word = line.text.string(keyword)
        guard word == "when" || word == "guide" || !syntax.header.name.isEmpty else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        if word != "when" {
            continued = .nothing
            isInBrokenSegment = word == "segment"
        }
        switch word {
        case "guide": try readHeader(keyword)
        case "variant": try readVariants(keyword)
        case "table": try readTable()
        case "loop": try readLoop()
        case "in": syntax.statements.append(.reenter(try line.path()))
        case "end": syntax.statements.append(.end)
        case "segment": try readSegment()
        case "when": try readCondition(keyword)
        default: throw line.text.problem(.unknownKeyword, quoting: keyword)
        }
        try line.finish()
    }

    private mutating func readHeader(_ keyword: Token) throws(GrammarProblem) {
        guard syntax.header.name.isEmpty else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        syntax.header = try GuideHeader(&line)
    }

    private mutating func readVariants(_ keyword: Token) throws(GrammarProblem) {
        guard syntax.statements.isEmpty else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        syntax.header.variants.append(try line.word("variant"))
        while let token = line.peek {
            syntax.header.variants.append(token)
            line.skip()
        }
    }

    private mutating func readTable() throws(GrammarProblem) {
        let token = try line.word("table")
        guard let number = line.text.number(token), (1...3).contains(number) else {
            throw line.text.problem(.unknownTable, quoting: token)
        }
        syntax.statements.append(.table(number))
    }

    private mutating func readLoop() throws(GrammarProblem) {
        syntax.statements.append(.loop(try LoopLine(&line)))
    }

    private mutating func readSegment() throws(GrammarProblem) {
        let place = try line.word("position")
        guard let position = line.text.number(place) else {
            throw line.text.problem(.malformedPosition, quoting: place)
        }
        let id = try line.word("segment")
        let segment = SegmentLine(
            position: position, id: id, name: try line.name(), usage: try line.usage(),
            maximum: try line.maximum(),
            elements: syntax.elements.count..<syntax.elements.count)
        syntax.statements.append(.segment(segment))
        isInBrokenSegment = false
    }
}

// MARK: - Lines beneath a segment

extension GuideReader {
    private mutating func readElement() throws(GrammarProblem) {
        let place = line.keyword
        guard isInBrokenSegment || lastSegment != nil else {
            throw line.text.problem(.misplacedLine, quoting: place)
        }
        let (position, component) = try line.elementPosition()
        let usage = try line.usage()
        let name = try line.name()
        let maximum = try line.elementMaximum()
        var element = ElementLine(
            place: place, position: position, component: component, usage: usage, name: name,
            maximum: maximum, codes: syntax.codes.count..<syntax.codes.count)
        if line.take(UInt8(ascii: "~")) {
            try line.codes(into: &syntax.codes)
            element.codes = element.codes.lowerBound..<syntax.codes.count
        }
        if line.take(UInt8(ascii: "@")) { element.list = try line.word("code list") }
        try line.finish()
        guard !isInBrokenSegment, let index = lastSegment else {
            continued = .broken
            return
        }
        syntax.elements.append(element)
        updateSegment(index) { $0.elements = $0.elements.lowerBound..<$0.elements.upperBound + 1 }
        continued = .element
    }

    private var lastSegment: Int? {
        guard case .segment? = syntax.statements.last else { return nil }
        return syntax.statements.count - 1
    }

    private mutating func updateSegment(_ index: Int, _ change: (inout SegmentLine) -> Void) {
        guard case .segment(var segment) = syntax.statements[index] else { return }
        change(&segment)
        syntax.statements[index] = .segment(segment)
    }

    /// `~ 06 07`: more codes of the line above.
    private mutating func readMoreCodes() throws(GrammarProblem) {
        let mark = try line.word("codes")
        guard mark.count == 1 else { throw line.text.problem(.unknownKeyword, quoting: mark) }
        if continued == .nothing { throw line.text.problem(.misplacedLine, quoting: mark) }
        try line.codes(into: &syntax.codes)
        try line.finish()
        let end = syntax.codes.count
        let last = syntax.elements.count - 1
        switch continued {
        case .nothing, .broken: break
        case .element:
            syntax.elements[last].codes = syntax.elements[last].codes.lowerBound..<end
        case .condition: syntax.conditions[syntax.conditions.count - 1].extend(to: end)
        }
    }

    /// `when 2000/INS-03 ~ 024`: of the element line above, or of the segment itself.
    private mutating func readCondition(_ keyword: Token) throws(GrammarProblem) {
        let condition = try ConditionLine(&line, codes: &syntax.codes)
        if isInBrokenSegment || continued == .broken { return }
        guard let index = lastSegment, case .segment(let segment) = syntax.statements[index] else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        let last = syntax.elements.count - 1
        let isTaken =
            segment.elements.isEmpty
            ? segment.condition != nil : syntax.elements[last].condition != nil
        if isTaken { throw line.text.problem(.misplacedLine, quoting: keyword) }
        let number = syntax.conditions.count
        syntax.conditions.append(condition)
        if segment.elements.isEmpty {
            updateSegment(index) { $0.condition = number }
        } else {
            syntax.elements[last].condition = number
        }
        continued = .condition
    }
}
