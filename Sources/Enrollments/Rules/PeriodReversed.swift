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
        if enrollment.object(.eligibility, PeriodFields.self)?.isReversed == true {
            report(.member, "357", 0, isTermination, locator, &collector)
        }
        if enrollment.has(.dates) {
            for end in reversedEnds(enrollment) {
                report(.member, end, 0, isTermination, locator, &collector)
            }
        }
        checkCoverages(enrollment, isTermination, locator, &collector)
        let categories = enrollment.objects(.reportingCategories, ReportingCategoryFields.self)
        for (index, category) in categories.enumerated() {
            let date = category.object(.date, DateFields.self)
            if date?.object(.span, PeriodFields.self)?.isReversed == true {
                report(.reportingCategory, "007", index, isTermination, locator, &collector)
            }
        }
        let disabilities = enrollment.objects(.disabilities, DisabilityFields.self)
        for (index, disability) in disabilities.enumerated()
        where disability.object(.eligibility, PeriodFields.self)?.isReversed == true {
            report(.disability, "361", index, isTermination, locator, &collector)
        }
    }

    private static func checkCoverages(
        _ enrollment: RecordObject<EnrollmentFields>, _ isTermination: Bool,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let coverages = enrollment.objects(.coverages, CoverageFields.self)
        for (index, coverage) in coverages.enumerated() {
            let isOver = isTermination || Self.isTermination(coverage.key(.maintenanceType))
            if coverage.object(.period, PeriodFields.self)?.isReversed == true {
                report(.coverage, "349", index, isOver, locator, &collector)
            }
            for date in coverage.objects(.dates, DateFields.self)
            where date.object(.span, PeriodFields.self)?.isReversed == true {
                report(.coverage, nil, index, isOver, locator, &collector)
            }
            for other in coverage.objects(.coordination, CoordinationFields.self)
            where other.object(.period, PeriodFields.self)?.isReversed == true {
                report(.coordination, "345", index, isOver, locator, &collector)
            }
        }
    }

    /// Begins and ends among the dates of loop 2000: Medicare, COBRA, employment and so on.
    private static let pairs: [(begin: StaticString, end: StaticString)] = [
        ("336", "337"), ("338", "339"), ("340", "341"), ("350", "351"), ("385", "386"),
        ("473", "474"),
    ]

    private static let ends = pairs.map { Key($0.end).rawValue }

    /// The qualifiers of ends that come before their begins.
    private static func reversedEnds(
        _ enrollment: RecordObject<EnrollmentFields>
    ) -> [StaticString] {
        let dates = enrollment.objects(.dates, DateFields.self)
        // Most records have none of the ends, and are gone through once.
        guard dates.contains(where: { ends.contains($0.key(.code)) }) else { return [] }
        func day(_ qualifier: StaticString) -> Int32 {
            dates.first { $0.key(.code) == Key(qualifier).rawValue }?.day(.date) ?? 0
        }
        return pairs.compactMap { pair in
            let end = day(pair.end)
            return end > 0 && end < day(pair.begin) ? pair.end : nil
        }
    }

    private static func isTermination(_ code: UInt64) -> Bool { code == Key("024").rawValue }

    private static func report(
        _ loop: EnrollmentLoop, _ qualifier: StaticString?, _ occurrence: Int,
        _ isTermination: Bool, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            isTermination ? .periodReversedTermination : .periodReversed,
            at: locator.range(
                loop, SegmentID("DTP"), qualifier: qualifier.map { Key($0) }, element: 3,
                occurrence: occurrence),
            place: Place(loop: loop.rawValue, segment: "DTP", element: 3))
    }
}
