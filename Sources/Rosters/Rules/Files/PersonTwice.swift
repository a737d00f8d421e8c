import Diagnostics

extension Rule {
    static let personAddress = Rule(
        "roster.person.address", .warning,
        "One name, date of birth and residence have one member id",
        help: """
            A row with another id came before that has the same last and first name, date of birth, \
            first line and ZIP code of the residence; case, blanks, punctuation and accents do not \
            count. \
            Auditors found capitation paid twice for such members. Nothing is merged: ask MassHealth \
            whether the two ids are one person.
            """)
    static let personName = Rule(
        "roster.person.name", .note, "One name and date of birth have one member id",
        help: """
            A row with another id came before that has the same last and first name and date of \
            birth; the residence differs, or is not in the file. They may be two people. Nothing is \
            merged.
            """)
}

/// People who come under two ids: 12 bytes a member, and its place.
struct PersonTwice: Sendable {
    fileprivate struct Entry: IndexEntry {
        /// 16 bits more of the name and birth, and 16 of the address, 0 where there is none.
        var check: UInt32
        var member: UInt32
        var row: UInt32

        init(_ facts: RowFacts) {
            let address = facts.address == 0 ? 0 : facts.address & 0xFFFF | 1
            check = UInt32(truncatingIfNeeded: facts.person &>> 40) << 16 | address
            member = UInt32(truncatingIfNeeded: facts.member)
            row = facts.rowPlace
        }

        var address: UInt32 { check & 0xFFFF }
    }

    private let table = IndexTable<Entry>()

    var byteCount: Int { table.byteCount }

    @inline(__always)
    func touch(_ facts: RowFacts) -> UInt32 { facts.person == 0 ? 0 : table.touch(facts.person) }

    /// The earlier row of somebody who has another id.
    struct Match {
        fileprivate var earlier: Entry?
        /// Whether the address is the same, too.
        fileprivate var isAddress = false

        @inline(__always)
        var isEmpty: Bool { earlier == nil }

        /// A finding where there is such a row.
        func finding(_ facts: RowFacts, _ column: String) -> Finding? {
            earlier.map {
                facts.finding(
                    isAddress ? .personAddress : .personName, column: column,
                    earlier: $0.row)
            }
        }
    }

    /// Takes in a row; the earlier row of the same person with another id.
    @inline(__always)
    func add(_ facts: RowFacts) -> Match {
        var match = Match()
        guard facts.person != 0 else { return match }
        let entry = Entry(facts)
        var isKnown = false
        let place = table.look(facts.person) { other in
            guard other.check >> 16 == entry.check >> 16 else { return false }
            if other.member == entry.member {
                isKnown = isKnown || other.address == entry.address
            } else if other.address == entry.address, entry.address != 0, !match.isAddress {
                match = Match(earlier: other, isAddress: true)
            } else if match.isEmpty {
                match.earlier = other
            }
            return isKnown
        }
        // What a row of the same member said before is not said again.
        if isKnown { return Match() }
        if let place { table.insert(facts.person, entry, at: place) }
        return match
    }
}
