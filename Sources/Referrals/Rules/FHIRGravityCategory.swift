import CareModel
import Diagnostics

extension Rule {
    static let fhirCategoryGravity = Rule(
        "fhir.category.gravity", .warning, "A category of needs is one of the Gravity project's",
        help: """
            The code has the system of the Gravity project's temporary codes and is none of the \
            categories of domains that it names, such as food-insecurity or housing-instability.
            """)
}

/// Categories of social needs.
enum FHIRGravityCategory {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        for category in root.all(.category) {
            for coding in category.all(.coding) {
                guard root.tree.texts.isEqual(coding.value(.system), FHIRSystems.gravity),
                    let code = coding.first(.code),
                    !NeedCategory.isKnown(code.bytes)
                else { continue }
                findings.add(.fhirCategoryGravity, at: code.spot)
            }
        }
    }
}
