/// The columns that several kinds of lines share.
extension LineReader {
    /// `R`, `S` or `N`.
    mutating func usage() throws(GrammarProblem) -> Usage {
        let token = try word("usage")
        if token.count == 1 {
            switch text.first(token) {
            case UInt8(ascii: "R"): return .required
            case UInt8(ascii: "S"): return .situational
            case UInt8(ascii: "N"): return .notUsed
            default: break
            }
        }
        throw text.problem(.unknownUsage, quoting: token)
    }

    /// Loop ids with slashes between them: `2000/2100A`.
    mutating func path() throws(GrammarProblem) -> Token {
        let token = try word("loop")
        var previous = UInt8(ascii: "/")
        for byte in text.bytes[Int(token.start)..<Int(token.end)] {
            if byte == UInt8(ascii: "/"), previous == byte {
                throw text.problem(.malformedPath, quoting: token)
            }
            previous = byte
        }
        if previous == UInt8(ascii: "/") { throw text.problem(.malformedPath, quoting: token) }
        return token
    }

    /// `1`, `25`, or `>1`, which is `nil`.
    mutating func maximum() throws(GrammarProblem) -> Int? {
        let token = try word("repeat")
        return try maximum(token, digits: token)
    }

    /// `x10` or `x>1` where the line has it; else 1.
    mutating func elementMaximum() throws(GrammarProblem) -> Int? {
        guard peekByte == UInt8(ascii: "x") else { return 1 }
        let token = try word("repeat")
        return try maximum(token, digits: Token(Int(token.start) + 1, Int(token.end)))
    }

    private func maximum(_ token: Token, digits: Token) throws(GrammarProblem) -> Int? {
        if digits.count == 2, text.first(digits) == UInt8(ascii: ">"),
            text.bytes[Int(digits.start) + 1] == UInt8(ascii: "1")
        {
            return nil
        }
        guard let number = text.number(digits), number > 0 else {
            throw text.problem(.malformedRepeat, quoting: token)
        }
        return number
    }

    /// Two digits, and for a component two parts: `05`, `05-2`. The component of an element is 0.
    mutating func elementPosition() throws(GrammarProblem) -> (element: Int, component: Int) {
        let token = try word("position")
        let start = Int(token.start)
        guard token.count >= 2, let element = text.number(Token(start, start + 2)), element > 0
        else { throw text.problem(.malformedPosition, quoting: token) }
        if token.count == 2 { return (element, 0) }
        guard text.bytes[start + 2] == UInt8(ascii: "-"),
            let component = text.number(Token(start + 3, Int(token.end))), component > 0
        else { throw text.problem(.malformedPosition, quoting: token) }
        return (element, component)
    }

    /// Codes, at least one, up to the end of the line or to an `@`.
    mutating func codes(into list: inout [Token]) throws(GrammarProblem) {
        list.append(try word("code"))
        while let token = peek {
            if token.count == 1, text.first(token) == UInt8(ascii: "@") { return }
            list.append(token)
            skip()
        }
    }
}
