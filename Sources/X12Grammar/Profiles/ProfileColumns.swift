/// The columns that only profiles have.
extension LineReader {
    /// `off`, `note`, `warning` or `error`.
    mutating func level() throws(GrammarProblem) -> PartnerProfile.Level {
        let token = try word("severity")
        guard let level = PartnerProfile.Level(rawValue: text.string(token)) else {
            throw text.problem(.unknownSeverity, quoting: token)
        }
        return level
    }

    /// `found`, `seen`, `inferred` or `unverified`.
    mutating func certainty() throws(GrammarProblem) -> PartnerProfile.Certainty {
        let token = try word("certainty")
        guard let certainty = PartnerProfile.Certainty(rawValue: text.string(token)) else {
            throw text.problem(.unknownCertainty, quoting: token)
        }
        return certainty
    }

    /// Three parts with points between them: `x12.element.code`.
    mutating func ruleID() throws(GrammarProblem) -> Token {
        let token = try word("rule")
        let parts = text.bytes[Int(token.start)..<Int(token.end)].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw text.problem(.malformedRuleID, quoting: token)
        }
        return token
    }

    /// `any`, `file`, or loops, segment and element: `2000/INS-03`, `2000/2300/DTP`.
    mutating func place() throws(GrammarProblem) -> ProfileSyntax.PlaceColumn {
        let token = try word("place")
        switch text.string(token) {
        case "any": return ProfileSyntax.PlaceColumn(token: token, place: .anywhere)
        case "file": return ProfileSyntax.PlaceColumn(token: token, place: .file)
        default: break
        }
        let range = Int(token.start)..<Int(token.end)
        let slash = range.last { text.bytes[$0] == UInt8(ascii: "/") }
        let start = slash.map { $0 + 1 } ?? range.lowerBound
        let dash = (start..<range.upperBound).first { text.bytes[$0] == UInt8(ascii: "-") }
        let element = dash.map { text.number(Token($0 + 1, range.upperBound)) ?? 0 }
        let id = Token(start, dash ?? range.upperBound)
        guard !id.isEmpty, element != 0, slash != range.lowerBound else {
            throw text.problem(.malformedPlace, quoting: token)
        }
        let path = slash.map { text.string(Token(range.lowerBound, $0)) } ?? ""
        return ProfileSyntax.PlaceColumn(
            token: token,
            place: .segment(path: path, id: text.string(id), element: element ?? 0))
    }
}
