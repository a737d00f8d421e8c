/// What a list of codes may hold.
extension GrammarRule {
    static let duplicateCode = GrammarRule(
        "grammar.code.duplicate", "a code stands once in its list"
    ) { guide, report in
        for index in guide.guide.segments.indices where !guide.isCopied(index) {
            for line in guide.lines(ofSegment: index) {
                for code in guide.text.duplicates(guide.syntax.codes[line.codes]) {
                    report.add(quoting: code)
                }
            }
        }
    }

    static let codeLength = GrammarRule(
        "grammar.code.length", "a code is as long as its element may be"
    ) { guide, report in
        guide.forEachUsedSegment { index, segment in
            for line in guide.lines(ofSegment: index) where !line.codes.isEmpty {
                let place = segment.elements[line.position - 1]
                let element = line.component > 0 ? place.components[line.component - 1] : place
                if element.isComposite { continue }
                let lengths = element.minimumLength...element.maximumLength
                for code in guide.syntax.codes[line.codes] {
                    if !lengths.contains(guide.text.characters(code)) {
                        report.add(quoting: code)
                    }
                }
            }
        }
    }

    static let emptyCodeList = GrammarRule(
        "grammar.codes.empty", "a code list has codes, or is external and has none")
}

extension GrammarText {
    func characters(_ token: Token) -> Int {
        bytes[Int(token.start)..<Int(token.end)].count { $0 & 0xC0 != 0x80 }
    }

    /// The codes that stand in the list before.
    func duplicates(_ codes: ArraySlice<Token>) -> [Token] {
        guard codes.count > 1 else { return [] }
        var seen: Set<String> = []
        return codes.filter { !seen.insert(string($0)).inserted }
    }
}
