import CareModel
import Diagnostics

extension Rule {
    static let referralStatusTransition = Rule(
        "referral.status.transition", .warning, "A status is followed by one that it leads to",
        help: """
            What was rejected, cancelled, failed or completed stays so, and what nobody accepted is \
            not completed. Look whether a status is missing in between, or the history is not in \
            its order.
            """)
}

/// A step in the history of a referral that cannot be.
enum StatusTransition {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        var last: Int?
        for status in referral.objects(.statusHistory, ReferralStatusFields.self) {
            guard let next = ReferralStatusCodes.index(status.bytes(.status)) else { continue }
            if let last, !ReferralStatusCodes.leads(last, to: next) {
                findings.add(
                    .referralStatusTransition, at: spots.spot(status.index),
                    expected: ReferralStatusCodes.following(last))
            }
            last = next
        }
        guard let last, let present = ReferralStatusCodes.index(referral.bytes(.status)),
            !ReferralStatusCodes.leads(last, to: present)
        else { return }
        findings.add(
            .referralStatusTransition, at: spots.spot(referral.index),
            expected: ReferralStatusCodes.following(last))
    }
}
