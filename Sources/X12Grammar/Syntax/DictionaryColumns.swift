/// The columns that only dictionaries have.
extension LineReader {
    /// `M`, `O` or `X`.
    mutating func requirement() throws(GrammarProblem) -> Requirement {
        let token = try word("requirement")
        if token.count == 1 {
            switch text.first(token) {
            case UInt8(ascii: "M"): return .mandatory
            case UInt8(ascii: "O"): return .optional
            case UInt8(ascii: "X"): return .relational
            default: break
            }
        }
        throw text.problem(.unknownRequirement, quoting: token)
    }

    /// `AN`, `ID`, `DT`, `TM`, `R`, `B`, or `N0` to `N9`.
    mutating func elementType() throws(GrammarProblem) -> ElementType {
        let token = try word("type")
        if text.spells(token, "AN") { return .string }
        if text.spells(token, "ID") { return .identifier }
        if text.spells(token, "DT") { return .date }
        if text.spells(token, "TM") { return .time }
        if text.spells(token, "R") { return .decimal }
        if text.spells(token, "B") { return .binary }
        let digit = Token(Int(token.start) + 1, Int(token.end))
        guard token.count == 2, text.first(token) == UInt8(ascii: "N"),
            let decimals = text.number(digit)
        else { throw text.problem(.unknownType, quoting: token) }
        return .numeric(decimals)
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
