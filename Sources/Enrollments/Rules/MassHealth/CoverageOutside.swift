import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthCoverage = Rule(
        "masshealth.coverage.outside", .warning, "A coverage lies inside the eligibility", snip: 4,
        help: """
            The coverage (DTP*348 and *349) begins before the eligibility of the member (DTP*356) \
            or behind it (*357), or ends after or before it. Loaders in use go by 356 and 357; decide which of the two holds.
            """)
}

/// Coverages that begin or end outside of the eligibility; days that were not sent are unknown.
enum CoverageOutside {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard let eligibility = enrollment.object(.eligibility, PeriodFields.self) else { return }
        let begin = eligibility.day(.begin)
        let end = eligibility.day(.end)
        // Which of two reversed days is wrong cannot be told.
        if end > 0, end < begin { return }
        let isOpen = end == 0 || CalendarDate.isOpenEnd(end) || end > terms.yearAhead
        let coverages = enrollment.objects(.coverages, CoverageFields.self)
        for coverage in coverages {
            guard let period = coverage.object(.period, PeriodFields.self) else { continue }
            let first = period.day(.begin)
            let last = period.day(.end)
            if first > 0, first < begin || (!isOpen && first > end) {
                report(period.slot(.begin), locator, &collector)
            }
            if last > 0, last < begin || (!isOpen && last > end) {
                report(period.slot(.end), locator, &collector)
            }
        }
    }

    private static func report(
        _ day: Slot, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            .massHealthCoverage, at: locator.range(of: day),
            place: Place(loop: "2300", segment: "DTP", element: 3))
    }
}
