import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let claimPeriodReversed = Rule(
        "claim.period.reversed", .error, "A period begins on or before the day it ends", snip: 4,
        help: """
            The first day of a period (RD8) is later than its last: of a statement, a service, a \
            disability, or an occurrence span. Ask the sender which of them is right.
            """)
}

/// An end before its begin, in every period of the claim and its lines.
enum ClaimPeriodReversed {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        if let times = claim.object(.times, ClaimTimeFields.self) {
            check(times.object(.statementPeriod, ServicePeriodFields.self), locator, &collector)
            check(times.object(.service, ServicePeriodFields.self), locator, &collector)
            check(times.object(.disability, PeriodFields.self), locator, &collector)
            check(times.objects(.dates, ClaimDateFields.self), locator, &collector)
        }
        if let codes = claim.object(.codes, ClaimCodeFields.self) {
            for span in codes.objects(.occurrenceSpans, OccurrenceSpanFields.self) {
                check(
                    span.object(.period, ServicePeriodFields.self), isComponent: true, locator,
                    &collector)
            }
        }
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            check(line.object(.service, ServicePeriodFields.self), locator, &collector)
            check(line.objects(.dates, ClaimDateFields.self), locator, &collector)
        }
    }

    @inline(__always)
    private static func check(
        _ dates: RecordList<ClaimDateFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        for date in dates {
            check(date.object(.span, PeriodFields.self), locator, &collector)
        }
    }

    @inline(__always)
    private static func check(
        _ period: RecordObject<ServicePeriodFields>?, isComponent: Bool = false,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard let period else { return }
        let end = period.day(.end)
        guard end > 0, end < period.day(.begin) else { return }
        locator.add(
            .claimPeriodReversed, at: .end, of: period, isComponent: isComponent, to: &collector)
    }

    @inline(__always)
    private static func check(
        _ period: RecordObject<PeriodFields>?, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard let period else { return }
        let end = period.day(.end)
        guard end > 0, end < period.day(.begin) else { return }
        locator.add(.claimPeriodReversed, at: .end, of: period, to: &collector)
    }
}
