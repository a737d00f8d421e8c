extension GuideHeader {
    /// Reads what follows the keyword: the name, then keywords with a value each, in any order.
    init(_ line: inout LineReader) throws(GrammarProblem) {
        name = try line.word("name")
        while let keyword = line.peek {
            line.skip()
            switch line.text.string(keyword) {
            case "transaction": transaction = try line.word("transaction")
            case "group": group = try line.word("group")
            case "dictionary": dictionary = try line.word("dictionary")
            default: throw line.text.problem(.unknownKeyword, quoting: keyword)
            }
        }
        for (column, token) in [
            ("transaction", transaction), ("group", group), ("dictionary", dictionary),
        ] where token.isEmpty {
            throw line.missing(column)
        }
    }
}

extension LoopLine {
    /// Reads what follows the keyword: the columns, then `level`, `record` and `as PATH`, each once
    /// at most and in any order.
    init(_ line: inout LineReader) throws(GrammarProblem) {
        path = try line.path()
        name = try line.name()
        usage = try line.usage()
        maximum = try line.maximum()
        while let token = line.peek {
            switch line.text.string(token) {
            case "level" where !isLevel: isLevel = true
            case "record" where !isRecord: isRecord = true
            case "as" where original == nil:
                line.skip()
                original = try line.path()
                continue
            default: return
            }
            line.skip()
        }
    }
}

extension ConditionLine {
    /// Reads what follows the keyword: `2000/INS-03 ~ 024`.
    init(_ line: inout LineReader, codes list: inout [Token]) throws(GrammarProblem) {
        target = try line.word("element")
        let text = line.text
        let bytes = text.bytes
        let start = Int(target.start)
        let end = Int(target.end)
        let slash = (start..<end).last { bytes[$0] == UInt8(ascii: "/") }
        path = slash.map { Token(start, $0) } ?? Token(start, start)
        let segmentStart = slash.map { $0 + 1 } ?? start
        guard let dash = (segmentStart..<end).first(where: { bytes[$0] == UInt8(ascii: "-") }),
            dash > segmentStart, let element = text.number(Token(dash + 1, end)), element > 0
        else { throw text.problem(.malformedCondition, quoting: target) }
        segment = Token(segmentStart, dash)
        self.element = element
        guard line.take(UInt8(ascii: "~")) else {
            throw text.problem(.malformedCondition, quoting: target)
        }
        let first = list.count
        try line.codes(into: &list)
        codes = first..<list.count
    }

    mutating func extend(to end: Int) {
        codes = codes.lowerBound..<end
    }
}
