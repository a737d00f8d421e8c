import Diagnostics

extension Rule {
    static let fhirPriority = Rule(
        "fhir.priority.code", .warning, "A priority is routine, urgent, asap or stat",
        help: "Where there is no priority, it is routine.")
}

/// How urgent a request is.
enum FHIRPriority {
    /// Source: FHIR R4, value set `request-priority`.
    private static let codes: [StaticString] = ["routine", "urgent", "asap", "stat"]

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        FHIRCode.check(.fhirPriority, root, .priority, codes, isRequired: false, &findings)
    }
}
