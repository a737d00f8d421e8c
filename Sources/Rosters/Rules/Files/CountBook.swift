import Diagnostics
import TableGrammar

extension Rule {
    static let countsDiffer = Rule(
        "roster.counts.differ", .warning,
        "A roster has the rows and columns that its summary counts",
        help: """
            The summary that came with the roster counts other rows or columns than there are; the \
            header is no row. Often rows were lost on the way, or the sender counted before the last \
            change (one counts 19 columns of 21 in every file).
            """)
}

/// Rosters and their summaries, by their names, as they come; compares the two when both are there.
package struct CountBook: Sendable {
    /// Rows without the header, and columns; `nil` where it is not said.
    package struct Counts: Sendable, Hashable {
        package let rows: Int?
        package let columns: Int?

        package init(rows: Int?, columns: Int?) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// What one row of a summary says of a roster.
    package struct Statement: Sendable, Hashable {
        package let counts: Counts
        /// Where it stands in the summary.
        package let sheet: Int
        package let row: Int

        package init(_ counts: Counts, sheet: Int, row: Int) {
            self.counts = counts
            self.sheet = sheet
            self.row = row
        }
    }

    /// What a file says, and where it lies.
    private struct File<Content: Sendable>: Sendable {
        let name: FileName
        let content: Content
        /// Whether one that belongs to it lies beside it, so that none from elsewhere does.
        var isPaired = false
    }

    private var rosters: [File<[Counts]>] = []
    private var summaries: [File<[Statement]>] = []

    package init() {}

    /// Takes in a roster; what its summary, if that came before, says otherwise.
    ///
    /// - Parameter sheets: the counts of each of its tables.
    package mutating func add(roster name: String, _ sheets: [Counts]) -> [Finding] {
        var file = File(name: FileName(name), content: sheets)
        let found = CountBook.twins(of: &file, among: &summaries) {
            $1.isSummary(of: $0, exactly: $2)
        }
        rosters.append(file)
        return found.flatMap { statements in
            CountBook.pairs(statements, sheets).flatMap {
                CountBook.findings($0.counts, $1, sheet: 0, row: 0)
            }
        }
    }

    /// Takes in the rows of a summary; what they say otherwise of a roster that came before.
    package mutating func add(summary name: String, _ rows: [Statement]) -> [Finding] {
        var file = File(name: FileName(name), content: rows)
        let found = CountBook.twins(of: &file, among: &rosters) {
            $0.isSummary(of: $1, exactly: $2)
        }
        summaries.append(file)
        return found.flatMap { sheets in
            CountBook.pairs(rows, sheets).flatMap {
                CountBook.findings($0.counts, $1, sheet: $0.sheet, row: $0.row)
            }
        }
    }

    /// What the files say that belong to another: those of its folder or archive whose names fit
    /// exactly, else all of it that fit; where there are none, those from elsewhere that lie beside
    /// none of their own, as senders of the same name do not count each other's rows.
    private static func twins<One, Other>(
        of file: inout File<One>, among files: inout [File<Other>],
        _ isTwin: (FileName, FileName, Bool) -> Bool
    ) -> [Other] {
        for isBeside in [true, false] {
            for isExact in [true, false] {
                let found = files.indices.filter { index in
                    let isNear = files[index].name.folder == file.name.folder
                    return (isBeside ? isNear : !isNear && !files[index].isPaired)
                        && isTwin(file.name, files[index].name, isExact)
                }
                if found.isEmpty { continue }
                if isBeside {
                    file.isPaired = true
                    for index in found { files[index].isPaired = true }
                }
                return found.map { files[$0].content }
            }
        }
        return []
    }

    /// Rows of a summary, each with what it counts: a sheet of its own where there are as many, else
    /// the rows of all sheets and the columns of the first, as receipts fill them in.
    private static func pairs(
        _ rows: [Statement], _ sheets: [Counts]
    ) -> [(Statement, Counts)] {
        if rows.count == sheets.count { return Array(zip(rows, sheets)) }
        let sum = Counts(
            rows: sheets.reduce(0) { $0 + ($1.rows ?? 0) }, columns: sheets.first?.columns)
        return rows.map { ($0, sum) }
    }

    private static func findings(
        _ stated: Counts, _ found: Counts, sheet: Int, row: Int
    ) -> [Finding] {
        var findings: [Finding] = []
        func compare(_ stated: Int?, _ found: Int?, _ column: String, _ noun: String) {
            guard let stated, let found, stated != found else { return }
            findings.append(
                Finding(
                    .countsDiffer, at: ByteRange(0, 0), place: Place(segment: column),
                    expected: "\(found) \(noun), as counted in the roster", sheet: sheet, row: row))
        }
        compare(stated.rows, found.rows, "Sent_Row_Num", "rows")
        compare(stated.columns, found.columns, "Sent_Column_Num", "columns")
        return findings
    }
}
