import Diagnostics

extension Rule {
    static let fhirTaskPatient = Rule(
        "fhir.task.patient", .error, "A Task is for the patient of its ServiceRequest",
        help: """
            Task.for and ServiceRequest.subject lead to two patients, who have no identifier in \
            common and no link to each other. One of them is wrong, so that the status may be \
            another person's. Nothing of the other patient is in the record.
            """)
    static let fhirStatementPatient = Rule(
        "fhir.statement.patient", .warning, "What a referral refers to is about its patient",
        help: """
            A Condition, Observation, Consent or the like is about another patient than the \
            referral is for. It is not in the record.
            """)
}

/// References of a referral that lead to another patient.
enum FHIRPatientOther {
    static func check(_ strangers: [FHIRElement], _ findings: inout ReferralFindings) {
        for reference in strangers {
            let rule: Rule = reference.name == .for ? .fhirTaskPatient : .fhirStatementPatient
            findings.add(rule, at: reference.spot)
        }
    }
}
