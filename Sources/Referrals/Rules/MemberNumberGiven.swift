import CareModel
import Diagnostics

extension Rule {
    static let referralMemberNumber = Rule(
        "referral.member.number", .warning, "A referral names the member by the MassHealth number",
        help: """
            No number of the member is MassHealth's, so that the record has no memberId and joins \
            nothing. In a Turnpike referral it is the id of member; elsewhere an identifier of the \
            type MA, or one whose system or assigner names MassHealth or Medicaid.
            """)
    static let referralMemberNumberAssumed = Rule(
        "referral.member.assumed", .warning,
        "The member's number is said to be MassHealth's, not only of its form",
        help: """
            A number of twelve digits is taken for the MassHealth number, as no other is said to be. \
            It may be one of another system that has twelve digits too.
            """)
    static let referralMemberNumberForm = Rule(
        "referral.member.digits", .warning, "A MassHealth number has twelve digits",
        help: "The member's number has another form. Look for blanks, hyphens or a missing zero.")
}

/// Which number the member has.
enum MemberNumberGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>, _ isAssumed: Bool,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let rule: Rule
        if !referral.has(.memberId) {
            rule = .referralMemberNumber
        } else if isAssumed {
            rule = .referralMemberNumberAssumed
        } else if !MemberNumber.isDigits(referral.bytes(.memberId)) {
            rule = .referralMemberNumberForm
        } else {
            return
        }
        let member = referral.object(.member, ReferralMemberFields.self)
        findings.add(
            rule, at: spots.spot(member?.index ?? referral.index),
            expected: rule == .referralMemberNumberForm ? "twelve digits" : nil,
            isMissing: rule == .referralMemberNumber)
    }
}
