import CareModel
import Diagnostics
import X12Mapping
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
        _ enrollment: RecordObject<EnrollmentFields>, _ written: Int32,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard written > 0 else { return }
        let member = enrollment.object(.member, MemberFields.self)
        if isLater(member?.object(.demographics, DemographicsFields.self), written) {
            report(.memberName, locator, &collector)
        }
        let prior = enrollment.object(.prior, PriorIdentityFields.self)
        if isLater(prior?.object(.demographics, DemographicsFields.self), written) {
            report(.incorrectName, locator, &collector)
        }
    }

    private static func isLater(
        _ demographics: RecordObject<DemographicsFields>?, _ written: Int32
    ) -> Bool {
        guard let demographics else { return false }
        return demographics.day(.birthDate) > written
    }

    private static func report(
        _ loop: EnrollmentLoop, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        collector.add(
            .birthInFuture, at: locator.range(loop, SegmentID("DMG"), element: 2),
            place: Place(loop: loop.rawValue, segment: "DMG", element: 2))
    }
}
