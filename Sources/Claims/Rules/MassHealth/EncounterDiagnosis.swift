import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthEncounterDiagnosis = Rule(
        "masshealth.encounter.diagnosis", .warning,
        "The principal and admitting diagnoses of an encounter are of ICD-10", snip: 7,
        help: "HI has BK or BJ, where the quality rules of SENDPRO ask for ABK and ABJ.")
}

/// Encounters coded in ICD-9.
enum EncounterDiagnosis {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        for diagnosis in subject.claim.objects(.diagnoses, ClaimDiagnosisFields.self) {
            let kind = Key(rawValue: diagnosis.key(.kind))
            guard kind == Key("BK") || kind == Key("BJ") else { continue }
            subject.locator.add(
                .massHealthEncounterDiagnosis, at: .kind, of: diagnosis, isComponent: true,
                to: &collector)
        }
    }
}
