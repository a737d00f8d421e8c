import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let periodReversed = Rule(
        "enrollment.period.reversed", .error, "A span begins on or before the day it ends", snip: 4,
        help: """
            The begin date (DTP*356, *348, *360, *344 or the first of a span) is later than the end date beside it. Ask \
            the sender which is right.
            """)
    static let periodReversedTermination = Rule(
        "enrollment.period.never-effective", .warning,
        "A span that ends before it begins never took effect", snip: 4,
        help: """
            With maintenance type 024 an end before the begin is how senders take back a coverage \
            that never took effect; load it as no coverage at all.
            """)
}

/// An end before its begin, in every span of the record.
enum PeriodReversed {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        let isTermination = isTermination(enrollment.key(.maintenanceType))
        if let period = enrollment.object(.eligibility, PeriodFields.self), period.isReversed,
            !SentDays.ofEligibility(enrollment, period).beginBefore(period.day(.end))
        {
            report(period.slot(.end), .member, isTermination, locator, &collector)
        }
        if enrollment.has(.dates) {
            for end in reversedEnds(enrollment) {
                report(end, .member, isTermination, locator, &collector)
            }
        }
        checkCoverages(enrollment, isTermination, locator, &collector)
        let categories = enrollment.objects(.reportingCategories, ReportingCategoryFields.self)
        for category in categories {
            check(
                category.object(.date, DateFields.self)?.object(.span, PeriodFields.self),
                .reportingCategory, isTermination, locator, &collector)
        }
        for disability in enrollment.objects(.disabilities, DisabilityFields.self) {
            check(
                disability.object(.eligibility, PeriodFields.self), .disability, isTermination,
                locator, &collector)
        }
    }

    private static func checkCoverages(
        _ enrollment: RecordObject<EnrollmentFields>, _ isTermination: Bool,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            let isOver = isTermination || Self.isTermination(coverage.key(.maintenanceType))
            var told: Slot?
            if let period = coverage.object(.period, PeriodFields.self), period.isReversed,
                !SentDays.ofCoverage(coverage, period).beginBefore(period.day(.end))
            {
                told = period.slot(.end)
                report(period.slot(.end), .coverage, isOver, locator, &collector)
            }
            for date in coverage.objects(.dates, DateFields.self) {
                let span = date.object(.span, PeriodFields.self)
                // The period may have been taken from it.
                if let span, span.slot(.end).start == told?.start { continue }
                check(span, .coverage, isOver, locator, &collector)
            }
            for other in coverage.objects(.coordination, CoordinationFields.self) {
                check(
                    other.object(.period, PeriodFields.self), .coordination, isOver, locator,
                    &collector)
            }
        }
    }

    /// Begins and ends among the dates of loop 2000: Medicare, COBRA, employment and so on.
    private static let pairs: [(begin: UInt64, end: UInt64)] =
        ([
            ("336", "337"), ("338", "339"), ("340", "341"), ("350", "351"), ("385", "386"),
            ("473", "474"),
        ] as [(StaticString, StaticString)]).map { (Key($0.0).rawValue, Key($0.1).rawValue) }

    /// The ends before which none of their begins lies, in whatever order they were sent: each end is
    /// that of the nearest begin before it.
    private static func reversedEnds(_ enrollment: RecordObject<EnrollmentFields>) -> [Slot] {
        let dates = enrollment.objects(.dates, DateFields.self)
        // Most records have none of the ends, and are gone through once.
        guard dates.contains(where: { date in pairs.contains { $0.end == date.key(.code) } })
        else { return [] }
        func earliest(_ begin: UInt64) -> Int32 {
            dates.filter { $0.key(.code) == begin }.map { $0.day(.date) }.filter { $0 > 0 }.min()
                ?? 0
        }
        let begins = pairs.map { earliest($0.begin) }
        return dates.compactMap { date in
            let code = date.key(.code)
            let end = date.day(.date)
            guard end > 0, let pair = pairs.firstIndex(where: { $0.end == code }),
                end < begins[pair]
            else { return nil }
            return date.slot(.date)
        }
    }

    private static func isTermination(_ code: UInt64) -> Bool { code == Key("024").rawValue }

    @inline(__always)
    private static func check(
        _ period: RecordObject<PeriodFields>?, _ loop: EnrollmentLoop, _ isTermination: Bool,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard let period, period.isReversed else { return }
        report(period.slot(.end), loop, isTermination, locator, &collector)
    }

    @inline(never)
    private static func report(
        _ end: Slot, _ loop: EnrollmentLoop, _ isTermination: Bool,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        collector.add(
            isTermination ? .periodReversedTermination : .periodReversed,
            at: locator.range(of: end),
            place: Place(loop: loop.rawValue, segment: "DTP", element: 3))
    }
}
