import CareModel
import Rosters
import TableSyntax

extension CountBook.Statement {
    /// What a row of a summary says of the roster that it came with.
    init(_ record: RecordObject<RosterFields>, at row: TableRow) {
        let receipt = record.object(.receipt, RosterReceiptFields.self)
        self.init(
            CountBook.Counts(
                rows: Self.whole(receipt?.money(.sentRows)),
                columns: Self.whole(receipt?.money(.sentColumns))),
            sheet: row.sheet, row: row.number)
    }

    private static func whole(_ sent: Sent<Money>?) -> Int? {
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
