import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let periodAmbiguous = Rule(
        "enrollment.period.ambiguous", .warning, "A period is sent with one begin and one end",
        snip: 4,
        help: """
            A coverage has two begins (DTP*348) or two ends (*349) that differ, or a member two of \
            an eligibility (*356, *357); a span (RD8) is a begin and an end. The record's period has \
            a day of its own before half of a span, and of two the first; the others are in dates. \
            Ask the sender which holds, or for an HD loop for each span.
            """)
}

/// Begins and ends that differ from those of the period that they were sent for.
enum PeriodAmbiguous {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        if enrollment.has(.dates), enrollment.has(.eligibility) {
            check(
                enrollment.object(.eligibility, PeriodFields.self),
                enrollment.objects(.dates, DateFields.self), (Key("356"), Key("357")), .member,
                locator, &collector)
        }
        for coverage in enrollment.objects(.coverages, CoverageFields.self)
        where coverage.has(.dates) {
            check(
                coverage.object(.period, PeriodFields.self),
                coverage.objects(.dates, DateFields.self), (Key("348"), Key("349")), .coverage,
                locator, &collector)
        }
    }

    private static func check(
        _ period: RecordObject<PeriodFields>?, _ dates: RecordList<DateFields>,
        _ codes: (begin: Key, end: Key), _ loop: EnrollmentLoop,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard let period else { return }
        for date in dates {
            let code = date.key(.code)
            guard code == codes.begin.rawValue || code == codes.end.rawValue else { continue }
            let other: Slot?
            if let span = date.object(.span, PeriodFields.self) {
                let differs =
                    differ(span.day(.begin), period.day(.begin))
                    || differ(span.day(.end), period.day(.end))
                other = differs ? span.slot(.begin) : nil
            } else {
                let field = code == codes.begin.rawValue ? PeriodFields.begin : .end
                other = differ(date.day(.date), period.day(field)) ? date.slot(.date) : nil
            }
            guard let other else { continue }
            collector.add(
                .periodAmbiguous, at: locator.range(of: other),
                place: Place(loop: loop.rawValue, segment: "DTP", element: 3))
        }
    }

    private static func differ(_ day: Int32, _ other: Int32) -> Bool {
        day > 0 && other > 0 && day != other
    }
}
