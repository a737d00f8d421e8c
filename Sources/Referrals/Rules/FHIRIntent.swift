import Diagnostics

extension Rule {
    static let fhirIntent = Rule(
        "fhir.intent.code", .error, "A ServiceRequest or Task has an intent of FHIR R4",
        help: """
            The intent tells a proposal from an order: order is what a referral has as a rule.
            """)
}

/// Whether a request is a proposal, a plan or an order.
enum FHIRIntent {
    /// Source: FHIR R4, value set `request-intent`.
    private static let codes: [StaticString] = [
        "proposal", "plan", "directive", "order", "original-order", "reflex-order",
        "filler-order", "instance-order", "option",
    ]

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        // A task may not know it.
        let own = root.type == .task ? codes + ["unknown"] : codes
        FHIRCode.check(.fhirIntent, root, .intent, own, &findings)
    }
}
