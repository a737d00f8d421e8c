import CareModel
import Diagnostics

extension Rule {
    static let referralReceiver = Rule(
        "referral.receiver.missing", .error, "A referral names whom it goes to",
        help: """
            No organization and no person is named that is to receive the member, so that the \
            referral reaches nobody. In C-CDA it is informationRecipient/intendedRecipient, or the \
            participant REFT of a referral act, in FHIR the performer of the request or the owner of \
            the task.
            """)
}

/// A referral to nobody.
enum ReceiverGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let to = referral.object(.to, ReferralPartyFields.self)
        if let to, isNamed(to) { return }
        findings.add(
            .referralReceiver, at: spots.spot(to?.index ?? referral.index), isMissing: true)
    }

    /// Whether an organization or a person can be told by anything.
    private static func isNamed(_ party: RecordObject<ReferralPartyFields>) -> Bool {
        if let organization = party.object(.organization, ReferralOrganizationFields.self) {
            let fields: [ReferralOrganizationFields] = [
                .name, .npi, .pidsl, .identifiers, .telecoms, .addresses,
            ]
            if fields.contains(where: { organization.has($0) }) { return true }
        }
        guard let person = party.object(.practitioner, ReferralPractitionerFields.self) else {
            return false
        }
        if let name = person.object(.name, PersonNameFields.self),
            name.has(.last) || name.has(.first)
        {
            return true
        }
        let fields: [ReferralPractitionerFields] = [.npi, .identifiers, .telecoms, .addresses]
        return fields.contains { person.has($0) }
    }
}
