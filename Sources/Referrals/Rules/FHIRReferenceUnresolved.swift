import CareModel
import Diagnostics

extension Rule {
    static let fhirReferenceUnresolved = Rule(
        "fhir.reference.unresolved", .warning,
        "A reference leads to a resource that is in the same document",
        help: """
            The reference names an entry of this Bundle, or a contained resource, that is not \
            there. The record has what the reference itself says: an identifier, a display. In a \
            very large Bundle what belongs together has to stand near each other.
            """)
    static let fhirReferenceElsewhere = Rule(
        "fhir.reference.elsewhere", .note, "What a referral refers to comes with it",
        help: """
            The reference is the address of a resource on some server. It is kept as it is: \
            nothing is fetched.
            """)
}

/// References that lead nowhere.
enum FHIRReferenceUnresolved {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        let tree = root.tree
        root.forEachInside(.reference) { element in
            guard !element.value.isEmpty,
                tree.target(of: element.value, in: root.resource) == .unresolved
            else { return }
            let isAddress = tree.texts.bytes(element.value).starts(with: "http".utf8)
            let rule: Rule = isAddress ? .fhirReferenceElsewhere : .fhirReferenceUnresolved
            findings.add(rule, at: element.spot)
        }
    }
}
