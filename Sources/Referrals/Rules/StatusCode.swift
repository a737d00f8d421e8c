import CareModel
import Diagnostics

extension Rule {
    static let referralStatusCode = Rule(
        "referral.status.code", .error, "A status is one of the ten codes of a referral's Task",
        help: """
            The closed loop of referrals knows draft, requested, accepted, rejected, cancelled, \
            in-progress, on-hold, failed, completed and entered-in-error. FHIR's received and ready \
            are not among them.
            """)
}

/// A status that the closed loop does not know.
enum StatusCode {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        if referral.has(.status), ReferralStatusCodes.index(referral.bytes(.status)) == nil {
            findings.add(
                .referralStatusCode, at: spots.spot(referral.index),
                expected: ReferralStatusCodes.list)
        }
        for status in referral.objects(.statusHistory, ReferralStatusFields.self)
        where status.has(.status) && ReferralStatusCodes.index(status.bytes(.status)) == nil {
            findings.add(
                .referralStatusCode, at: spots.spot(status.index),
                expected: ReferralStatusCodes.list)
        }
    }
}
