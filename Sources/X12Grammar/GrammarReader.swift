/// Turns the text of a grammar file into its lines.
enum GrammarReader {
    /// With `isChecked`, the text is known to be text.
    static func guide(
        _ file: GrammarFile, isChecked: Bool = false, problems: inout [GrammarProblem]
    ) -> GuideSyntax {
        let text = file.text
        var reader = GuideReader(text)
        if !isChecked, let problem = problem(of: text) {
            problems.append(problem)
        } else {
            reader.read()
            problems += reader.problems
        }
        return reader.syntax
    }

    static func dictionary(
        _ file: GrammarFile, isChecked: Bool = false, problems: inout [GrammarProblem]
    ) -> DictionarySyntax {
        let text = file.text
        var reader = DictionaryReader(text)
        if !isChecked, let problem = problem(of: text) {
            problems.append(problem)
        } else {
            reader.read()
            problems += reader.problems
        }
        return reader.syntax
    }

    static func profile(
        _ file: GrammarFile, isChecked: Bool = false, problems: inout [GrammarProblem]
    ) -> ProfileSyntax {
        let text = file.text
        var reader = ProfileReader(text)
        if !isChecked, let problem = problem(of: text) {
            problems.append(problem)
        } else {
            reader.read()
            problems += reader.problems
        }
        return reader.syntax
    }

    /// The first lines of a file, up to the first that is neither blank, comment, `dictionary`,
    /// `guide`, `profile` nor `variant`.
    static func head(_ file: GrammarFile) -> GrammarText {
        GrammarText(path: file.path, bytes: file.withBytes { Array($0.prefix(headLength($0))) })
    }

    /// The header of a guide, from the first lines of its file.
    static func header(_ head: GrammarText) -> GuideSyntax {
        var reader = GuideReader(head)
        reader.read()
        return reader.syntax
    }

    private static func headLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            switch bytes[start..<end].first(where: { $0 != UInt8(ascii: " ") }) {
            case nil, UInt8(ascii: "\r"), UInt8(ascii: "#"), UInt8(ascii: "d"),
                UInt8(ascii: "g"), UInt8(ascii: "p"), UInt8(ascii: "v"):
                start = end + 1
            default: return start
            }
        }
        return bytes.count
    }

    /// The first byte that is no text, or the line that is no UTF-8, if there is one.
    private static func problem(of text: GrammarText) -> GrammarProblem? {
        if let offset = text.bytes.firstIndex(where: isControl) {
            return text.problem(.malformedText, at: Token(offset, offset))
        }
        if isUTF8(text.bytes[...]) { return nil }
        let line = text.bytes.split(separator: UInt8(ascii: "\n")).first { !isUTF8($0) }
        let offset = line?.startIndex ?? 0
        return text.problem(.malformedText, at: Token(offset, offset))
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}
