import Diagnostics

extension Rule {
    static let fhirCodeSystem = Rule(
        "fhir.code.system", .warning,
        "Where FHIR R4 fixes a list, a code is one of that list",
        help: """
            Condition.clinicalStatus and Condition.verificationStatus have codes of \
            http://terminology.hl7.org/CodeSystem/condition-clinical and condition-ver-status. \
            This code says that it is of another list, in which it means something else: it is kept \
            in other, and the record has no such status. Send FHIR's code, first or beside yours.
            """)
}

/// Codes of other lists where FHIR has one of its own.
enum FHIRCodeSystem {
    /// Source: FHIR R4, Condition: both bindings are required.
    private static let fixed: KeyValuePairs<FHIRName, FHIRList> = [
        .clinicalStatus: .clinicalStatus, .verificationStatus: .verificationStatus,
    ]

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        guard root.type == .condition else { return }
        for (name, list) in fixed {
            guard let concept = root.first(name), concept.coding(of: list) == nil,
                let coding = concept.all(.coding).first(where: { !$0.value(.code).isEmpty })
            else { continue }
            findings.add(.fhirCodeSystem, at: (coding.first(.system) ?? coding).spot)
        }
    }
}
