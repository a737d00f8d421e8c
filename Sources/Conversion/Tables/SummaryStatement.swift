import CareModel
import Rosters
import TableSyntax

extension SummaryStatement {
    /// What a row of a summary says of the roster that it came with.
    init(_ record: RecordObject<RosterFields>, at row: TableRow, in match: TableMatch) {
        let receipt = record.object(.receipt, RosterReceiptFields.self)
        self.init(
            CountBook.Counts(
                rows: Self.whole(receipt?.money(.sentRows)),
                columns: Self.whole(receipt?.money(.sentColumns))),
            sheet: row.sheet, row: row.number,
            rowsPlace: Self.place("receipt.sentRows", of: row, in: match),
            columnsPlace: Self.place("receipt.sentColumns", of: row, in: match))
    }

    /// Where the cell of a field stands.
    private static func place(
        _ field: String, of row: TableRow, in match: TableMatch
    ) -> CellPlace {
        guard let cell = match.column(field).flatMap({ match.cell($0, of: row) }) else {
            return CellPlace()
        }
        let place = row.linePlace(of: cell)
        return CellPlace(range: row.range(of: cell), line: place.line, column: place.column)
    }

    private static func whole(_ sent: Sent<Money>?) -> Int? {
        // 1,005: as receipts read it.
        if case .raw(let text) = sent {
            return SummaryColumns.count(text.string.unicodeScalars[...])
        }
        guard case .valid(let number) = sent else { return nil }
        // 5.0: a program's number of a column with gaps.
        var units = number.units
        for _ in 0..<number.scale {
            let (whole, rest) = units.quotientAndRemainder(dividingBy: 10)
            guard rest == 0 else { return nil }
            units = whole
        }
        return Int(exactly: units)
    }
}
