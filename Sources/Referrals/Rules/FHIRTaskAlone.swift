import Diagnostics

extension Rule {
    static let fhirTaskAlone = Rule(
        "fhir.task.alone", .note, "A Task comes with the ServiceRequest that it is about",
        help: """
            No ServiceRequest here is what the Task is about, so that the record says where the referral \
            stands but not all of what was asked for. Feedback is often sent so.
            """)
}

/// Tasks without a request.
enum FHIRTaskAlone {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        findings.add(.fhirTaskAlone, at: root.spot)
    }
}
