import CareModel
import Diagnostics

extension Rule {
    static let referralAhead = Rule(
        "referral.date.ahead", .warning,
        "A consent or a criterion is dated by the day of the referral's last change",
        help: """
            It is dated after all that says when the referral was written or changed. Often the year \
            is wrong; or the consent came later, and statusDate was not changed.
            """)
}

/// Consents and criteria of days that had not come yet.
enum ToldBeforeWritten {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard referral.has(.consents) || referral.has(.criteria) else { return }
        let last = lastChange(of: referral)
        guard last > 0 else { return }
        for consent in referral.objects(.consents, ReferralConsentFields.self)
        where consent.day(.date) > last {
            findings.add(.referralAhead, at: spots.spot(consent.index))
        }
        guard let criteria = referral.object(.criteria, ReferralCriteriaFields.self) else { return }
        for field in [ReferralCriteriaFields.healthNeeds, .riskFactors, .benefits] {
            for criterion in criteria.objects(field, ReferralCriterionFields.self)
            where criterion.day(.date) > last {
                findings.add(.referralAhead, at: spots.spot(criterion.index))
            }
        }
    }

    /// The last day of which the referral says that it was written or changed; 0 for none.
    private static func lastChange(of referral: RecordObject<ReferralFields>) -> Int32 {
        let document = referral.object(.document, ReferralDocumentFields.self)
        var last = max(
            referral.day(.authored), referral.day(.modified), document?.day(.created) ?? 0)
        for status in referral.objects(.statusHistory, ReferralStatusFields.self) {
            last = max(last, status.day(.date))
        }
        return last
    }
}
