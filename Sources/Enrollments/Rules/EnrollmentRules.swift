import CareModel
import Diagnostics
import X12Syntax

/// What must hold inside one record, beyond what the guide's structure says.
enum EnrollmentRules {
    typealias Check =
        @Sendable (
            Enrollment, EnrollmentContext, SegmentLocator, inout FindingCollector
        ) -> Void

    static let checks: [Check] = [PeriodReversed.check, BirthInFuture.check]
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let enrollmentRules: [Rule] = [
        .periodReversed, .periodReversedTermination, .birthInFuture, .subscriberLate, .spanOverlap,
    ]
}
