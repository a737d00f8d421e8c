import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let serviceBeforeBirth = Rule(
        "claim.service.before-birth", .error, "A service is not over before the patient is born",
        snip: 4,
        help: """
            The last day of a service, or of the statement, is before the patient's birth date \
            (DMG02). Often the claim names the mother's child, or the century is wrong.
            """)
}

/// Services before the birth of the patient.
enum ServiceBeforeBirth {
    /// - Parameters:
    ///   - birth: of the patient as a number CCYYMMDD; 0 where it is not known.
    ///   - written: the date of the file, the same way; a birth after it is told elsewhere.
    static func check(
        _ days: ServiceDays, birth: Int32, written: Int32, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard birth > 0, birth <= written || written == 0 else { return }
        if let statement = days.statement, statement.day(.end) > 0, statement.day(.end) < birth {
            locator.add(.serviceBeforeBirth, at: .end, of: statement, to: &collector)
        } else if days.earliestEnd.number > 0, days.earliestEnd.number < birth {
            locator.add(
                .serviceBeforeBirth, at: .end, of: days.period(days.earliestEnd), to: &collector)
        }
    }
}
