import CareModel
import Diagnostics

extension Rule {
    static let referralDeath = Rule(
        "referral.death.reversed", .error, "A member does not die before being born",
        help: "Often the two days are swapped, or the century of one is wrong.")
}

/// A death before the birth.
enum DeathAfterBirth {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard let member = referral.object(.member, ReferralMemberFields.self),
            MomentOrder.isBefore(
                member.moment(.deathDate, .deathTime), member.moment(.birthDate, .birthTime))
        else { return }
        findings.add(.referralDeath, at: spots.spot(member.index))
    }
}
