import CareModel
import Diagnostics

extension Rule {
    static let referralStatusCode = Rule(
        "referral.status.code", .error, "A status is one of the ten codes of a referral's Task",
        help: """
            The closed loop of referrals knows draft, requested, accepted, rejected, cancelled, \
            in-progress, on-hold, failed, completed and entered-in-error.
            """)
}

/// A status that the closed loop does not know.
enum StatusCode {
    /// What FHIR has beside the ten is for its own rules to tell.
    private static func isKnown(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        ReferralStatusCodes.index(code) != nil
            || code.elementsEqual("received".utf8) || code.elementsEqual("ready".utf8)
    }

    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        if referral.has(.status), !isKnown(referral.bytes(.status)) {
            findings.add(
                .referralStatusCode, at: spots.spot(referral.index),
                expected: ReferralStatusCodes.list)
        }
        for status in referral.objects(.statusHistory, ReferralStatusFields.self)
        where status.has(.status) && !isKnown(status.bytes(.status)) {
            findings.add(
                .referralStatusCode, at: spots.spot(status.index),
                expected: ReferralStatusCodes.list)
        }
    }
}
