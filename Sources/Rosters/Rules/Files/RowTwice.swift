import Diagnostics

extension Rule {
    static let rowRepeated = Rule(
        "roster.row.repeated", .warning, "A row is in the file once",
        help: """
            A row with the same values, on this sheet or on another one, came before. It is written again all the same; leave one out \
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

/// Rows that come twice, wholly or in their key: 12 bytes a row.
///
/// Of 65,536 rows of one key whose values differ, one is taken for the same row.
struct RowTwice: Sendable {
    private struct Entry: IndexEntry {
        var part: UInt32 = 0
        /// 16 bits more of the key, and 16 of all values.
        var check: UInt32 = 0
        var row: UInt32 = 0
        static let free = Entry()

        init() {}

        init(_ facts: RowFacts) {
            part = IndexTable<Entry>.part(facts.key)
            check =
                UInt32(truncatingIfNeeded: facts.key &>> 40) << 16
                | UInt32(truncatingIfNeeded: facts.content & 0xFFFF)
            row = facts.rowPlace
        }
    }

    private var table = IndexTable<Entry>()

    var byteCount: Int { table.byteCount }

    @inline(__always)
    func touch(_ facts: RowFacts) -> UInt32 { facts.key == 0 ? 0 : table.touch(facts.key) }

    /// A finding where an earlier row has the same key.
    mutating func add(_ facts: RowFacts, _ column: String) -> Finding? {
        guard facts.key != 0 else { return nil }
        let entry = Entry(facts)
        var earlier: Entry?
        let place = table.look(facts.key) { other in
            guard other.check >> 16 == entry.check >> 16 else { return false }
            if earlier == nil || other.check == entry.check { earlier = other }
            return other.check == entry.check
        }
        let isRepeated = earlier?.check == entry.check
        // The same row again adds nothing by which later ones could be told apart.
        if let place { table.insert(facts.key, entry, at: place) }
        guard let earlier else { return nil }
        return facts.finding(
            isRepeated ? .rowRepeated : .rowConflict, column: column,
            earlier: earlier.row)
    }
}
