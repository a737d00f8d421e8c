import CareModel
import Diagnostics

extension Rule {
    static let referralReceiver = Rule(
        "referral.receiver.missing", .error, "A referral names whom it goes to",
        help: """
            No organization and no person is named that is to receive the member, so that the \
            referral reaches nobody. In C-CDA it is informationRecipient/intendedRecipient, in FHIR \
            the performer of the request or the owner of the task.
            """)
}

/// A referral to nobody.
enum ReceiverGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let to = referral.object(.to, ReferralPartyFields.self)
        if let to, to.has(.organization) || to.has(.practitioner) { return }
        findings.add(
            .referralReceiver, at: spots.spot(to?.index ?? referral.index), isMissing: true)
    }
}
