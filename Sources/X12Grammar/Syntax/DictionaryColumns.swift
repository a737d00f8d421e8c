/// The columns that only dictionaries have.
extension LineReader {
    /// `M`, `O` or `X`.
    mutating func requirement() throws(GrammarProblem) -> Requirement {
        let token = try word("requirement")
        switch text.string(token) {
        case "M": return .mandatory
        case "O": return .optional
        case "X": return .relational
        default: throw text.problem(.unknownRequirement, quoting: token)
        }
    }

    /// `AN`, `ID`, `DT`, `TM`, `R`, `B`, or `N0` to `N9`.
    mutating func elementType() throws(GrammarProblem) -> ElementType {
        let token = try word("type")
        switch text.string(token) {
        case "AN": return .string
        case "ID": return .identifier
        case "DT": return .date
        case "TM": return .time
        case "R": return .decimal
        case "B": return .binary
        default:
            let digit = Token(Int(token.start) + 1, Int(token.end))
            guard token.count == 2, text.first(token) == UInt8(ascii: "N"),
                let decimals = text.number(digit)
            else { throw text.problem(.unknownType, quoting: token) }
            return .numeric(decimals)
        }
    }

    /// `1/18`
    mutating func lengths() throws(GrammarProblem) -> (minimum: Int, maximum: Int) {
        let token = try word("length")
        let start = Int(token.start)
        let end = Int(token.end)
        guard let slash = (start..<end).first(where: { text.bytes[$0] == UInt8(ascii: "/") }),
            let minimum = text.number(Token(start, slash)),
            let maximum = text.number(Token(slash + 1, end)), minimum > 0, minimum <= maximum
        else { throw text.problem(.malformedLength, quoting: token) }
        return (minimum, maximum)
    }
}
