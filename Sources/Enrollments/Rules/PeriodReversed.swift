import CareModel
import Diagnostics
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
        _ enrollment: Enrollment, _ locator: SegmentLocator, _ collector: inout FindingCollector
    ) {
        let isTermination = isTermination(enrollment.maintenanceType)
        if enrollment.eligibility.isReversed {
            report(.member, "357", 0, isTermination, locator, &collector)
        }
        for end in reversedEnds(enrollment.dates) {
            report(.member, end, 0, isTermination, locator, &collector)
        }
        let coverages = enrollment.coverages
        for index in coverages.indices {
            let isOver = isTermination || Self.isTermination(coverages[index].maintenanceType)
            if coverages[index].period.isReversed {
                report(.coverage, "349", index, isOver, locator, &collector)
            }
            for date in coverages[index].dates {
                if case .span(let period) = date.extent, period.isReversed {
                    report(.coverage, nil, index, isOver, locator, &collector)
                }
            }
            for other in coverages[index].coordination where other.period.isReversed {
                report(.coordination, "345", index, isOver, locator, &collector)
            }
        }
        for (index, category) in enrollment.reportingCategories.enumerated() {
            if case .span(let period)? = category.date?.extent, period.isReversed {
                report(.reportingCategory, "007", index, isTermination, locator, &collector)
            }
        }
        for (index, disability) in enrollment.disabilities.enumerated()
        where disability.eligibility.isReversed {
            report(.disability, "361", index, isTermination, locator, &collector)
        }
    }

    /// Begins and ends among the dates of loop 2000: Medicare, COBRA, employment and so on.
    private static let pairs: [(begin: StaticString, end: StaticString)] = [
        ("336", "337"), ("338", "339"), ("340", "341"), ("350", "351"), ("385", "386"),
        ("473", "474"),
    ]

    /// The qualifiers of ends that come before their begins.
    private static func reversedEnds(_ dates: [QualifiedDate]) -> [StaticString] {
        guard dates.count > 1 else { return [] }
        func day(_ qualifier: StaticString) -> CalendarDate? {
            let first = dates.first { $0.qualifier.value.key == Key(qualifier).rawValue }
            guard case .day(let day)? = first?.extent else { return nil }
            return day.value
        }
        return pairs.compactMap { pair in
            guard let begin = day(pair.begin), let end = day(pair.end), end < begin else {
                return nil
            }
            return pair.end
        }
    }

    private static func isTermination(_ code: Code?) -> Bool {
        code?.value.key == Key("024").rawValue
    }

    private static func report(
        _ loop: EnrollmentLoop, _ qualifier: StaticString?, _ occurrence: Int,
        _ isTermination: Bool, _ locator: SegmentLocator, _ collector: inout FindingCollector
    ) {
        collector.add(
            isTermination ? .periodReversedTermination : .periodReversed,
            at: locator.range(
                loop, SegmentID("DTP"), qualifier: qualifier.map { Key($0) }, element: 3,
                occurrence: occurrence),
            place: Place(loop: loop.rawValue, segment: "DTP", element: 3))
    }
}
