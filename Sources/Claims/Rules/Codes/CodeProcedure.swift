import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeProcedure = Rule(
        "claim.code.procedure", .error,
        "An inpatient procedure has the form of a code of its qualifier's ICD", snip: 5,
        acknowledgment: .element("7"),
        help: """
            Of ICD-10-PCS (BBR, BBQ): seven letters and digits, none of them I or O. Of ICD-9-CM, \
            volume 3 (BR, BQ): two to four digits. There is no point in a code of X12.
            """)
}

/// Procedures of HI that no ICD can have.
enum CodeProcedure {
    static func check(
        _ procedure: RecordObject<ClaimProcedureFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        let code = procedure.bytes(.code)
        switch Key(rawValue: procedure.key(.kind)) {
        case Key("BBR"), Key("BBQ"):
            guard CodeForm.isICD10PCS(code) else {
                return looking.locator.add(
                    .codeProcedure, at: .code, of: procedure, isComponent: true,
                    expected: "a code of ICD-10-PCS, without a point", to: &collector)
            }
            // As diagnoses: a year's codes hold for those who are discharged in it.
            looking.look(
                .icd10pcs, at: .code, of: procedure, looking.days, isComponent: true, &collector)
        case Key("BR"), Key("BQ"):
            guard !CodeForm.isNumber(code, 2...4) else { return }
            looking.locator.add(
                .codeProcedure, at: .code, of: procedure, isComponent: true,
                expected: "a code of ICD-9-CM, volume 3, without a point", to: &collector)
        default: return
        }
    }
}
