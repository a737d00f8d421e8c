import Diagnostics

extension Rule {
    static let rowRepeated = Rule(
        "roster.row.repeated", .warning, "A row is in the file once",
        help: """
            A row with the same values, on this sheet or on another one, came before: a date counts in \
            any format, and a service location with a small letter or a capital. It is written again all the same; leave one out \
            before counting members.
            """)
    static let rowConflict = Rule(
        "roster.row.conflict", .warning, "Rows of the same key have the same values",
        help: """
            A row came before that is the same in the columns by which rows of this layout are told \
            apart (member, plan and first day, say), and other values differ. Decide which of the two \
            holds; the one that was changed last is usually meant.
            """)
}

/// Rows that come twice, wholly or in their key.
///
/// Of 65,536 rows of one key whose values differ, one is taken for the same row.
enum RowTwice {
    /// Whether two rows of a group have the same key.
    @inline(__always)
    static func isKey(_ row: MemberIndex.Entry, _ other: MemberIndex.Entry) -> Bool {
        row.key != 0 && row.key == other.key
    }

    /// Whether two rows of one key have the same values.
    @inline(__always)
    static func isRow(_ row: MemberIndex.Entry, _ other: MemberIndex.Entry) -> Bool {
        row.check == other.check
    }

    /// A finding where an earlier row has the same key.
    static func finding(
        _ facts: RowFacts, _ matches: MemberIndex.Matches, _ column: String
    ) -> Finding? {
        if matches.repeated != 0 {
            return facts.finding(.rowRepeated, column: column, earlier: matches.repeated)
        }
        guard matches.conflict != 0 else { return nil }
        return facts.finding(.rowConflict, column: column, earlier: matches.conflict)
    }
}
