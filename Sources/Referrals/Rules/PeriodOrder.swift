import CareModel
import Diagnostics

extension Rule {
    static let referralPeriodOrder = Rule(
        "referral.period.reversed", .error, "A period does not end before it begins",
        help: "Often the two days are swapped, or the year of one is wrong.")
}

/// Periods that end before they begin.
enum PeriodOrder {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        for field in [ReferralFields.occurrence, .period, .restriction] {
            check(referral.object(field, ReferralPeriodFields.self), spots, &findings)
        }
        for service in referral.objects(.services, ReferralServiceFields.self) {
            let period = service.object(.period, ReferralPeriodFields.self)
            // An act's period may stand for the whole referral's.
            let whole = referral.object(.occurrence, ReferralPeriodFields.self)
            if period?.index != whole?.index { check(period, spots, &findings) }
        }
        for consent in referral.objects(.consents, ReferralConsentFields.self) {
            check(consent.object(.period, ReferralPeriodFields.self), spots, &findings)
        }
        for coverage in referral.objects(.coverages, ReferralCoverageFields.self)
        where isReversed(coverage.day(.begin), coverage.day(.end)) {
            findings.add(.referralPeriodOrder, at: spots.spot(coverage.index))
        }
        for need in referral.objects(.needs, ReferralNeedFields.self)
        where isReversed(need.day(.begin), need.day(.end)) {
            findings.add(.referralPeriodOrder, at: spots.spot(need.index))
        }
    }

    private static func check(
        _ period: RecordObject<ReferralPeriodFields>?,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard let period, isReversed(period.day(.begin), period.day(.end)) else { return }
        findings.add(.referralPeriodOrder, at: spots.spot(period.index))
    }

    private static func isReversed(_ begin: Int32, _ end: Int32) -> Bool {
        end > 0 && end < begin
    }
}
