import CareModel
import Diagnostics

extension Rule {
    static let referralStatusOrder = Rule(
        "referral.status.order", .warning, "The history of a status goes from the oldest on",
        help: "A status is dated before the one that stands before it.")
}

/// A history whose days go back.
enum StatusOrder {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        var last: Int32 = 0
        for status in referral.objects(.statusHistory, ReferralStatusFields.self) {
            let day = status.day(.date)
            if day > 0, day < last {
                findings.add(.referralStatusOrder, at: spots.spot(status.index))
            }
            last = max(last, day)
        }
    }
}
