import Diagnostics

/// What one row of a summary says of a roster.
package struct SummaryStatement: Sendable, Hashable {
    /// Where a number stands.
    package struct CellPlace: Sendable, Hashable {
        let range: ByteRange
        /// 0 in workbooks.
        let line: Int
        let column: Int

        package init(range: ByteRange = ByteRange(0, 0), line: Int = 0, column: Int = 0) {
            self.range = range
            self.line = line
            self.column = column
        }
    }

    package let counts: CountBook.Counts
    /// Where it stands in the summary.
    package let sheet: Int
    package let row: Int
    private let rowsPlace: CellPlace
    private let columnsPlace: CellPlace

    /// - Parameters:
    ///   - counts: what it says.
    ///   - sheet: its sheet, from 1; 0 where there are none.
    ///   - row: its row.
    ///   - rowsPlace: where the number of rows stands.
    ///   - columnsPlace: where the number of columns stands.
    package init(
        _ counts: CountBook.Counts, sheet: Int, row: Int, rowsPlace: CellPlace = CellPlace(),
        columnsPlace: CellPlace = CellPlace()
    ) {
        self.counts = counts
        self.sheet = sheet
        self.row = row
        self.rowsPlace = rowsPlace
        self.columnsPlace = columnsPlace
    }

    /// More digits are no number of rows: where columns are shifted, a member's id may stand there.
    private static let statedLimit = 10_000_000

    /// What it says otherwise than was counted. Its own number, a cell of the input, is told too
    /// where it is short enough to be one of rows.
    func findings(_ found: CountBook.Counts) -> [Finding] {
        var findings: [Finding] = []
        func compare(
            _ stated: Int?, _ found: Int?, _ column: String, _ noun: String, _ place: CellPlace
        ) {
            guard let stated, let found, stated != found else { return }
            let isTold = stated.magnitude < SummaryStatement.statedLimit
            let other = isTold ? ", not \(stated)" : ""
            findings.append(
                Finding(
                    .countsDiffer, at: place.range, place: Place(segment: column),
                    expected: "\(found) \(noun), as counted in the roster\(other)",
                    line: place.line, column: place.column, sheet: sheet, row: row))
        }
        compare(counts.rows, found.rows, "Sent_Row_Num", "rows", rowsPlace)
        compare(counts.columns, found.columns, "Sent_Column_Num", "columns", columnsPlace)
        return findings
    }
}
