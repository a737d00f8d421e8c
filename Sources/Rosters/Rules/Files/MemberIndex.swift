/// The rows of a file by the member and sheet, or by their key where rows are no spans: 16 bytes a
/// row, and its place.
struct MemberIndex: Sendable {
    struct Entry: IndexEntry {
        /// 16 bits more of the group, and 16 of all values.
        var check: UInt32
        /// Of the key; 0 where there is none.
        var key: UInt32
        /// The span; both are 0 where the row is none.
        var begin: UInt16
        var end: UInt16
        var row: UInt32

        init(_ facts: RowFacts) {
            check =
                UInt32(truncatingIfNeeded: facts.group &>> 40) << 16
                | UInt32(truncatingIfNeeded: facts.content & 0xFFFF)
            key = facts.key == 0 ? 0 : UInt32(truncatingIfNeeded: facts.key &>> 32) | 1
            begin = facts.begin == 0 ? 0 : SpanTwice.day(facts.begin)
            end = facts.begin == 0 ? 0 : SpanTwice.day(facts.end)
            row = facts.rowPlace
        }

        /// Whether the other row is of the same group.
        @inline(__always)
        func isBeside(_ other: Entry) -> Bool { check >> 16 == other.check >> 16 }
    }

    /// Numbers of rows that came before and have something in common with a row; 0 where none has.
    struct Matches {
        /// The same row.
        var repeated: UInt32 = 0
        /// One of the same key with other values.
        var conflict: UInt32 = 0
        /// One whose span shares days.
        var overlap: UInt32 = 0

        @inline(__always)
        var isEmpty: Bool { repeated | conflict | overlap == 0 }
    }

    private let table = IndexTable<Entry>()

    var byteCount: Int { table.byteCount }

    @inline(__always)
    func touch(_ facts: RowFacts) -> UInt32 { facts.group == 0 ? 0 : table.touch(facts.group) }

    /// Takes in a row.
    @inline(__always)
    func add(_ facts: RowFacts) -> Matches {
        var matches = Matches()
        guard facts.group != 0 else { return matches }
        var entry = Entry(facts)
        let place = table.look(facts.group) { other in
            guard entry.isBeside(other) else { return false }
            if RowTwice.isKey(entry, other) {
                if RowTwice.isRow(entry, other) {
                    matches.repeated = other.row
                    return true
                }
                if matches.conflict == 0 { matches.conflict = other.row }
            } else if matches.overlap == 0, SpanTwice.sharesDays(entry, other) {
                matches.overlap = other.row
            }
            return false
        }
        // What is said of a key is not said again of its span.
        if matches.repeated != 0 || matches.conflict != 0 {
            matches.overlap = 0
            entry.begin = 0
            entry.end = 0
        }
        // The same row again adds nothing by which later ones could be told apart.
        if let place { table.insert(facts.group, entry, at: place) }
        return matches
    }
}
