import Diagnostics
import TableGrammar

extension Rule {
    static let countsDiffer = Rule(
        "roster.counts.differ", .warning,
        "A roster has the rows and columns that its summary counts",
        help: """
            The summary that came with the roster counts other rows or columns than there are; the \
            header is no row. Often rows were lost on the way, or the sender counted before the last \
            change (one counts 19 columns of 21 in every file). Where the name of the summary fits \
            several rosters, a row that is right for one of them is right.
            """)
}

/// Rosters and their summaries, by their names, as they come; compares the two when all are there,
/// so that their order does not matter.
package struct CountBook: Sendable {
    /// Rows without the header, and columns; `nil` where it is not said.
    package struct Counts: Sendable, Hashable {
        package let rows: Int?
        package let columns: Int?

        package init(rows: Int?, columns: Int?) {
            self.rows = rows
            self.columns = columns
        }

        /// How many of the two numbers are others.
        fileprivate func differences(from found: Counts) -> Int {
            func differs(_ stated: Int?, _ found: Int?) -> Int {
                guard let stated, let found else { return 0 }
                return stated == found ? 0 : 1
            }
            return differs(rows, found.rows) + differs(columns, found.columns)
        }
    }

    /// A roster of the run.
    private struct Roster: Sendable {
        let name: FileName
        /// The counts of each of its tables.
        let sheets: [Counts]
    }

    /// A summary of the run.
    private struct Summary: Sendable {
        let path: String
        let name: FileName
        let rows: [SummaryStatement]
    }

    private var rosters: [Roster] = []
    private var summaries: [Summary] = []

    package init() {}

    /// Takes in a roster, which is compared with its summary when all came.
    ///
    /// - Parameter sheets: the counts of each of its tables.
    package mutating func add(roster name: String, _ sheets: [Counts]) {
        rosters.append(Roster(name: FileName(name), sheets: sheets))
    }

    /// Takes in the rows of a summary.
    package mutating func add(summary path: String, _ rows: [SummaryStatement]) {
        summaries.append(Summary(path: path, name: FileName(path), rows: rows))
    }

    /// What summaries say otherwise of their rosters, when all came; by the paths of the summaries.
    package func finish() -> [(path: String, findings: [Finding])] {
        guard !summaries.isEmpty else { return [] }
        let alone = rosters.filter { !isPaired($0) }
        var told: [(path: String, findings: [Finding])] = []
        for summary in summaries {
            let found = CountBook.findings(summary.rows, twins(of: summary, elsewhere: alone))
            if !found.isEmpty { told.append((path: summary.path, findings: found)) }
        }
        return told
    }

    /// Whether a summary lies beside a roster, so that none from elsewhere counts it.
    private func isPaired(_ roster: Roster) -> Bool {
        summaries.contains { summary in
            summary.name.folder == roster.name.folder
                && summary.name.isSummary(of: roster.name, exactly: false)
        }
    }

    /// The rosters that a summary may count: those of its folder or archive whose names fit exactly,
    /// else all of it that fit; where there are none, those from elsewhere that lie beside none of
    /// their own, as senders of the same name do not count each other's rows. Assignment lists come
    /// first, whose twin a summary is.
    ///
    /// - Parameter others: those that lie beside no summary of their own.
    private func twins(of summary: Summary, elsewhere others: [Roster]) -> [Roster] {
        let near = rosters.filter { $0.name.folder == summary.name.folder }
        let far = others.filter { $0.name.folder != summary.name.folder }
        for candidates in [near, far] {
            for isExact in [true, false] {
                let twins = candidates.filter { roster in
                    summary.name.isSummary(of: roster.name, exactly: isExact)
                }
                if twins.isEmpty { continue }
                return twins.filter { $0.name.isAssignment }
                    + twins.filter { !$0.name.isAssignment }
            }
        }
        return []
    }

    private static func findings(
        _ rows: [SummaryStatement], _ rosters: [Roster]
    ) -> [Finding] {
        let counts = rosters.map { Self.counts(for: rows.count, of: $0.sheets) }
        return rows.indices.flatMap { index -> [Finding] in
            let stated = rows[index]
            let nearest = counts.map { $0[index] }.min {
                stated.counts.differences(from: $0) < stated.counts.differences(from: $1)
            }
            return nearest.map(stated.findings) ?? []
        }
    }

    /// What each row of a summary is to count: a sheet of its own where there are as many, else the
    /// rows of all sheets and the columns of the first, as receipts fill them in.
    private static func counts(for rowCount: Int, of sheets: [Counts]) -> [Counts] {
        if rowCount == sheets.count { return sheets }
        let sum = Counts(
            rows: sheets.reduce(0) { $0 + ($1.rows ?? 0) }, columns: sheets.first?.columns)
        return Array(repeating: sum, count: rowCount)
    }
}
