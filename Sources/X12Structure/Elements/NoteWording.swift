import X12Grammar

// What a broken syntax note says to those who don't know the notation.
extension SyntaxNote {
    /// What would be right, with the note as the standard writes it.
    ///
    /// - Parameter noun: `element` or `component`.
    func expected(_ noun: String) -> String {
        let all = positions.map { SyntaxNote.number($0) }
        let first = all.first ?? ""
        let words =
            switch kind {
            case .paired: "\(noun)s \(SyntaxNote.list(all, "and")), or none of them"
            case .required: "at least one of \(noun)s \(SyntaxNote.list(all, "and"))"
            case .exclusion: "at most one of \(noun)s \(SyntaxNote.list(all, "and"))"
            case .conditional:
                "with \(noun) \(first) also \(SyntaxNote.list(all.dropFirst(), "and"))"
            case .listConditional:
                "with \(noun) \(first) also \(SyntaxNote.list(all.dropFirst(), "or"))"
            }
        return words + ": \(kind.rawValue)\(all.joined())"
    }

    /// The one that is missing, the first of several; where one is too many, the last.
    ///
    /// - Parameter present: bit n is element n.
    func culprit(_ present: UInt64) -> Int {
        func isSent(_ position: Int) -> Bool { present >> UInt64(position) & 1 == 1 }
        let found =
            kind == .exclusion
            ? positions.last(where: isSent) : positions.first { !isSent($0) }
        return found ?? positions.first ?? 0
    }

    private static func number(_ position: Int) -> String {
        position < 10 ? "0\(position)" : "\(position)"
    }

    /// `01, 02 and 03`.
    private static func list(_ items: some BidirectionalCollection<String>, _ word: String)
        -> String
    {
        guard items.count > 1, let last = items.last else { return items.joined() }
        return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}
