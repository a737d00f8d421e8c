/// Lists of codes and kinds of numbers that have a meaning of their own here.
enum FHIRSystems {
    /// MassHealth's provider ids; ours, as it has none.
    static let pidsl: StaticString = "urn:turnpike:pidsl"
    /// Programs that members are referred to, and categories of flexible services.
    static let program: StaticString = "urn:turnpike:referral:program"
    static let serviceCategory: StaticString = "urn:turnpike:referral:service-category"
    /// What makes a member eligible for flexible services.
    static let criteria: StaticString = "urn:turnpike:referral:criteria"

    /// The Gravity project's categories of social needs.
    static let gravity: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
}

/// A list of codes that a field of the record stands for, by the addresses that it is known by.
///
/// Source: FHIR R4, terminologies-systems.html; before R4 its lists had addresses of another form.
struct FHIRList {
    private let systems: [StaticString]

    static let clinicalStatus = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/condition-clinical",
        "http://hl7.org/fhir/condition-clinical",
    ])
    static let verificationStatus = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/condition-ver-status",
        "http://hl7.org/fhir/condition-ver-status",
    ])
    static let achievement = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/goal-achievement",
        "http://hl7.org/fhir/goal-achievement",
    ])
    static let confidentiality = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
        "http://hl7.org/fhir/v3/Confidentiality",
    ])
    static let coverageClass = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/coverage-class",
        "http://hl7.org/fhir/coverage-class",
    ])
    /// HL7's table 0203.
    static let identifierType = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/v2-0203", "http://hl7.org/fhir/v2/0203",
    ])
    static let language = FHIRList(systems: ["urn:ietf:bcp:47"])
    static let observationCategory = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/observation-category",
        "http://hl7.org/fhir/observation-category",
    ])
    /// What a consent decides where it names no provision.
    static let act = FHIRList(systems: [
        "http://terminology.hl7.org/CodeSystem/v3-ActCode", "http://hl7.org/fhir/v3/ActCode",
    ])
    static let gravity = FHIRList(systems: [FHIRSystems.gravity])
    static let program = FHIRList(systems: [FHIRSystems.program])
    static let serviceCategory = FHIRList(systems: [FHIRSystems.serviceCategory])
    static let criteria = FHIRList(systems: [FHIRSystems.criteria])

    func has(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        systems.contains { system.isText($0) }
    }
}

extension FHIRElement {
    /// Whether a Coding is of a list, or of nobody's: what has no system is what its place asks for.
    func isOf(_ list: FHIRList) -> Bool {
        let system = value(.system)
        return system.isEmpty || list.has(tree.texts.bytes(system))
    }

    /// The first code of a CodeableConcept that is of a list, or of nobody's.
    func coding(of list: FHIRList) -> FHIRElement? {
        all(.coding).first { !$0.value(.code).isEmpty && $0.isOf(list) }
    }
}
