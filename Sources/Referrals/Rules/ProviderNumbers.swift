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
        var seen: [Int] = []
        for field in [ReferralFields.from, .to, .author, .custodian] {
            if let party = referral.object(field, ReferralPartyFields.self) {
                check(party, &seen, spots, &findings)
            }
        }
        for party in referral.objects(.participants, ReferralPartyFields.self) {
            check(party, &seen, spots, &findings)
        }
    }

    /// Who has two parts is told of once.
    private static func check(
        _ party: RecordObject<ReferralPartyFields>, _ seen: inout [Int],
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        if let organization = party.object(.organization, ReferralOrganizationFields.self),
            !seen.contains(organization.index)
        {
            seen.append(organization.index)
            if organization.has(.npi), !NPI.isValid(organization.bytes(.npi)) {
                findings.add(.referralNPI, at: spots.spot(organization.index))
            }
            if organization.has(.pidsl), !PIDSL.isValid(organization.bytes(.pidsl)) {
                findings.add(.referralPIDSL, at: spots.spot(organization.index))
            }
        }
        if let practitioner = party.object(.practitioner, ReferralPractitionerFields.self),
            !seen.contains(practitioner.index)
        {
            seen.append(practitioner.index)
            if practitioner.has(.npi), !NPI.isValid(practitioner.bytes(.npi)) {
                findings.add(.referralNPI, at: spots.spot(practitioner.index))
            }
        }
    }
}
