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
        check(
            enrollment.object(.eligibility, PeriodFields.self), .member, isTermination, locator,
            &collector)
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
            check(
                coverage.object(.period, PeriodFields.self), .coverage, isOver, locator, &collector)
            for date in coverage.objects(.dates, DateFields.self) {
                check(
                    date.object(.span, PeriodFields.self), .coverage, isOver, locator, &collector)
            }
            for other in coverage.objects(.coordination, CoordinationFields.self) {
                check(
                    other.object(.period, PeriodFields.self), .coordination, isOver, locator,
                    &collector)
            }
        }
    }

    /// Begins and ends among the dates of loop 2000: Medicare, COBRA, employment and so on.
    private static let pairs: [(begin: StaticString, end: StaticString)] = [
        ("336", "337"), ("338", "339"), ("340", "341"), ("350", "351"), ("385", "386"),
        ("473", "474"),
    ]

    private static let ends = pairs.map { Key($0.end).rawValue }

    /// The ends that come before their begins.
    private static func reversedEnds(_ enrollment: RecordObject<EnrollmentFields>) -> [Slot] {
        let dates = enrollment.objects(.dates, DateFields.self)
        // Most records have none of the ends, and are gone through once.
        guard dates.contains(where: { ends.contains($0.key(.code)) }) else { return [] }
        func date(_ qualifier: StaticString) -> RecordObject<DateFields>? {
            dates.first { $0.key(.code) == Key(qualifier).rawValue }
        }
        return pairs.compactMap { pair in
            guard let end = date(pair.end), end.day(.date) > 0,
                end.day(.date) < date(pair.begin)?.day(.date) ?? 0
            else { return nil }
            return end.slot(.date)
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
