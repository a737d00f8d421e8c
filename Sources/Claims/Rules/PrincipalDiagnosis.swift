import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let diagnosisPrincipal = Rule(
        "claim.diagnosis.principal", .error, "A claim has one principal diagnosis", snip: 4,
        help: """
            An institutional claim has a second code of ABK or BK in one HI. Which is the principal \
            one cannot be known; others are ABF or BF, in an HI of their own.
            """)
}

/// A second principal diagnosis beside the first.
///
/// That one is missing, that it comes in a second HI, or that the first of a professional or dental
/// claim is another, the guides' own rules tell.
enum PrincipalDiagnosis {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ type: ClaimType, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard type == .institutional else { return }
        var hasOne = false
        for diagnosis in claim.objects(.diagnoses, ClaimDiagnosisFields.self) {
            let kind = Key(rawValue: diagnosis.key(.kind))
            guard kind == Key("ABK") || kind == Key("BK") else { continue }
            if hasOne {
                locator.add(
                    .diagnosisPrincipal, at: .kind, of: diagnosis, isComponent: true,
                    to: &collector)
            }
            hasOne = true
        }
    }
}
