import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthReason = Rule(
        "masshealth.reason.form", .note,
        "A REF*ZZ of a member begins with a reason code of two letters", snip: 7,
        help: """
            MassHealth sends the reason of a start or stop as the first two characters of REF*ZZ. \
            This value has no such code; it is kept among the identifiers.
            """)
}

/// Reasons that are none.
enum ReasonForm {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        for identifier in enrollment.objects(.identifiers, IdentifierFields.self)
        where identifier.key(.code) == Key("ZZ").rawValue
            && !MassHealthReason.isSent(identifier.bytes(.value))
        {
            collector.add(
                .massHealthReason, at: locator.range(of: identifier.slot(.value)),
                place: Place(loop: "2000", segment: "REF", element: 2))
            return
        }
    }
}
