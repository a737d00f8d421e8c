import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let diagnosisMixed = Rule(
        "claim.diagnosis.mixed", .error, "The codes of a claim are all of ICD-10 or all of ICD-9",
        snip: 5,
        help: """
            HI has qualifiers of both (ABK, ABF, ABJ, APR, ABN, BBR and BBQ say ICD-10; BK, BF, BJ, \
            PR, BN, BR and BQ say ICD-9). One of them is wrong, or two claims were made one.
            """)
    static let diagnosisVersion = Rule(
        "claim.diagnosis.version", .error,
        "Services from 2015-10-01 on are coded in ICD-10, earlier ones in ICD-9", snip: 5,
        help: """
            The qualifier in HI says another version than the days of the services do: of an \
            institutional claim the last day of the statement, of others the days of the lines. The \
            date of the file does not matter.
            """)
}

/// Which of the two versions of ICD a claim's codes are of.
enum DiagnosisVersion {
    private enum Version { case nine, ten }
    /// The first day of ICD-10.
    private static let firstDay: Int32 = 2015_10_01

    static func check(
        _ claim: RecordObject<ClaimFields>, _ type: ClaimType, _ days: ServiceDays,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        var claimed: Version?
        for diagnosis in claim.objects(.diagnoses, ClaimDiagnosisFields.self) {
            guard let version = version(diagnosis.key(.kind)) else { continue }
            if let claimed, claimed != version {
                return locator.add(
                    .diagnosisMixed, at: .kind, of: diagnosis, isComponent: true, to: &collector)
            }
            claimed = version
        }
        guard let claimed else { return }
        if let codes = claim.object(.codes, ClaimCodeFields.self) {
            for procedure in codes.objects(.procedures, ClaimProcedureFields.self) {
                guard let version = version(procedure.key(.kind)), version != claimed else {
                    continue
                }
                return locator.add(
                    .diagnosisMixed, at: .kind, of: procedure, isComponent: true, to: &collector)
            }
        }
        checkDays(claimed, claim, type, days, locator, &collector)
    }

    private static func checkDays(
        _ version: Version, _ claim: RecordObject<ClaimFields>, _ type: ClaimType,
        _ days: ServiceDays, _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        let day: ByteRange
        if type == .institutional {
            guard let statement = days.statement else { return }
            let through = statement.day(.end)
            guard through > 0, (through >= firstDay) != (version == .ten) else { return }
            day = locator.bytes(.end, statement)
        } else if version == .ten {
            let end = days.earliestEnd
            guard end.number > 0, end.number < firstDay else { return }
            day = locator.bytes(.end, days.period(end))
        } else {
            let begin = days.latestBegin
            guard begin.number >= firstDay else { return }
            day = locator.bytes(.begin, days.period(begin))
        }
        for diagnosis in claim.objects(.diagnoses, ClaimDiagnosisFields.self)
        where self.version(diagnosis.key(.kind)) != nil {
            return locator.add(
                .diagnosisVersion, at: .kind, of: diagnosis, isComponent: true, related: [day],
                to: &collector)
        }
    }

    /// Of a qualifier; `nil` for one that is of neither.
    @inline(__always)
    private static func version(_ qualifier: UInt64) -> Version? {
        switch Key(rawValue: qualifier) {
        case Key("ABK"), Key("ABF"), Key("ABJ"), Key("APR"), Key("ABN"), Key("BBR"), Key("BBQ"):
            .ten
        case Key("BK"), Key("BF"), Key("BJ"), Key("PR"), Key("BN"), Key("BR"), Key("BQ"): .nine
        default: nil
        }
    }
}
