import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let deathReversed = Rule(
        "enrollment.death.reversed", .error, "A member dies after the birth", snip: 4,
        help: "INS12 is earlier than DMG02. One of the two is wrong; ask the sender which."
    )
}

/// A death before the birth.
enum DeathReversed {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard enrollment.has(.deathDate) else { return }
        let death = enrollment.day(.deathDate)
        let member = enrollment.object(.member, MemberFields.self)
        let birth = member?.object(.demographics, DemographicsFields.self)?.day(.birthDate) ?? 0
        guard death > 0, death < birth else { return }
        collector.add(
            .deathReversed, at: locator.range(.member, SegmentID("INS"), element: 12),
            place: Place(loop: "2000", segment: "INS", element: 12))
    }
}
