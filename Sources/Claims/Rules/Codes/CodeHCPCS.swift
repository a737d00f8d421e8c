import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeHCPCS = Rule(
        "claim.code.hcpcs", .error,
        "A procedure called HCPCS has the form of a code of HCPCS or CPT",
        snip: 5, acknowledgment: .element("7"),
        help: """
            Five characters: of HCPCS a letter and four digits, of CPT five digits, of which the last \
            may be a letter. Modifiers stand in components of their own.
            """)
    static let codeCDT = Rule(
        "claim.code.cdt", .error, "A dental procedure has the form of a code of CDT", snip: 5,
        acknowledgment: .element("7"),
        help: "The qualifier is AD, and the code is not D and four digits.")
}

/// Procedures that neither HCPCS nor CPT nor CDT can have; other qualifiers say other lists.
enum CodeHCPCS {
    @inline(__always)
    static func check(
        _ procedure: RecordObject<MedicalProcedureFields>, _ looking: CodeLooking,
        _ days: CodeLooking.Days, _ collector: inout FindingCollector
    ) {
        guard procedure.has(.code) else { return }
        check(
            .code, of: procedure, Key(rawValue: procedure.key(.qualifier)), looking, days,
            isComponent: true, &collector)
    }

    /// What a repricer allows (HCP-09 and 10).
    static func check(
        _ pricing: RecordObject<PricingFields>, _ looking: CodeLooking,
        _ days: CodeLooking.Days, _ collector: inout FindingCollector
    ) {
        guard pricing.has(.procedure) else { return }
        check(
            .procedure, of: pricing, Key(rawValue: pricing.key(.procedureQualifier)), looking,
            days, isComponent: false, &collector)
    }

    @inline(__always)
    private static func check<Fields: RecordFields>(
        _ field: Fields, of object: RecordObject<Fields>, _ qualifier: Key,
        _ looking: CodeLooking, _ days: CodeLooking.Days, isComponent: Bool,
        _ collector: inout FindingCollector
    ) {
        let code = object.bytes(field)
        switch qualifier {
        case Key("HC"):
            guard CodeForm.isHCPCS(code) else {
                return looking.locator.add(
                    .codeHCPCS, at: field, of: object, isComponent: isComponent,
                    expected: "five characters", to: &collector)
            }
            looking.look(
                .hcpcs, at: field, of: object, days, isComponent: isComponent, &collector)
        case Key("AD"):
            guard !CodeForm.isCDT(code) else { return }
            looking.locator.add(
                .codeCDT, at: field, of: object, isComponent: isComponent,
                expected: "D and four digits", to: &collector)
        default: return
        }
    }

    /// A surgery that anesthesia was given for (BP, BO).
    static func check(
        _ procedure: RecordObject<ClaimProcedureFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard CodeForm.isHCPCS(procedure.bytes(.code)) else {
            return looking.locator.add(
                .codeHCPCS, at: .code, of: procedure, isComponent: true,
                expected: "five characters", to: &collector)
        }
        looking.look(
            .hcpcs, at: .code, of: procedure, looking.days, isComponent: true, &collector)
    }
}
