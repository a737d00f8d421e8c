import CareModel
import Diagnostics
import X12Syntax

/// What must hold inside one record, beyond what the guide's structure says.
enum EnrollmentRules {
    static func check(
        _ enrollment: Enrollment, _ context: EnrollmentContext, _ locator: SegmentLocator,
        _ collector: inout FindingCollector
    ) {
        PeriodReversed.check(enrollment, locator, &collector)
        BirthInFuture.check(enrollment, context, locator, &collector)
        ProviderNPI.check(enrollment, locator, &collector)
    }
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let enrollmentRules: [Rule] =
        [
            .periodReversed, .periodReversedTermination, .birthInFuture, .providerNPI,
            .subscriberLate,
            .spanOverlap,
        ]
        + massHealthRules
}
