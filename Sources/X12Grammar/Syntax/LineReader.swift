/// The lines of a grammar file as words, and the words as columns.
///
/// Comments and blank lines are passed over. A column that is missing or malformed throws the
/// problem; the caller notes it and goes on with the next line.
struct LineReader {
    /// A word, and whether two or more blanks stand before it.
    struct Word {
        let token: Token
        let opensColumn: Bool
    }

    let text: GrammarText
    /// Those of the line, and room for more.
    private var words = [Word](repeating: Word(token: Token(0, 0), opensColumn: false), count: 64)
    /// How many are of the line.
    private var count = 0
    private var next = 0
    private var offset = 0

    init(_ text: GrammarText) {
        self.text = text
    }

    /// Goes to the next line that says something; `false` at the end of the file.
    mutating func advance() -> Bool {
        next = 0
        count = 0
        while offset < text.bytes.count {
            splitLine()
            if count > 0 { return true }
        }
        return false
    }

    /// Again where there is no room for all words of a line, with more of it.
    private mutating func splitLine() {
        let start = offset
        while true {
            (count, offset) = text.bytes.withUnsafeBufferPointer { bytes in
                words.withUnsafeMutableBufferPointer { words in
                    LineReader.split(bytes, from: start, into: words)
                }
            }
            guard count > words.count else { return }
            words += words
        }
    }

    /// How many words stand before the next line end, and where the line after it begins; more words
    /// than there is room for are not counted to their end.
    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        into words: UnsafeMutableBufferPointer<Word>
    ) -> (count: Int, end: Int) {
        var count = 0
        var index = start
        while index < bytes.count {
            let gap = index
            while index < bytes.count, isBlank(bytes[index]) { index &+= 1 }
            guard index < bytes.count, bytes[index] != UInt8(ascii: "\n") else { break }
            let opensColumn = count == 0 || index &- gap >= 2
            if opensColumn, bytes[index] == UInt8(ascii: "#") {
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index &+= 1 }
                break
            }
            let first = index
            while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "\n") {
                index &+= 1
            }
            count &+= 1
            guard count <= words.count else { break }
            words[count &- 1] = Word(token: Token(first, index), opensColumn: opensColumn)
        }
        return (count, index &+ 1)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
    }

    /// The word that comes next, which stays.
    var peek: Token? { next < count ? words[next].token : nil }

    /// The byte that the next word begins with; 0 at the end of the line.
    var peekByte: UInt8 { peek.map(text.first) ?? 0 }

    /// First word of the line; for a line that `advance` stopped at there is one.
    var keyword: Token { count > 0 ? words[0].token : Token(0, 0) }

    /// The problem of a column that is not there, at the place where it was to stand.
    func missing(_ column: String) -> GrammarProblem {
        let end = count > 0 ? Int(words[count - 1].token.end) : 0
        return text.problem(.missingColumn, at: peek ?? Token(end, end), detail: column)
    }

    /// Whether the next word is just this byte, and if so passes over it.
    mutating func take(_ byte: UInt8) -> Bool {
        guard let token = peek, token.count == 1, text.first(token) == byte else { return false }
        next += 1
        return true
    }

    mutating func skip() { next += 1 }

    /// The next word, whatever it is.
    mutating func word(_ column: String) throws(GrammarProblem) -> Token {
        guard let token = peek else { throw missing(column) }
        next += 1
        return token
    }

    /// Words parted by single blanks; two blanks, `~`, `@` and a repeat like `x10` end them.
    mutating func name() throws(GrammarProblem) -> Token {
        guard let first = peek, !endsName(first) else { throw missing("name") }
        next += 1
        var end = first.end
        while next < count, !words[next].opensColumn, !endsName(words[next].token) {
            end = words[next].token.end
            next += 1
        }
        return Token(Int(first.start), Int(end))
    }

    private func endsName(_ token: Token) -> Bool {
        switch text.first(token) {
        case UInt8(ascii: "~"), UInt8(ascii: "@"):
            return token.count == 1
        case UInt8(ascii: "x") where token.count > 1:
            let second = text.bytes[Int(token.start) + 1]  // `x10`, `x>1`
            return second == UInt8(ascii: ">") || (0x30...0x39).contains(second)
        default:
            return false
        }
    }

    /// A line says nothing after its last column.
    func finish() throws(GrammarProblem) {
        if let token = peek { throw text.problem(.surplusWord, quoting: token) }
    }
}
