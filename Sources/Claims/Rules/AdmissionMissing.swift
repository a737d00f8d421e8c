import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let admissionMissing = Rule(
        "claim.admission.missing", .warning, "The claim of an inpatient stay has an admission date",
        snip: 4,
        help: """
            The type of bill (CLM05-1) is 11, 18, 21 or 41, which is an inpatient's, and there is no \
            DTP*435. The guide requires it of inpatient claims.
            """)
}

/// Inpatient claims that do not say when the stay began.
enum AdmissionMissing {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ type: ClaimType, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard type == .institutional else { return }
        switch Key(rawValue: claim.key(.facilityType)) {
        case Key("11"), Key("18"), Key("21"), Key("41"): break
        default: return
        }
        let times = claim.object(.times, ClaimTimeFields.self)
        // One in another form stands among the other dates, and is told as such.
        if let times, times.has(.admissionDate) || times.has(.dates) { return }
        locator.add(
            .admissionMissing, at: .facilityType, of: claim, isComponent: true, to: &collector)
    }
}
