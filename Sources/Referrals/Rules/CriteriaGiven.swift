import CareModel
import Diagnostics

extension Rule {
    static let referralHealthNeed = Rule(
        "referral.criteria.health", .error,
        "A referral to flexible services has a health need that makes the member eligible",
        help: """
            One of: complex physical health, behavioral health, help with daily living, use of the \
            emergency department, a high-risk pregnancy. In a Turnpike referral it is healthNeed.
            """)
    static let referralRiskFactor = Rule(
        "referral.criteria.risk", .error,
        "A referral to flexible services has a risk factor that makes the member eligible",
        help: """
            One of: homelessness, risk of homelessness, risk of nutritional deficiency or imbalance. \
            In a Turnpike referral it is riskFactor.
            """)
}

/// Both kinds of criteria are needed.
enum CriteriaGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard ConsentGiven.isFlexible(referral) else { return }
        let criteria = referral.object(.criteria, ReferralCriteriaFields.self)
        let spot = spots.spot(referral.index)
        if criteria?.has(.healthNeeds) != true {
            findings.add(.referralHealthNeed, at: spot, isMissing: true)
        }
        if criteria?.has(.riskFactors) != true {
            findings.add(.referralRiskFactor, at: spot, isMissing: true)
        }
    }
}
