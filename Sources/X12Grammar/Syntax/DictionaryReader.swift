/// Reads a dictionary file line by line.
struct DictionaryReader {
    private var line: LineReader
    private(set) var syntax: DictionarySyntax
    private(set) var problems: [GrammarProblem] = []
    private var block = Block.none

    /// What the lines without a keyword belong to.
    private enum Block {
        case none, broken, group, list
    }

    init(_ text: GrammarText) {
        line = LineReader(text)
        syntax = DictionarySyntax(text: text)
        syntax.elements.reserveCapacity(512)
        syntax.positions.reserveCapacity(1024)
    }

    mutating func read() {
        while line.advance() {
            do throws(GrammarProblem) {
                try readLine()
            } catch {
                problems.append(error)
                if syntax.name.isEmpty { return }
            }
        }
    }

    private mutating func readLine() throws(GrammarProblem) {
        switch line.peekByte {
        case 0x30...0x39:
            try readPosition()
        case UInt8(ascii: "~"):
            try readCodes()
        default:
            try readEntry()
        }
    }

    private mutating func readEntry() throws(GrammarProblem) {
        let keyword = try line.word("keyword")
        let isHeader = line.text.spells(keyword, "dictionary")
        guard isHeader == syntax.name.isEmpty else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        if line.text.spells(keyword, "notes") { return try readNotes(keyword) }
        block = .broken
        if isHeader {
            syntax.name = try line.word("name")
            block = .none
        } else if line.text.spells(keyword, "element") {
            try readElement()
        } else if line.text.spells(keyword, "composite") {
            try readGroup(isComposite: true)
        } else if line.text.spells(keyword, "segment") {
            try readGroup(isComposite: false)
        } else if line.text.spells(keyword, "codes") {
            try readList()
        } else {
            throw line.text.problem(.unknownKeyword, quoting: keyword)
        }
        try line.finish()
    }

    /// `element 782  Monetary Amount  R  1/18`
    private mutating func readElement() throws(GrammarProblem) {
        let number = try line.word("number")
        let name = try line.name()
        let type = try line.elementType()
        let (minimum, maximum) = try line.lengths()
        syntax.elements.append(
            ElementEntry(
                number: number, name: name, type: type, minimumLength: minimum,
                maximumLength: maximum))
        block = .none
    }

    private mutating func readGroup(isComposite: Bool) throws(GrammarProblem) {
        let id = try line.word(isComposite ? "composite" : "segment")
        syntax.groups.append(
            GroupEntry(
                isComposite: isComposite, id: id, name: try line.name(),
                positions: syntax.positions.count..<syntax.positions.count,
                notes: syntax.notes.count..<syntax.notes.count))
        block = .group
    }

    /// `codes state  copied  States and provinces`
    private mutating func readList() throws(GrammarProblem) {
        let name = try line.word("name")
        var keeping = ListEntry.Keeping.here
        if let token = line.peek, let known = ListEntry.Keeping(rawValue: line.text.string(token)) {
            keeping = known
            line.skip()
        }
        syntax.lists.append(
            ListEntry(
                name: name, title: try line.name(), keeping: keeping,
                codes: syntax.codes.count..<syntax.codes.count))
        block = .list
    }

    /// `05  X  C056  10`
    private mutating func readPosition() throws(GrammarProblem) {
        let place = line.keyword
        if block == .broken { return }
        guard block == .group else { throw line.text.problem(.misplacedLine, quoting: place) }
        let (position, component) = try line.elementPosition()
        guard component == 0 else { throw line.text.problem(.malformedPosition, quoting: place) }
        let entry = PositionLine(
            place: place, position: position, requirement: try line.requirement(),
            number: try line.word("number"),
            maximum: line.peek == nil ? 1 : try line.maximum())
        try line.finish()
        syntax.positions.append(entry)
        let last = syntax.groups.count - 1
        let first = syntax.groups[last].positions.lowerBound
        syntax.groups[last].positions = first..<syntax.positions.count
    }

    /// `notes  P0102 P1011`
    private mutating func readNotes(_ keyword: Token) throws(GrammarProblem) {
        if block == .broken { return }
        guard block == .group else { throw line.text.problem(.misplacedLine, quoting: keyword) }
        syntax.notes.append(try line.word("note"))
        while let token = line.peek {
            syntax.notes.append(token)
            line.skip()
        }
        let last = syntax.groups.count - 1
        let first = syntax.groups[last].notes.lowerBound
        syntax.groups[last].notes = first..<syntax.notes.count
    }

    /// `~ N Y`
    private mutating func readCodes() throws(GrammarProblem) {
        let mark = try line.word("codes")
        if block == .broken { return }
        guard mark.count == 1, block == .list else {
            throw line.text.problem(.misplacedLine, quoting: mark)
        }
        try line.codes(into: &syntax.codes)
        try line.finish()
        let last = syntax.lists.count - 1
        let first = syntax.lists[last].codes.lowerBound
        syntax.lists[last].codes = first..<syntax.codes.count
    }
}
