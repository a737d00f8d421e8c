import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeDiagnosis = Rule(
        "claim.code.diagnosis", .error, "A diagnosis has the form of a code of its qualifier's ICD",
        snip: 5, acknowledgment: .element("7"),
        help: """
            Of ICD-10-CM (ABK, ABF, ABJ, APR, ABN): a letter, a digit and one to five letters or \
            digits. Of ICD-9-CM (BK, BF, BJ, PR, BN): three to five digits, of which the first may \
            be V, or E and three or four digits. There is no point in a code of X12.
            """)
}

/// Diagnoses that no ICD can have.
enum CodeDiagnosis {
    @inline(__always)
    static func check(
        _ diagnosis: RecordObject<ClaimDiagnosisFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        let code = diagnosis.bytes(.code)
        switch Key(rawValue: diagnosis.key(.kind)) {
        case Key("ABK"), Key("ABF"), Key("ABJ"), Key("APR"), Key("ABN"):
            guard CodeForm.isICD10CM(code) else {
                return looking.locator.add(
                    .codeDiagnosis, at: .code, of: diagnosis, isComponent: true,
                    expected: "a code of ICD-10-CM, without a point", to: &collector)
            }
            looking.look(
                .icd10cm, at: .code, of: diagnosis, looking.days, isComponent: true, &collector)
        case Key("BK"), Key("BF"), Key("BJ"), Key("PR"), Key("BN"):
            guard !CodeForm.isICD9CM(code) else { return }
            looking.locator.add(
                .codeDiagnosis, at: .code, of: diagnosis, isComponent: true,
                expected: "a code of ICD-9-CM, without a point", to: &collector)
        default: return  // of another list, such as SNODENT
        }
    }
}
