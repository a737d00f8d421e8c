import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthMaintenance = Rule(
        "masshealth.maintenance.type", .note,
        "MassHealth sends the maintenance types 021, 024, 001 and 030", snip: 7,
        help: """
            INS03 has another code of the guide, such as 025 (reinstatement). The record is as \
            good as any; look whether what loads it knows the code.
            """)
}

/// Maintenance types that MassHealth is not known to send; what is none at all is an error already.
enum MaintenanceTypeInUse {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let key = Key(rawValue: enrollment.key(.maintenanceType))
        guard key.rawValue > 0, !terms.maintenanceTypes.contains(key),
            enrollment.code(.maintenanceType)?.label != nil
        else { return }
        collector.add(
            .massHealthMaintenance, at: locator.range(.member, SegmentID("INS"), element: 3),
            place: Place(loop: "2000", segment: "INS", element: 3))
    }
}
