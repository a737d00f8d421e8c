import CareModel
import Diagnostics

extension Rule {
    static let referralNeededBy = Rule(
        "referral.needed.past", .warning, "A referral is needed by a time after it was written",
        help: "The day, or time, by which it is needed is before that at which it was written.")
}

/// A referral that was due before it was written.
enum NeededAfterAuthored {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard
            MomentOrder.isBefore(
                referral.moment(.neededBy, .neededByTime), referral.moment(.authored, .authoredTime)
            )
        else { return }
        findings.add(.referralNeededBy, at: spots.spot(referral.index))
    }
}
