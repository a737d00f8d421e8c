/// What the first lines of a grammar file say it is.
enum FileKind: Sendable {
    case dictionary(String)
    case guide(GuideSummary)
    /// Its name.
    case profile(String)
    /// Neither; the checker tells why.
    case unknown

    /// `guide 005010X220A1  transaction 834 …` and the variants beneath.
    struct GuideSummary: Sendable {
        let name: String
        let variants: [String]
        let transaction: String
        let dictionary: String
    }

    var summary: GuideSummary? {
        if case .guide(let summary) = self { summary } else { nil }
    }

    init(_ file: GrammarFile) {
        let text = GrammarReader.head(file)
        var line = LineReader(text)
        guard line.advance() else {
            self = .unknown
            return
        }
        switch text.string(line.keyword) {
        case "dictionary":
            line.skip()
            self = .dictionary(line.peek.map(text.string) ?? "")
        case "guide":
            self = .guide(GuideSummary(GrammarReader.header(text)))
        case "profile":
            line.skip()
            self = .profile(line.peek.map(text.string) ?? "")
        default: self = .unknown
        }
    }
}

extension FileKind.GuideSummary {
    init(_ syntax: GuideSyntax) {
        name = syntax.text.string(syntax.header.name)
        variants = syntax.header.variants.map(syntax.text.string)
        transaction = syntax.text.string(syntax.header.transaction)
        dictionary = syntax.text.string(syntax.header.dictionary)
    }
}
