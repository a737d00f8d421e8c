import CareModel
import Diagnostics

extension Rule {
    static let referralConsent = Rule(
        "referral.consent.missing", .warning,
        "A referral to flexible services says that the member agrees",
        help: """
            The plan of flexible services is agreed with the member, and the referral has no consent. \
            In a Turnpike referral it is consent with decision="permit".
            """)
    static let referralConsentDenied = Rule(
        "referral.consent.denied", .error, "A referral is made with the member's consent",
        help: "The latest consent is a refusal: the referral is not to be sent on.")
}

/// Whether the member agrees.
enum ConsentGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        var latest: RecordObject<ReferralConsentFields>?
        for consent in referral.objects(.consents, ReferralConsentFields.self) {
            if let before = latest, consent.day(.date) < before.day(.date) { continue }
            latest = consent
        }
        if let latest {
            if latest.key(.decision) == 0x796E_6564 {
                findings.add(.referralConsentDenied, at: spots.spot(latest.index))
            }
        } else if isFlexible(referral) {
            findings.add(
                .referralConsent, at: spots.spot(referral.index), isMissing: true)
        }
    }

    static func isFlexible(_ referral: RecordObject<ReferralFields>) -> Bool {
        Text(referral.bytes(.program))?.string == "flexible-services"
    }
}
