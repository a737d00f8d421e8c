import CareModel
import Rosters
import TableSyntax

/// What a row of a summary says of the roster that it came with.
struct SummaryStatement: Sendable {
    let counts: CountBook.Counts
    let sheet: Int
    let row: Int

    init(_ record: RecordObject<RosterFields>, at row: TableRow) {
        let receipt = record.object(.receipt, RosterReceiptFields.self)
        counts = CountBook.Counts(
            rows: Self.whole(receipt?.money(.sentRows)),
            columns: Self.whole(receipt?.money(.sentColumns)))
        sheet = row.sheet
        self.row = row.number
    }

    private static func whole(_ sent: Sent<Money>?) -> Int? {
        guard case .valid(let number) = sent, number.scale == 0 else { return nil }
        return Int(exactly: number.units)
    }
}
