import CareModel
import Diagnostics

extension Rule {
    static let referralNPI = Rule(
        "referral.npi.invalid", .warning, "An NPI has ten digits, the last of which checks them",
        help: "Two digits may be swapped or one wrong; or it is a number of another kind.")
    static let referralPIDSL = Rule(
        "referral.pidsl.form", .warning, "A PIDSL is nine digits and a letter",
        help: "MassHealth's provider id has nine digits; the letter names the service location.")
}

/// Numbers of organizations and persons.
enum ProviderNumbers {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        var told: [Int] = []
        for field in roles {
            if let party = referral.object(field, ReferralPartyFields.self) {
                check(party, &told, spots, &findings)
            }
        }
        for party in referral.objects(.participants, ReferralPartyFields.self) {
            check(party, &told, spots, &findings)
        }
    }

    private static let roles: [ReferralFields] = [.from, .to, .author, .custodian]

    /// Who has two parts is told of once.
    private static func check(
        _ party: RecordObject<ReferralPartyFields>, _ told: inout [Int],
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        if let organization = party.object(.organization, ReferralOrganizationFields.self) {
            let hasOtherNPI = organization.has(.npi) && !NPI.isValid(organization.bytes(.npi))
            let hasOtherPIDSL =
                organization.has(.pidsl) && !PIDSL.isValid(organization.bytes(.pidsl))
            if hasOtherNPI || hasOtherPIDSL, !told.contains(organization.index) {
                told.append(organization.index)
                let spot = spots.spot(organization.index)
                if hasOtherNPI { findings.add(.referralNPI, at: spot) }
                if hasOtherPIDSL { findings.add(.referralPIDSL, at: spot) }
            }
        }
        if let practitioner = party.object(.practitioner, ReferralPractitionerFields.self),
            practitioner.has(.npi), !NPI.isValid(practitioner.bytes(.npi)),
            !told.contains(practitioner.index)
        {
            told.append(practitioner.index)
            findings.add(.referralNPI, at: spots.spot(practitioner.index))
        }
    }
}
