import Diagnostics

extension Rule {
    static let fhirSubject = Rule(
        "fhir.subject.missing", .error, "A referral says whom it is for",
        help: "ServiceRequest.subject, or Task.for, is missing. Nobody can be helped.")
}

/// Referrals of nobody.
enum FHIRSubject {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        let name: FHIRName = root.type == .task ? .for : .subject
        guard root.first(name) == nil else { return }
        findings.add(.fhirSubject, at: root.spot, "/\(name.rawValue)", isMissing: true)
    }
}
