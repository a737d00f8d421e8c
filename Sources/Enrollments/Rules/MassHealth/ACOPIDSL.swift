import CareModel
import Diagnostics
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
        _ enrollment: Enrollment, _ terms: MassHealthRules.Terms, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        let coverages = enrollment.coverages
        for index in coverages.indices
        where coverages[index].identifiers.contains(where: { isWrong($0) }) {
            report(.coverage, index, locator, &collector)
        }
        let categories = enrollment.reportingCategories
        for index in categories.indices {
            guard let identifier = categories[index].identifier, isWrong(identifier) else {
                continue
            }
            report(.reportingCategory, index, locator, &collector)
        }
    }

    @inline(__always)
    private static func isWrong(_ identifier: Qualified<Text>) -> Bool {
        identifier.qualifier.value.key == Key("PID").rawValue && PIDSL(identifier.value) == nil
    }

    private static func report(
        _ loop: EnrollmentLoop, _ occurrence: Int, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            .massHealthACO,
            at: locator.range(
                loop, SegmentID("REF"), qualifier: Key("PID"), element: 2, occurrence: occurrence),
            place: Place(loop: loop.rawValue, segment: "REF", element: 2))
    }
}
