/// A word or words of a layout file, with their place.
struct Word: Sendable {
    let text: String
    let line: Int
    /// From 1, in characters.
    let column: Int
}

/// A line as its keyword and its columns, which two or more blanks part.
struct LayoutLine: Sendable {
    let keyword: Word
    private(set) var columns: ArraySlice<Word>
    private let end: Word
    private let path: String

    /// The lines of a file that say something; comments and blank lines are passed over.
    static func lines(of file: LayoutFile) -> [LayoutLine] {
        let text = String(decoding: file.bytes, as: UTF8.self)
        // Editors of Windows end lines with both, which are one character.
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .enumerated()
            .compactMap { LayoutLine($1, number: $0 + 1, path: file.path) }
    }

    private init?(_ text: Substring, number: Int, path: String) {
        self.path = path
        var words: [Word] = []
        var column = 0
        var blanks = 2
        var current = ""
        var start = 0
        func close() {
            if !current.isEmpty { words.append(Word(text: current, line: number, column: start)) }
            current = ""
        }
        for character in text where character != "\r" {
            column += 1
            if character == " " {
                blanks += 1
                // The keyword ends at its first blank.
                if words.isEmpty { close() }
                continue
            }
            if character == "#", blanks >= 2 { break }
            if blanks >= 2 || current.isEmpty {
                close()
                start = column
            } else if blanks == 1 {
                current += " "
            }
            current.append(character)
            blanks = 0
        }
        close()
        guard let first = words.first else { return nil }
        keyword = first
        columns = words.dropFirst()
        end = Word(text: "", line: number, column: column + 1)
    }

    var peek: Word? { columns.first }

    /// The next column.
    mutating func next(_ name: String) throws(LayoutProblem) -> Word {
        guard let word = columns.popFirst() else {
            throw problem(.missingWord, at: end, name)
        }
        return word
    }

    /// Takes the last column if it is one of these.
    mutating func takeLast(_ wanted: (String) -> Bool) -> Word? {
        guard let last = columns.last, wanted(last.text) else { return nil }
        return columns.popLast()
    }

    /// All columns that are left, at least one.
    mutating func rest(_ name: String) throws(LayoutProblem) -> [Word] {
        var words = [try next(name)]
        while let word = columns.popFirst() { words.append(word) }
        return words
    }

    func finish() throws(LayoutProblem) {
        if let word = peek { throw problem(.surplus, at: word) }
    }

    /// A problem at a word, which is quoted, or at a place with what is missing there.
    func problem(_ rule: LayoutRule, at word: Word, _ detail: String? = nil) -> LayoutProblem {
        LayoutProblem(rule, at: word, path, detail)
    }
}

extension LayoutProblem {
    init(_ rule: LayoutRule, at word: Word, _ path: String, _ detail: String? = nil) {
        let what = detail ?? (word.text.isEmpty ? nil : "\"\(word.text)\"")
        self.init(
            path: path, line: word.line, column: word.column, rule: rule.id,
            message: what.map { "\(rule.summary): \($0)" } ?? rule.summary)
    }
}
