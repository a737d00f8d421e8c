import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let serviceOutsideStatement = Rule(
        "claim.service.outside-statement", .warning,
        "A service lies between the days of the statement", snip: 4,
        help: """
            DTP*472 of a line is before the first or after the last day of DTP*434. Outpatient \
            services before an admission may be billed so; else one of the dates is wrong.
            """)
}

/// Lines of institutional claims whose days are not the statement's.
enum ServiceOutsideStatement {
    static func check(
        _ days: ServiceDays, _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard let statement = days.statement, days.earliestBegin.number > 0 else { return }
        let (begin, end) = (statement.day(.begin), statement.day(.end))
        guard begin > 0, end >= begin else { return }
        if days.earliestBegin.number < begin {
            locator.add(
                .serviceOutsideStatement, at: .begin, of: days.period(days.earliestBegin),
                related: [locator.bytes(.begin, statement)], to: &collector)
        } else if days.latestEnd.number > end {
            locator.add(
                .serviceOutsideStatement, at: .end, of: days.period(days.latestEnd),
                related: [locator.bytes(.end, statement)], to: &collector)
        }
    }
}
