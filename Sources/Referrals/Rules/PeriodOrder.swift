import CareModel
import Diagnostics

extension Rule {
    static let referralPeriodOrder = Rule(
        "referral.period.reversed", .error, "A period does not end before it begins",
        help: "Often the two days are swapped, or the year of one is wrong.")
    static let referralStatementOrder = Rule(
        "referral.statement.reversed", .warning,
        "A problem, medication or the like does not end before it begins",
        help: """
            Often the two days are swapped, or the year of one is wrong. The referral itself may \
            be right all the same.
            """)
}

/// Periods that end before they begin.
enum PeriodOrder {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        for field in periods {
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
        where coverage.day(.end) > 0 && coverage.day(.end) < coverage.day(.begin) {
            findings.add(.referralPeriodOrder, at: spots.spot(coverage.index))
        }
        for need in referral.objects(.needs, ReferralNeedFields.self)
        where MomentOrder.isBefore(need.moment(.end, .endTime), need.moment(.begin, .beginTime)) {
            findings.add(.referralPeriodOrder, at: spots.spot(need.index))
        }
        checkStatements(referral, spots, &findings)
    }

    private static let periods: [ReferralFields] = [.occurrence, .period, .restriction]

    private static func checkStatements(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        for field in ReferralRules.statements where referral.has(field) {
            for statement in referral.objects(field, ReferralStatementFields.self)
            where MomentOrder.isBefore(
                statement.moment(.end, .endTime), statement.moment(.begin, .beginTime))
            {
                findings.add(.referralStatementOrder, at: spots.spot(statement.index))
            }
        }
    }

    private static func check(
        _ period: RecordObject<ReferralPeriodFields>?,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        guard let period,
            MomentOrder.isBefore(
                period.moment(.end, .endTime), period.moment(.begin, .beginTime))
        else { return }
        findings.add(.referralPeriodOrder, at: spots.spot(period.index))
    }
}
