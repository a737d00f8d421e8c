import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let accidentDate = Rule(
        "claim.accident.date", .error, "A claim that an accident caused has the day of it", snip: 4,
        help: """
            CLM11 says that the cause is an auto accident (AA) or another one (OA), and there is no \
            DTP*439, which the guide then requires.
            """)
    static let accidentState = Rule(
        "claim.accident.state", .warning,
        "A claim that an auto accident caused says in which state",
        snip: 4,
        help: """
            CLM11 says AA, and neither CLM11-4, the state, nor CLM11-5, the country, says where it \
            was. The guide requires the state where there is one.
            """)
}

/// What a professional or dental claim says of the accident that caused it.
enum AccidentDetails {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard let related = claim.object(.related, RelatedCauseFields.self) else { return }
        for cause in related.objects(.relatedCauses, TextFields.self) {
            let code = Key(rawValue: cause.key(.value))
            guard code == Key("AA") || code == Key("OA") else { continue }
            if !hasDate(claim) {
                locator.add(
                    .accidentDate, at: .value, of: cause, isComponent: true, to: &collector)
            }
            if code == Key("AA"), !related.has(.accidentState), !related.has(.accidentCountry) {
                locator.add(
                    .accidentState, at: .value, of: cause, isComponent: true, to: &collector)
            }
            return
        }
    }

    /// DTP*439; one in another form stands among the other dates, and is told as such.
    private static func hasDate(_ claim: RecordObject<ClaimFields>) -> Bool {
        guard let times = claim.object(.times, ClaimTimeFields.self) else { return false }
        if times.has(.accidentDate) { return true }
        for date in times.objects(.dates, ClaimDateFields.self)
        where date.key(.code) == Key("439").rawValue {
            return true
        }
        return false
    }
}
