import CareModel
import X12Mapping
import X12Syntax

// loop 2000A  Billing Provider Level                 R  >1  level
//   HL    Billing Provider Level             R   1
//   PRV   Specialty                   BI     S   1
//   CUR   Foreign Currency            85     S   1
//   2010AA Billing Provider  2010AB Pay-to Address  2010AC Pay-to Plan

/// Maps loop 2000A: who is paid.
enum BillingMapping {
    /// The level, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>) -> Int {
        let level = cursor.elements.record.add(ClaimBillingFields.self)
        while let loop = cursor.nextLoop {
            switch loop {
            case .billingLevel: readLevel(&cursor, level)
            case .billingProvider:
                ProviderMapping.set(loop, &cursor, of: level, ClaimBillingFields.billingProvider)
            case .payToAddress:
                ProviderMapping.set(loop, &cursor, of: level, ClaimBillingFields.payToAddress)
            case .payToPlan:
                ProviderMapping.set(loop, &cursor, of: level, ClaimBillingFields.payToPlan)
            default: cursor.skip()
            }
        }
        return level
    }

    private static func readLevel(_ cursor: inout SegmentCursor<ClaimLoop>, _ level: Int) {
        var isFirst = true
        while let view = cursor.next(in: .billingLevel, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("HL"): break  // which level lies in which is no content
            case SegmentID("PRV"):
                let provider = cursor.elements.object(
                    ClaimProviderFields.self, in: level, ClaimBillingFields.billingProvider)
                cursor.elements.set(provider, ClaimProviderFields.taxonomy, view, 3)
            case SegmentID("CUR"):
                cursor.elements.set(level, ClaimBillingFields.currency, view, 2)
            default: cursor.elements.keepWhole(view)
            }
        }
    }
}
