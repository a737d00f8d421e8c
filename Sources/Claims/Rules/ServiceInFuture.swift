import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let serviceInFuture = Rule(
        "claim.service.future", .warning, "A service is over when its claim is written", snip: 4,
        help: """
            The last day of a service, or of the statement, is later than the date of the file \
            (BHT04). Rentals may be billed for days to come; anything else is a wrong date.
            """)
}

/// Services that end after the file was written.
enum ServiceInFuture {
    /// - Parameter written: the date of the file as a number CCYYMMDD; 0 where it is not known.
    static func check(
        _ days: ServiceDays, written: Int32, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard written > 0 else { return }
        if let statement = days.statement, statement.day(.end) > written {
            locator.add(.serviceInFuture, at: .end, of: statement, to: &collector)
        } else if days.latestEnd.number > written {
            locator.add(
                .serviceInFuture, at: .end, of: days.period(days.latestEnd), to: &collector)
        }
    }
}
