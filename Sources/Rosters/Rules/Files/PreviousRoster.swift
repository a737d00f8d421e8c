import Diagnostics

/// The members of the file that came before: 16 bytes each, and its place.
package struct PreviousRoster: Sendable {
    struct Entry: IndexEntry {
        /// What MassHealth says of the member, by `LockedValues`; 0 where that is not known, or rows
        /// differ.
        var locked: UInt64
        /// What all rows of the member say, less what the rows of this file say so far: 0 where both
        /// say the same.
        var said: UInt32
        /// More bits of the member, and the state in the last two.
        private var bits: UInt32

        init(_ facts: RowFacts, _ state: State) {
            locked = facts.locked
            said = facts.said
            bits = Entry.check(facts) | UInt32(state.rawValue)
        }

        var state: State {
            get { State(rawValue: UInt8(bits & 3)) ?? .before }
            set { bits = bits & ~3 | UInt32(newValue.rawValue) }
        }

        /// What is compared of a row's member.
        static func check(_ facts: RowFacts) -> UInt32 {
            UInt32(truncatingIfNeeded: facts.member &>> 32) & ~3
        }

        func isOf(_ check: UInt32) -> Bool { bits & ~3 == check }
    }

    enum State: UInt8, Sendable {
        /// In the last file, and not in this one so far.
        case before
        /// In both.
        case both
        /// In this file alone.
        case added
    }

    private var members = IndexTable<Entry>()
    /// How many members it has.
    package private(set) var count = 0
    /// How many errors its rows have.
    package private(set) var errorCount = 0
    /// The name of its layout.
    package let layout: String
    /// What is compared of a member, by the names of the columns.
    let lockedNames: [String]

    /// A file of such a table, without rows.
    package init(_ match: TableMatch) {
        layout = match.layout.name
        lockedNames = FactColumns(match, comparesMembers: true).lockedNames
    }

    /// Bytes that it holds.
    var byteCount: Int { members.byteCount }

    /// The same members in memory of their own, to compare one file with.
    func copied() -> PreviousRoster {
        var copy = self
        copy.members = members.copied()
        return copy
    }

    /// Counts errors of one of its rows.
    package mutating func count(_ findings: [Finding]) {
        errorCount += findings.count { $0.severity == .error }
    }

    /// Takes in one of its rows.
    package mutating func add(_ facts: RowFacts) {
        guard facts.member != 0 else { return }
        let isKnown = change(facts) { entry in
            if entry.locked != facts.locked { entry.locked = 0 }
            entry.said &+= facts.said
        }
        if !isKnown {
            insert(facts, .before)
            count += 1
        }
    }

    /// Lets `body` change what is known of a row's member; whether there is one.
    mutating func change(_ facts: RowFacts, _ body: (inout Entry) -> Void) -> Bool {
        let check = Entry.check(facts)
        return members.change(facts.member) { entry in
            guard entry.isOf(check) else { return false }
            body(&entry)
            return true
        }
    }

    mutating func insert(_ facts: RowFacts, _ state: State) {
        members.insert(facts.member, Entry(facts, state))
    }
}
