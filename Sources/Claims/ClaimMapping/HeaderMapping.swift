import CareModel
import X12Mapping
import X12Syntax

// table 1
//   ST    Transaction Set Header             R   1
//   BHT   Beginning of Hierarchy             R   1
//   1000A Submitter  1000B Receiver

/// Maps the header table: what all claims of a transaction set share.
enum HeaderMapping {
    /// The header, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>) -> Int {
        let header = cursor.elements.record.add(ClaimHeaderFields.self)
        while let loop = cursor.nextLoop {
            switch loop {
            case .submitter:
                ProviderMapping.set(loop, &cursor, of: header, ClaimHeaderFields.submitter)
            case .receiver:
                ProviderMapping.set(loop, &cursor, of: header, ClaimHeaderFields.receiver)
            case .transaction: readTransaction(&cursor, header)
            default: cursor.skip()
            }
        }
        return header
    }

    private static func readTransaction(
        _ cursor: inout SegmentCursor<ClaimLoop>, _ header: Int
    ) {
        var isFirst = true
        while let view = cursor.next(in: .transaction, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("BHT"): readBHT(view, &cursor.elements, header)
            case SegmentID("ST"): break  // in the claim's source
            default: cursor.elements.keepWhole(view)
            }
        }
    }

    /// BHT02 to BHT06; BHT01 says no more than what the guide is.
    private static func readBHT(
        _ view: SegmentView, _ elements: inout ElementReader, _ header: Int
    ) {
        let transaction = elements.object(
            ClaimTransactionFields.self, in: header, ClaimHeaderFields.transaction)
        elements.set(transaction, ClaimTransactionFields.purpose, view, 2)
        elements.set(transaction, ClaimTransactionFields.reference, view, 3)
        elements.set(transaction, ClaimTransactionFields.date, view, 4)
        elements.set(transaction, ClaimTransactionFields.time, view, 5)
        elements.set(transaction, ClaimTransactionFields.type, view, 6)
    }
}
