import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthACO = Rule(
        "masshealth.aco.pidsl", .warning, "An ACO is named by nine digits and a letter", snip: 7,
        help: """
            REF*PID of a coverage or a reporting category is the PIDSL of the member's Accountable \
            Care Organization. This value is none; it is kept among the identifiers.
            """)
}

/// Care organizations that are named by something else than a PIDSL.
enum ACOPIDSL {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let coverages = enrollment.objects(.coverages, CoverageFields.self)
        for (index, coverage) in coverages.enumerated() {
            let identifiers = coverage.objects(.identifiers, IdentifierFields.self)
            if identifiers.contains(where: { isWrong($0) }) {
                report(.coverage, index, locator, &collector)
            }
        }
        let categories = enrollment.objects(.reportingCategories, ReportingCategoryFields.self)
        for (index, category) in categories.enumerated() {
            guard let identifier = category.object(.identifier, IdentifierFields.self),
                isWrong(identifier)
            else { continue }
            report(.reportingCategory, index, locator, &collector)
        }
    }

    @inline(__always)
    private static func isWrong(_ identifier: RecordObject<IdentifierFields>) -> Bool {
        identifier.key(.code) == Key("PID").rawValue && !PIDSL.isValid(identifier.bytes(.value))
    }

    private static func report(
        _ loop: EnrollmentLoop, _ occurrence: Int, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            .massHealthACO,
            at: locator.range(
                loop, SegmentID("REF"), qualifier: Key("PID"), element: 2, occurrence: occurrence),
            place: Place(loop: loop.rawValue, segment: "REF", element: 2))
    }
}
