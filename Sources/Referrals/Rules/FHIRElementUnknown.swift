import Diagnostics

extension Rule {
    static let fhirElementUnknown = Rule(
        "fhir.element.unknown", .warning, "An element is one of FHIR R4",
        help: """
            The element is in another namespace, misspelled, or of another version of FHIR. Its \
            values are kept in other.
            """)
}

/// Elements that no resource of those that are read has.
enum FHIRElementUnknown {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        root.forEachInside(.unknown) { element in
            findings.add(.fhirElementUnknown, at: element.spot)
        }
    }
}
