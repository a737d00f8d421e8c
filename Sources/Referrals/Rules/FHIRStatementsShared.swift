import Diagnostics

extension Rule {
    static let fhirPatientStatements = Rule(
        "fhir.patient.statements", .warning,
        "A patient's referrals and what is told beside them are few enough to go together",
        help: """
            What nothing refers to belongs to all referrals of its patient, and here are more than \
            10,000 pairs of the two: it is in the record of the patient's last referral alone. Let \
            each referral refer to what it rests on, by reasonReference or supportingInfo.
            """)
}

/// Patients with too many statements that no referral refers to.
enum FHIRStatementsShared {
    static func check(
        _ patients: [Int], _ tree: FHIRTree, _ findings: inout ReferralFindings
    ) {
        for patient in patients {
            findings.add(.fhirPatientStatements, at: tree.spot(resource: patient))
        }
    }
}
