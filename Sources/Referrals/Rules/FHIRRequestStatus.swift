import Diagnostics

extension Rule {
    static let fhirRequestStatus = Rule(
        "fhir.request.status", .error, "A ServiceRequest has a status of FHIR R4",
        help: """
            ServiceRequest.status is required: draft, active, on-hold, revoked, completed, \
            entered-in-error or unknown.
            """)
}

/// The status of a request.
enum FHIRRequestStatus {
    /// Source: FHIR R4, value set `request-status`.
    private static let codes: [StaticString] = [
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
    ]

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        FHIRCode.check(.fhirRequestStatus, root, .status, codes, &findings)
    }
}

/// Codes that FHIR requires.
enum FHIRCode {
    static func check(
        _ rule: Rule, _ root: FHIRElement, _ name: FHIRName, _ codes: [StaticString],
        isRequired: Bool = true, _ findings: inout ReferralFindings
    ) {
        guard let child = root.first(name) else {
            guard isRequired else { return }
            findings.add(
                rule, at: root.spot, "/\(name.rawValue)", expected: codes.joined, isMissing: true)
            return
        }
        guard !child.isOneOf(codes) else { return }
        findings.add(rule, at: child.spot, expected: codes.joined)
    }
}
