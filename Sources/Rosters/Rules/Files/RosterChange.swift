import Diagnostics

extension Rule {
    static let changeLarge = Rule(
        "roster.change.large", .warning,
        "From one file to the next few members come and few are gone",
        help: """
            More members than usual are in this file and not in the one of --previous, or the \
            reverse: more than a tenth of those in the previous file, though ten are never too many \
            and five hundred always (the tolerance of the state's own weekly report). Often a file \
            was cut off, is of another Community Partner, or holds changes where the other was full. \
            In a month in which members are reassigned it may be right.
            """)
    static let changeLayout = Rule(
        "roster.change.layout", .warning,
        "A roster is compared with the one before it of the same layout",
        help: """
            The file of --previous has another layout, so that members were not compared: rosters of \
            two kinds speak of other members. Give the last file of the same kind.
            """)
    static let changeDamaged = Rule(
        "roster.change.damaged", .warning,
        "A roster is compared with one whose rows have no errors",
        help: """
            Rows of the file of --previous have errors: it was cut off in the midst of a row, say, or \
            a quotation mark in it is never closed. Members that were not read there seem to have \
            come since. `turnpike validate` tells the errors of that file.
            """)
    static let changeLocked = Rule(
        "roster.change.locked", .note, "What MassHealth says of a member stays as it was",
        help: """
            What the layout locks (L), such as name, date of birth and sex of the member, the ACO and \
            the plan, only MassHealth may change, and it is not as in the file of --previous. Of ACO and \
            plan that is common where members are reassigned. Where others pass the file on, somebody \
            may have changed it.
            """)
}

/// What became of the members of the last file.
struct RosterChange: Sendable {
    private var roster: PreviousRoster
    private var addedCount = 0
    private var keptCount = 0
    private var changedCount = 0

    init(_ roster: PreviousRoster) { self.roster = roster.copied() }

    var lockedNames: [String] { roster.lockedNames }

    var byteCount: Int { roster.byteCount }

    /// A tenth, at least 10 and at most 500.
    static func tolerance(_ count: Int) -> Int { min(500, max(10, count / 10)) }

    /// - Parameter isAlike: whether the file has the columns of the last one that are compared.
    mutating func add(_ facts: RowFacts, _ column: String, isAlike: Bool) -> Finding? {
        guard facts.member != 0 else { return nil }
        let locked = isAlike ? facts.locked : 0
        var isKept = false
        var isChanged = false
        var changes: [Int] = []
        let count = lockedNames.count
        let isKnown = roster.change(facts) { entry in
            if entry.state == .added { return }
            isKept = entry.state == .before
            if !isKept, entry.said != 0 { changedCount -= 1 }
            entry.state = .both
            entry.said &-= facts.said
            if entry.said != 0 { changedCount += 1 }
            isChanged = locked != 0 && entry.locked != 0 && locked != entry.locked
            guard isChanged else { return }
            changes = LockedValues.changes(locked, entry.locked, of: count)
            // It is said once.
            entry.locked = 0
        }
        if isKept { keptCount += 1 }
        if !isKnown {
            roster.insert(facts, .added)
            addedCount += 1
        }
        guard isChanged else { return nil }
        let names = changes.map { lockedNames[$0] }
        return facts.finding(
            .changeLocked, column: names.first ?? column, earlier: 0,
            expected: names.count > 1 ? "as before: \(names.joined(separator: ", "))" : nil)
    }

    /// What became of the members so far.
    var counts: RosterFileRules.MemberCounts {
        RosterFileRules.MemberCounts(
            previous: roster.count, added: addedCount, gone: roster.count - keptCount,
            changed: changedCount)
    }

    func finish() -> [Finding] { damage() + movement() }

    private func damage() -> [Finding] {
        let count = roster.errorCount
        if count == 0 { return [] }
        return [
            Finding(
                .changeDamaged, at: ByteRange(0, 0),
                expected: "no error in the rows of the previous file, not \(count)")
        ]
    }

    private func movement() -> [Finding] {
        let tolerance = RosterChange.tolerance(roster.count)
        let goneCount = roster.count - keptCount
        guard addedCount > tolerance || goneCount > tolerance else { return [] }
        return [
            Finding(
                .changeLarge, at: ByteRange(0, 0),
                expected: """
                    at most \(tolerance) members more and as many fewer, not \(addedCount) more and \
                    \(goneCount) fewer
                    """)
        ]
    }
}
