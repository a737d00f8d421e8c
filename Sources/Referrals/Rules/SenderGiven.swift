import CareModel
import Diagnostics

extension Rule {
    static let referralSender = Rule(
        "referral.sender.missing", .warning, "A referral names whom it comes from",
        help: """
            No organization and no person is named that refers the member, so that nobody can be \
            answered. In a Turnpike referral it is from, in C-CDA the author, in FHIR the \
            requester of the request.
            """)
}

/// A referral from nobody.
enum SenderGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let from = referral.object(.from, ReferralPartyFields.self)
        if let from, from.has(.organization) || from.has(.practitioner) { return }
        findings.add(
            .referralSender, at: spots.spot(from?.index ?? referral.index), isMissing: true)
    }
}
