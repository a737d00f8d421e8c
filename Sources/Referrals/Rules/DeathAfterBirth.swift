import CareModel
import Diagnostics

extension Rule {
    static let referralDeath = Rule(
        "referral.death.reversed", .error, "A member does not die before being born",
        help: "Often the two days are swapped, or the century of one is wrong.")
    static let referralDead = Rule(
        "referral.death.past", .warning, "A member lives when the referral is written",
        help: """
            The member died before that, or is marked as dead. Often the death of somebody else was \
            taken for it.
            """)
}

/// A death before the birth, or before the referral.
enum DeathAfterBirth {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard let member = referral.object(.member, ReferralMemberFields.self) else { return }
        let death = member.moment(.deathDate, .deathTime)
        if MomentOrder.isBefore(death, member.moment(.birthDate, .birthTime)) {
            findings.add(.referralDeath, at: spots.spot(member.index))
        } else if MomentOrder.isBefore(death, referral.moment(.authored, .authoredTime)) {
            findings.add(.referralDead, at: spots.spot(member.index))
        }
    }

    /// A member who is marked as dead, without a day that could be compared.
    ///
    /// - Parameter mark: where that stands.
    static func check(
        _ referral: RecordObject<ReferralFields>, mark: ReferralSpot?,
        _ findings: inout ReferralFindings
    ) {
        let member = referral.object(.member, ReferralMemberFields.self)
        guard let mark, member?.has(.deathDate) != true else { return }
        findings.add(.referralDead, at: mark)
    }
}
