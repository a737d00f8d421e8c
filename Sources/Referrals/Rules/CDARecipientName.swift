import CareModel
import Diagnostics

extension Rule {
    static let cdaRecipientName = Rule(
        "referral.cda.recipient", .warning, "The recipient of a Referral Note has a person's name",
        help: """
            informationRecipient/intendedRecipient holds informationRecipient with a name. Where only \
            an organization is known, the note reaches it all the same.
            """)
}

/// An organization without a person.
enum CDARecipientName {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        guard let to = mapper.record.object(.to, ReferralPartyFields.self) else { return }
        let person = to.object(.practitioner, ReferralPractitionerFields.self)
        guard person?.has(.name) != true else { return }
        findings.add(.cdaRecipientName, at: mapper.spot(to.index))
    }
}
