import Diagnostics

extension Rule {
    static let fhirElementUnknown = Rule(
        "fhir.element.unknown", .warning,
        "Elements, their attributes and values are as FHIR R4 has them",
        help: """
            The element or attribute is in another namespace, misspelled, or of another version of \
            FHIR; or words stand in an element, whose value FHIR has in the attribute value. What \
            was sent is kept in other.
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
