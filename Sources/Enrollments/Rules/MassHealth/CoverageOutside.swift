import CareModel
import Diagnostics
import X12Syntax

extension Rule {
    static let massHealthCoverage = Rule(
        "masshealth.coverage.outside", .warning, "A coverage lies inside the eligibility", snip: 4,
        help: """
            The coverage (DTP*348 and *349) begins before the eligibility of the member (DTP*356) \
            or ends after it (*357). Loaders in use go by 356 and 357; decide which of the two holds.
            """)
}

/// Coverages that begin or end outside of the eligibility; days that were not sent are unknown.
enum CoverageOutside {
    static func check(
        _ enrollment: Enrollment, _ terms: MassHealthRules.Terms, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        let begin = enrollment.eligibility.begin?.value
        let end = enrollment.eligibility.end?.value
        let coverages = enrollment.coverages
        for index in coverages.indices {
            if let begin, let first = coverages[index].period.begin?.value, first < begin {
                report("348", index, locator, &collector)
            }
            if let end, !end.isOpenEnd(after: terms.yearAhead),
                let last = coverages[index].period.end?.value, last > end
            {
                report("349", index, locator, &collector)
            }
        }
    }

    private static func report(
        _ qualifier: StaticString, _ occurrence: Int, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            .massHealthCoverage,
            at: locator.range(
                .coverage, SegmentID("DTP"), qualifier: Key(qualifier), element: 3,
                occurrence: occurrence),
            place: Place(loop: "2300", segment: "DTP", element: 3))
    }
}
