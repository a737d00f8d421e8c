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

    private var rosters: [(name: [String], sheets: [Counts])] = []
    private var summaries: [(name: [String], rows: [Statement])] = []

    package init() {}

    /// Takes in a roster; what its summary, if that came before, says otherwise.
    ///
    /// - Parameter sheets: the counts of each of its tables.
    package mutating func add(roster name: String, _ sheets: [Counts]) -> [Finding] {
        let words = CountBook.words(name)
        rosters.append((words, sheets))
        return CountBook.twins(summaries, \.name) { CountBook.isTwin($0, of: words, exactly: $1) }
            .flatMap { summary in
                CountBook.pairs(summary.rows, sheets).flatMap {
                    CountBook.findings($0.counts, $1, sheet: 0, row: 0)
                }
            }
    }

    /// Takes in the rows of a summary; what they say otherwise of a roster that came before.
    package mutating func add(summary name: String, _ rows: [Statement]) -> [Finding] {
        let words = CountBook.words(name)
        summaries.append((words, rows))
        return CountBook.twins(rosters, \.name) { CountBook.isTwin(words, of: $0, exactly: $1) }
            .flatMap { roster in
                CountBook.pairs(rows, roster.sheets).flatMap {
                    CountBook.findings($0.counts, $1, sheet: $0.sheet, row: $0.row)
                }
            }
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

    // MARK: Names

    private static let kinds: Set<String> = [
        "ASSIGNMENT", "STATUSOUTREACH", "REFRESHREFERRAL", "ENROLLDISENROLL",
    ]

    /// `CP_X_MH_SUMMARY_FULL_20180718R.XLSX` as its words; the R of a receipt does not count.
    private static func words(_ name: String) -> [String] {
        let file = name.split(separator: "/").last ?? ""
        let stem = file.split(separator: ".").first ?? ""
        return stem.uppercased().split(separator: "_").map { word in
            let isReceipt =
                word.last == "R" && word.count == 9
                && word.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) }
            return String(isReceipt ? word.dropLast() : word)
        }
    }

    /// The files that belong to another: those whose names fit exactly, else all that fit.
    private static func twins<File>(
        _ files: [File], _ name: (File) -> [String], _ isTwin: ([String], Bool) -> Bool
    ) -> [File] {
        let exact = files.filter { isTwin(name($0), true) }
        return exact.isEmpty ? files.filter { isTwin(name($0), false) } : exact
    }

    /// Whether a summary is that of a roster: it has the same words, with SUMMARY beside the kind of
    /// the roster or in its place.
    ///
    /// - Parameter isExact: whether the word MH, which the specification prints in the one name and
    ///   not in the other, has to be in both or in none.
    private static func isTwin(
        _ summary: [String], of roster: [String], exactly isExact: Bool
    ) -> Bool {
        guard summary.contains("SUMMARY") else { return false }
        func words(_ name: [String]) -> [String] { isExact ? name : name.filter { $0 != "MH" } }
        let rest = words(summary.filter { $0 != "SUMMARY" })
        let roster = words(roster)
        return rest == roster || rest == roster.filter { !kinds.contains($0) }
    }
}
