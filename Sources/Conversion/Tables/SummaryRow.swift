import CareModel
import Rosters

extension CountBook.Counts {
    /// What a row of a summary says that was sent.
    init?(_ record: RecordObject<RosterFields>) {
        guard let receipt = record.object(.receipt, RosterReceiptFields.self) else { return nil }
        self.init(
            rows: Self.whole(receipt.money(.sentRows)),
            columns: Self.whole(receipt.money(.sentColumns)))
    }

    private static func whole(_ sent: Sent<Money>?) -> Int? {
        guard case .valid(let number) = sent, number.scale == 0 else { return nil }
        return Int(exactly: number.units)
    }
}
