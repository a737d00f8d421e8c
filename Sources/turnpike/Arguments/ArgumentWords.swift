/// The words behind the command's name, told apart: options, values, and what parts them.
struct ArgumentWords {
    struct Word {
        /// As it was given.
        let text: String
        let kind: Kind
        /// Of an option, with its dashes: `--to`, `-h`.
        var name: String { String(text.prefix { $0 != "=" }) }
        /// Of an option, what stands behind `=`, where something does.
        let value: String?

        var asksForHelp: Bool { text == "--help" || text == "-h" }
    }

    enum Kind { case value, option, terminator }

    private(set) var words: [Word] = []
    /// Of each word, whether it has been taken.
    private(set) var isTaken: [Bool] = []

    /// Throws what is no option that could ever be.
    init(_ arguments: some Sequence<String>) throws(UsageProblem) {
        var isOpen = true
        for argument in arguments {
            let word = isOpen ? try ArgumentWords.word(argument) : ArgumentWords.plain(argument)
            if word.kind == .terminator { isOpen = false }
            words.append(word)
        }
        isTaken = [Bool](repeating: false, count: words.count)
    }

    private static func plain(_ text: String) -> Word { Word(text: text, kind: .value, value: nil) }

    /// `-` is a value, as is what begins with no dash; behind `--` nothing is an option.
    private static func word(_ text: String) throws(UsageProblem) -> Word {
        let dashes = text.utf8.prefix { $0 == UInt8(ascii: "-") }.count
        let length = text.utf8.count
        if dashes == 0 || length == 1 { return plain(text) }
        if dashes == 2, length == 2 { return Word(text: text, kind: .terminator, value: nil) }
        guard dashes <= 2 else { throw .noOption(text) }
        guard let equals = text.firstIndex(of: "=") else {
            return Word(text: text, kind: .option, value: nil)
        }
        if dashes == 1, text.index(after: text.startIndex) == equals { throw .noOption(text) }
        let value = String(text[text.index(after: equals)...])
        return Word(text: text, kind: .option, value: value.isEmpty ? nil : value)
    }

    mutating func take(_ index: Int) { isTaken[index] = true }

    /// The value at that place, which is then taken; `nil` where there is none.
    mutating func takeValue(at index: Int) -> String? {
        guard index < words.count, words[index].kind == .value else { return nil }
        isTaken[index] = true
        return words[index].text
    }

    /// The first word, where it is a value.
    var first: String? { words.first.flatMap { $0.kind == .value ? $0.text : nil } }

    /// The words behind the first.
    var withoutFirst: ArgumentWords {
        var words = self
        words.words.removeFirst()
        words.isTaken.removeFirst()
        return words
    }

    /// Those that nobody has taken.
    var rest: [Word] { words.indices.filter { !isTaken[$0] }.map { words[$0] } }
}
