import CareModel
import Diagnostics

extension Rule {
    static let referralNeedCode = Rule(
        "referral.need.code", .warning, "A social need in ICD-10-CM is coded Z55 to Z65",
        help: """
            Codes of the chapters on diseases say what the member suffers from, not what the member \
            needs. Claims for social needs take Z55 to Z65. A system that no list is called by \
            tells nobody what the code means: leave it out where that is ICD-10-CM.
            """)
    static let referralNeedCategory = Rule(
        "referral.need.category", .warning,
        "The category of a need is a domain of the Gravity project",
        help: """
            The domains are words such as food-insecurity, housing-instability and \
            transportation-insecurity; turnpike schema referral lists them.
            """)
}

/// What a social need is coded with.
enum NeedCode {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        for need in referral.objects(.needs, ReferralNeedFields.self) {
            let system = need.bytes(.system)
            let isUnknown = ReferralCodeSystem.isUnknownName(system)
            let isSocial =
                !isUnknown
                && (!ReferralCodeSystem.isICD10(system) || SocialNeed.isCode(need.bytes(.code)))
            if need.has(.code), !isSocial {
                findings.add(
                    .referralNeedCode, at: spots.spot(need.index),
                    expected: isUnknown ? "a system such as ICD-10-CM" : "Z55 to Z65")
            }
            if need.has(.category), !NeedCategory.isKnown(need.bytes(.category)) {
                findings.add(.referralNeedCategory, at: spots.spot(need.index))
            }
        }
    }
}

/// The domains of social needs.
///
/// Source: Gravity SDOH Clinical Care 2.3, category codes.
package enum NeedCategory {
    private static let words: [StaticString] = [
        "digital-access", "digital-literacy", "educational-attainment", "elder-abuse",
        "employment-status", "financial-insecurity", "food-insecurity",
        "health-insurance-coverage-status", "homelessness", "housing-instability",
        "inadequate-housing", "incarceration-status", "intimate-partner-violence",
        "language-access", "material-hardship", "medical-cost-burden",
        "personal-health-literacy", "social-connection", "stress", "transportation-insecurity",
        "utility-insecurity", "veteran-status", "sdoh-category-unspecified",
        "protective-factor",
    ]

    package static func isKnown(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        words.contains { bytes.isText($0) }
    }
}
