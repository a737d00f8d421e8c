import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let admissionLate = Rule(
        "claim.admission.late", .error,
        "An admission is not after the discharge, nor after the statement", snip: 4,
        help: """
            DTP*435 is later than DTP*096, or later than the last day of the statement (DTP*434). \
            Often the year is wrong, or two stays were mixed.
            """)
}

/// An admission that comes later than the end of the stay.
enum AdmissionLate {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ days: ServiceDays, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard let times = claim.object(.times, ClaimTimeFields.self) else { return }
        let admission = times.day(.admissionDate)
        guard admission > 0 else { return }
        let discharge = times.day(.dischargeDate)
        if discharge > 0, admission > discharge {
            locator.add(
                .admissionLate, at: .admissionDate, of: times,
                related: [locator.bytes(.dischargeDate, times)], to: &collector)
        } else if let statement = days.statement, statement.day(.end) > 0,
            admission > statement.day(.end)
        {
            locator.add(
                .admissionLate, at: .admissionDate, of: times,
                related: [locator.bytes(.end, statement)], to: &collector)
        }
    }
}
