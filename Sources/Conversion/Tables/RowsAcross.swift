import Diagnostics
import Rosters

/// Feeds the rules that look across the rows of a file, as many rows at once as a block has.
struct RowsAcross: Sendable {
    private var rules: RosterFileRules
    private var columns: FactColumns
    private var waiting: [RowFacts] = []
    /// More rows do not wait, however many a block has.
    private static let limit = 4096
    private var found: [Finding] = []

    /// - Parameter match: of the first table.
    init(_ match: TableMatch, previous: PreviousFile?) {
        let roster = previous?.roster
        rules = RosterFileRules(previous: roster?.layout == match.layout.name ? roster : nil)
        columns = FactColumns(match)
    }

    /// Begins a table.
    mutating func begin(_ match: TableMatch) {
        settle()
        columns = FactColumns(match)
        rules.begin(match)
    }

    /// Takes in the row that was read last.
    @inline(__always)
    mutating func add(_ reading: RowReading) {
        waiting.append(columns.facts(of: reading))
        if waiting.count == RowsAcross.limit { settle() }
    }

    /// What was found of the rows so far, and not taken before.
    mutating func take() -> [Finding] {
        settle()
        guard !found.isEmpty else { return [] }
        defer { found = [] }
        return found
    }

    /// What the file as a whole breaks.
    func finish() -> [Finding] { rules.finish() }

    private mutating func settle() {
        guard !waiting.isEmpty else { return }
        rules.prepare(waiting)
        for facts in waiting { rules.add(facts, &found) }
        waiting.removeAll(keepingCapacity: true)
    }
}
