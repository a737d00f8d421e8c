import CareModel
import Diagnostics

extension Rule {
    static let referralBirth = Rule(
        "referral.birth.future", .error, "A member is born before the referral is written",
        help: "Often the century is wrong, or day and month are swapped.")
}

/// A birth after the referral was written.
enum BirthBeforeReferral {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let written = referral.day(.authored)
        guard written > 0, let member = referral.object(.member, ReferralMemberFields.self),
            member.day(.birthDate) > written
        else { return }
        findings.add(.referralBirth, at: spots.spot(member.index))
    }
}
