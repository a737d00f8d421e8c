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

/// Spans of the same member that share days: 16 bytes a span.
struct SpanTwice: Sendable {
    private struct Entry: IndexEntry {
        var part: UInt32 = 0
        var check: UInt32 = 0
        var begin: UInt16 = 0
        var end: UInt16 = 0
        var row: UInt32 = 0
        static let free = Entry()

        init() {}

        init(_ facts: RowFacts, _ key: UInt64) {
            part = IndexTable<Entry>.part(key)
            check = UInt32(truncatingIfNeeded: key &>> 32)
            begin = SpanTwice.day(facts.begin)
            end = SpanTwice.day(facts.end)
            row = facts.rowPlace
        }
    }

    private var table = IndexTable<Entry>()

    var byteCount: Int { table.byteCount }

    /// Days since 1899 by months of 31 days: in order, and enough until 2075; later ends are one.
    private static func day(_ number: Int32) -> UInt16 {
        let months = (number / 10_000 - 1899) * 12 + number / 100 % 100 - 1
        return UInt16(clamping: months * 31 + number % 100)
    }

    /// Sheets that the layout knows stand for themselves.
    @inline(__always)
    private static func key(_ facts: RowFacts) -> UInt64 {
        FoldedText.join(facts.member, UInt64(truncatingIfNeeded: facts.group))
    }

    @inline(__always)
    func touch(_ facts: RowFacts) -> UInt32 {
        facts.begin == 0 ? 0 : table.touch(SpanTwice.key(facts))
    }

    /// A finding where an earlier row of the member shares days.
    ///
    /// - Parameter isTwice: whether the row is known to have come before; that was said.
    mutating func add(_ facts: RowFacts, _ column: String, isTwice: Bool) -> Finding? {
        guard facts.begin > 0, !isTwice else { return nil }
        let key = SpanTwice.key(facts)
        let entry = Entry(facts, key)
        var earlier: Entry?
        let place = table.look(key) { other in
            let sharesDays = max(other.begin, entry.begin) <= min(other.end, entry.end)
            if earlier == nil, other.check == entry.check, sharesDays { earlier = other }
            return false
        }
        if let place { table.insert(key, entry, at: place) }
        guard let earlier else { return nil }
        return facts.finding(.spanTwice, column: column, earlier: earlier.row)
    }
}
