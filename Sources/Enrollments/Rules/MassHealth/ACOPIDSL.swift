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
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            let identifiers = coverage.objects(.identifiers, IdentifierFields.self)
            if let wrong = identifiers.first(where: { isWrong($0) }) {
                report(wrong, .coverage, locator, &collector)
            }
        }
        let categories = enrollment.objects(.reportingCategories, ReportingCategoryFields.self)
        for category in categories {
            guard let identifier = category.object(.identifier, IdentifierFields.self),
                isWrong(identifier)
            else { continue }
            report(identifier, .reportingCategory, locator, &collector)
        }
    }

    @inline(__always)
    private static func isWrong(_ identifier: RecordObject<IdentifierFields>) -> Bool {
        identifier.key(.code) == Key("PID").rawValue && !PIDSL.isValid(identifier.bytes(.value))
    }

    private static func report(
        _ identifier: RecordObject<IdentifierFields>, _ loop: EnrollmentLoop,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        collector.add(
            .massHealthACO, at: locator.range(of: identifier.slot(.value)),
            place: Place(loop: loop.rawValue, segment: "REF", element: 2))
    }
}
