import CareModel
import Diagnostics

extension Rule {
    static let referralNeededBy = Rule(
        "referral.needed.past", .warning, "A referral is needed by a day after it was written",
        help: "The day by which it is needed is before the day on which it was written.")
}

/// A referral that was due before it was written.
enum NeededAfterAuthored {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let needed = referral.day(.neededBy)
        guard needed > 0, needed < referral.day(.authored) else { return }
        findings.add(.referralNeededBy, at: spots.spot(referral.index))
    }
}
