import Diagnostics

extension Rule {
    static let spanTwice = Rule(
        "roster.span.overlap", .warning, "Spans of one member do not share days",
        help: """
            The same member comes twice, and the spans of the two rows share days: the member would \
            be in two plans, or with two Community Partners, at once. A row without a last day goes \
            on; an inactive one without a last day is left out. Decide which row holds.
            """)
}

/// Spans of the same member that share days.
enum SpanTwice {
    /// Days since 1899 by months of 31 days: in order, and enough until 2075; later ends are one.
    @inline(__always)
    static func day(_ number: Int32) -> UInt16 {
        let month = number / 100
        let year = month / 100
        let months = (year - 1899) * 12 + (month - year * 100) - 1
        return UInt16(clamping: months * 31 + (number - month * 100))
    }

    @inline(__always)
    static func sharesDays(_ row: MemberIndex.Entry, _ other: MemberIndex.Entry) -> Bool {
        row.begin != 0 && other.begin != 0
            && max(row.begin, other.begin) <= min(row.end, other.end)
    }

    /// A finding where an earlier row of the member shares days.
    static func finding(
        _ facts: RowFacts, _ matches: MemberIndex.Matches, _ column: String
    ) -> Finding? {
        guard matches.overlap != 0 else { return nil }
        return facts.finding(.spanTwice, column: column, earlier: matches.overlap)
    }
}
