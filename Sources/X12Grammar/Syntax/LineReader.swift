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
    private var words: [Word] = []
    private var next = 0
    private var offset = 0

    init(_ text: GrammarText) {
        self.text = text
    }

    /// Goes to the next line that says something; `false` at the end of the file.
    mutating func advance() -> Bool {
        next = 0
        words.removeAll(keepingCapacity: true)
        while offset < text.bytes.count {
            splitLine()
            if !words.isEmpty { return true }
        }
        return false
    }

    private mutating func splitLine() {
        offset = text.bytes.withUnsafeBufferPointer { bytes in
            var index = offset
            var start = -1
            var blanks = 2
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
                let byte = bytes[index]
                if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") {
                    if start >= 0 { addWord(start, index, afterBlanks: blanks) }
                    blanks = start >= 0 ? 1 : blanks + 1
                    start = -1
                } else if start < 0 {
                    if byte == UInt8(ascii: "#"), blanks >= 2 {
                        return (bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
                            + 1
                    }
                    start = index
                }
                index += 1
            }
            if start >= 0 { addWord(start, index, afterBlanks: blanks) }
            return index + 1
        }
    }

    private mutating func addWord(_ start: Int, _ end: Int, afterBlanks blanks: Int) {
        words.append(Word(token: Token(start, end), opensColumn: blanks >= 2))
    }

    /// The word that comes next, which stays.
    var peek: Token? { next < words.count ? words[next].token : nil }

    /// The byte that the next word begins with; 0 at the end of the line.
    var peekByte: UInt8 { peek.map(text.first) ?? 0 }

    /// First word of the line; for a line that `advance` stopped at there is one.
    var keyword: Token { words.first?.token ?? Token(0, 0) }

    /// The problem of a column that is not there, at the place where it was to stand.
    func missing(_ column: String) -> GrammarProblem {
        let end = words.last.map { Int($0.token.end) } ?? 0
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
        while next < words.count, !words[next].opensColumn, !endsName(words[next].token) {
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
