import Diagnostics

extension Rule {
    static let fhirExtensionModifier = Rule(
        "fhir.extension.modifier", .error, "No extension changes what a referral means",
        help: """
            A modifierExtension changes the meaning of what it stands in, to its contrary even, \
            and who does not know it must not go on. None is known here. Take it out, or say \
            what it says in FHIR's own elements.
            """)
    static let fhirRulesImplicit = Rule(
        "fhir.rules.implicit", .warning, "A resource is understood by FHIR's own rules",
        help: """
            implicitRules names rules that the sender made the resource by. They are not known \
            here; the record is what FHIR's own rules make of it.
            """)
}

/// What changes the meaning of a resource.
enum FHIRModifierExtension {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        root.forEachInside(.modifierExtension) { element in
            findings.add(.fhirExtensionModifier, at: element.spot)
        }
        if let rules = root.first(.implicitRules) {
            findings.add(.fhirRulesImplicit, at: rules.spot)
        }
    }
}
