import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

/// What must hold inside one record, beyond what the guide's structure says.
enum EnrollmentRules {
    /// - Parameter date: the date of the file as a number CCYYMMDD; 0 where it is not known.
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ date: Int32,
        _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        PeriodReversed.check(enrollment, locator, &collector)
        PeriodAmbiguous.check(enrollment, locator, &collector)
        BirthInFuture.check(enrollment, date, locator, &collector)
        DeathReversed.check(enrollment, locator, &collector)
        SubscriberSelf.check(enrollment, locator, &collector)
        ProviderNPI.check(enrollment, locator, &collector)
    }
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let enrollmentRules: [Rule] =
        [
            .periodReversed, .periodReversedTermination, .periodAmbiguous, .birthInFuture,
            .deathReversed, .providerNPI, .subscriberSelf, .subscriberLate, .spanOverlap, .setTotal,
        ]
        + massHealthRules
}
