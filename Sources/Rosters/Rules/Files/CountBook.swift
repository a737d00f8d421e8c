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

    private var rosters: [(name: [String], counts: Counts)] = []
    private var summaries: [(name: [String], counts: Counts)] = []

    package init() {}

    /// Takes in a roster; what its summary, if that came before, says otherwise.
    package mutating func add(roster name: String, _ counts: Counts) -> [Finding] {
        let words = CountBook.words(name)
        rosters.append((words, counts))
        return summaries.filter { CountBook.isTwin($0.name, of: words) }.flatMap {
            CountBook.findings($0.counts, counts, sheet: 0, row: 0)
        }
    }

    /// Takes in one row of a summary; what it says otherwise of a roster that came before.
    package mutating func add(
        summary name: String, _ counts: Counts, sheet: Int, row: Int
    ) -> [Finding] {
        let words = CountBook.words(name)
        summaries.append((words, counts))
        return rosters.filter { CountBook.isTwin(words, of: $0.name) }.flatMap {
            CountBook.findings(counts, $0.counts, sheet: sheet, row: row)
        }
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

    /// Whether a summary is that of a roster: it has the same words, with SUMMARY beside the kind of
    /// the roster or in its place.
    private static func isTwin(_ summary: [String], of roster: [String]) -> Bool {
        guard summary.contains("SUMMARY") else { return false }
        let rest = summary.filter { $0 != "SUMMARY" }
        return rest == roster || rest == roster.filter { !kinds.contains($0) }
    }
}
