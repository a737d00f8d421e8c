import CareModel
import Diagnostics
import X12Syntax

extension Rule {
    static let birthInFuture = Rule(
        "enrollment.birth.future", .error, "A birth date is not after the date of the file",
        snip: 4,
        help: "DMG02 is later than BGN03. Often the century is wrong, or day and month are swapped."
    )
}

/// A birth after the file was written.
enum BirthInFuture {
    static func check(
        _ enrollment: Enrollment, _ context: EnrollmentContext, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        guard let written = context.date?.value else { return }
        if let birth = enrollment.member.demographics.birthDate?.value, birth > written {
            report(.memberName, locator, &collector)
        }
        if let birth = enrollment.priorIdentity?.demographics?.birthDate?.value, birth > written {
            report(.incorrectName, locator, &collector)
        }
    }

    private static func report(
        _ loop: EnrollmentLoop, _ locator: SegmentLocator, _ collector: inout FindingCollector
    ) {
        collector.add(
            .birthInFuture, at: locator.range(loop, SegmentID("DMG"), element: 2),
            place: Place(loop: loop.rawValue, segment: "DMG", element: 2))
    }
}
