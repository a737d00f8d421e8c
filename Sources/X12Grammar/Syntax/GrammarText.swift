/// A piece of a grammar file: byte offsets, end exclusive.
struct Token: Sendable {
    let start: Int32
    let end: Int32

    init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    var count: Int { Int(end - start) }
    var isEmpty: Bool { start == end }
}

/// The bytes of one grammar file, and what it takes to name and to point at pieces of them.
struct GrammarText: Sendable {
    let path: String
    let bytes: [UInt8]

    func string(_ token: Token) -> String {
        String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    /// Whether a token is this word.
    func spells(_ token: Token, _ word: StaticString) -> Bool {
        guard token.count == word.utf8CodeUnitCount else { return false }
        let start = Int(token.start)
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { bytes[start + $0] == word[$0] }
        }
    }

    func first(_ token: Token) -> UInt8 { bytes[Int(token.start)] }

    /// The number that a token of digits spells; `nil` for anything else.
    func number(_ token: Token) -> Int? {
        guard !token.isEmpty, token.count <= 9 else { return nil }
        var value = 0
        for index in Int(token.start)..<Int(token.end) {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    func problem(
        _ rule: GrammarRule, at token: Token, detail: String? = nil
    ) -> GrammarProblem {
        let (line, column) = place(of: Int(token.start))
        let message = detail.map { "\(rule.summary): \($0)" } ?? rule.summary
        return GrammarProblem(
            path: path, line: line, column: column, rule: rule.id, message: message)
    }

    /// The problem, with the token itself in quotes.
    func problem(_ rule: GrammarRule, quoting token: Token) -> GrammarProblem {
        problem(rule, at: token, detail: "\"\(string(token))\"")
    }

    private func place(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}

/// A short name as a number, so that looking it up neither allocates nor compares text: `DMG`,
/// `1250`, `C056`. Names longer than eight bytes have none.
struct NameKey: Equatable, Sendable {
    let number: UInt64

    init?(_ token: Token, in text: GrammarText) {
        guard !token.isEmpty, token.count <= 8 else { return nil }
        var packed: UInt64 = 0
        for index in Int(token.start)..<Int(token.end) {
            packed = packed << 8 | UInt64(text.bytes[index])
        }
        number = packed
    }
}
