/// Reads a profile file line by line.
struct ProfileReader {
    private var line: LineReader
    private(set) var syntax: ProfileSyntax
    private(set) var problems: [GrammarProblem] = []
    /// What a line that begins with `~`, or `when`, belongs to.
    private var last = Last.nothing

    private enum Last {
        case nothing, broken, entry, condition, label
    }

    init(_ text: GrammarText) {
        line = LineReader(text)
        syntax = ProfileSyntax(text: text)
    }

    mutating func read() {
        while line.advance() {
            do throws(GrammarProblem) {
                try readLine()
            } catch {
                problems.append(error)
                if syntax.name.isEmpty { return }
                last = .broken
            }
        }
    }

    private mutating func readLine() throws(GrammarProblem) {
        let keyword = try line.word("keyword")
        let word = line.text.string(keyword)
        if syntax.name.isEmpty != (word == "profile") {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        switch word {
        case "profile": try readHeader()
        case "guide": try readSection()
        case "sender", "receiver": try readParty(isSender: word == "sender")
        case "rule": try readEntry(isRule: true)
        case "severity": try readEntry(isRule: false)
        case "label": try readLabel()
        case "when": try readCondition(keyword)
        case "~": try readCodes(keyword)
        default: throw line.text.problem(.unknownKeyword, quoting: keyword)
        }
        try line.finish()
    }

    /// `profile NAME  guide GUIDE …  envelope GUIDE`
    private mutating func readHeader() throws(GrammarProblem) {
        let name = try line.word("name")
        var guides: [Token] = []
        while let keyword = line.peek {
            line.skip()
            switch line.text.string(keyword) {
            case "guide": guides = try readGuides()
            case "envelope": syntax.envelope = try line.word("envelope")
            default: throw line.text.problem(.unknownKeyword, quoting: keyword)
            }
        }
        if guides.isEmpty { throw line.missing("guide") }
        if syntax.envelope.isEmpty { throw line.missing("envelope") }
        syntax.name = name
        syntax.sections.append(ProfileSyntax.SectionLines(guides: guides))
    }

    /// `guide GUIDE …`: what follows is said of these.
    private mutating func readSection() throws(GrammarProblem) {
        last = .nothing
        syntax.sections.append(ProfileSyntax.SectionLines(guides: try readGuides()))
    }

    /// As many guides as there are, up to the end of the line or `envelope`.
    private mutating func readGuides() throws(GrammarProblem) -> [Token] {
        var guides = [try line.word("guide")]
        while let token = line.peek, line.text.string(token) != "envelope" {
            guides.append(token)
            line.skip()
        }
        return guides
    }

    private mutating func readParty(isSender: Bool) throws(GrammarProblem) {
        last = .nothing
        let party = try line.word(isSender ? "sender" : "receiver")
        _ = try line.certainty()
        if isSender {
            section.senders.append(party)
        } else {
            section.receivers.append(party)
        }
    }

    /// The one that is open: the first line opens one, or nothing else is read.
    private var section: ProfileSyntax.SectionLines {
        get { syntax.sections[syntax.sections.count - 1] }
        _modify { yield &syntax.sections[syntax.sections.count - 1] }
    }

    private mutating func readEntry(isRule: Bool) throws(GrammarProblem) {
        let id = try line.ruleID()
        let place = try line.place()
        let level = try line.level()
        let mark = line.peek
        let certainty = try line.certainty()
        if level == .error, certainty != .found {
            throw line.text.problem(.unsureError, quoting: mark ?? id)
        }
        let first = syntax.codes.count
        if isRule, line.take(UInt8(ascii: "~")) { try line.codes(into: &syntax.codes) }
        section.entries.append(
            ProfileSyntax.EntryLine(
                isRule: isRule, id: id, place: place, level: level, certainty: certainty,
                codes: first..<syntax.codes.count))
        last = .entry
    }

    private mutating func readLabel() throws(GrammarProblem) {
        let place = try line.place()
        let certainty = try line.certainty()
        section.labels.append(
            ProfileSyntax.LabelLine(
                place: place, certainty: certainty,
                codes: syntax.codes.count..<syntax.codes.count,
                names: syntax.names.count..<syntax.names.count))
        last = .label
    }
}

// MARK: - Lines beneath another

extension ProfileReader {
    /// `when 2000/INS-03 ~ 024`, once beneath a rule or severity.
    private mutating func readCondition(_ keyword: Token) throws(GrammarProblem) {
        let condition = try ConditionLine(&line, codes: &syntax.codes)
        if last == .broken { return }
        let entry = section.entries.count - 1
        guard last == .entry, section.entries[entry].condition == nil else {
            throw line.text.problem(.misplacedLine, quoting: keyword)
        }
        section.entries[entry].condition = syntax.conditions.count
        syntax.conditions.append(condition)
        last = .condition
    }

    /// More codes of the line above, or beneath a label a code and its name.
    private mutating func readCodes(_ mark: Token) throws(GrammarProblem) {
        switch last {
        case .nothing: throw line.text.problem(.misplacedLine, quoting: mark)
        case .broken: try line.codes(into: &syntax.codes)
        case .entry:
            let entry = section.entries.count - 1
            guard section.entries[entry].isRule else {
                throw line.text.problem(.misplacedLine, quoting: mark)
            }
            try line.codes(into: &syntax.codes)
            section.entries[entry].codes =
                section.entries[entry].codes.lowerBound..<syntax.codes.count
        case .condition:
            try line.codes(into: &syntax.codes)
            syntax.conditions[syntax.conditions.count - 1].extend(to: syntax.codes.count)
        case .label: try readLabelCode()
        }
    }

    private mutating func readLabelCode() throws(GrammarProblem) {
        let code = try line.word("code")
        let name = try line.name()
        syntax.codes.append(code)
        syntax.names.append(name)
        let label = section.labels.count - 1
        section.labels[label].codes = section.labels[label].codes.lowerBound..<syntax.codes.count
        section.labels[label].names = section.labels[label].names.lowerBound..<syntax.names.count
    }
}
