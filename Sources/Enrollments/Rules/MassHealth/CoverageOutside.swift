import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthCoverage = Rule(
        "masshealth.coverage.outside", .warning, "A coverage lies inside the eligibility", snip: 4,
        help: """
            The coverage (DTP*348 and *349) begins before the eligibility of the member (DTP*356) \
            or behind it (*357), or ends after or before it, and so of each, where several were sent. \
            Loaders in use go by 356 and 357; decide which of the two holds.
            """)
}

/// Coverages that begin or end outside of every eligibility; days that were not sent are unknown.
enum CoverageOutside {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard let eligibility = enrollment.object(.eligibility, PeriodFields.self) else { return }
        let own = (begin: eligibility.day(.begin), end: eligibility.day(.end))
        var spans: [(begin: Int32, end: Int32)]?
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            guard let period = coverage.object(.period, PeriodFields.self) else { continue }
            let (first, last) = (period.day(.begin), period.day(.end))
            if holds(own, first, terms), holds(own, last, terms) { continue }
            // Of few members there is more than one, and of few coverages something to say.
            let all = spans ?? SentDays.ofEligibility(enrollment, eligibility).spans
            spans = all
            if all.isEmpty { return }
            if all.contains(where: { holds($0, first, terms) && holds($0, last, terms) }) {
                continue
            }
            let hasBegin = all.contains { holds($0, first, terms) }
            if !hasBegin { report(period.slot(.begin), locator, &collector) }
            if hasBegin || !all.contains(where: { holds($0, last, terms) }) {
                report(period.slot(.end), locator, &collector)
            }
        }
    }

    /// Whether a day lies in a span; 0 is not known.
    @inline(__always)
    private static func holds(
        _ span: (begin: Int32, end: Int32), _ day: Int32, _ terms: MassHealthRules.Terms
    ) -> Bool {
        if day == 0 { return true }
        if day < span.begin { return false }
        return span.end == 0 || day <= span.end || CalendarDate.isOpenEnd(span.end)
            || span.end > terms.yearAhead
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
