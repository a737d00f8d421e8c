/// Lists of codes and kinds of numbers that have a meaning of their own here.
enum FHIRSystems {
    /// MassHealth's provider ids; ours, as it has none.
    static let pidsl: StaticString = "urn:turnpike:pidsl"
    /// Programs that members are referred to, and categories of flexible services.
    static let program: StaticString = "urn:turnpike:referral:program"
    static let serviceCategory: StaticString = "urn:turnpike:referral:service-category"
    /// What makes a member eligible for flexible services.
    static let criteria: StaticString = "urn:turnpike:referral:criteria"
    /// Whether a list is HL7's, the languages' or ours: of these every field has its own.
    static func isOfField(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        let beginnings: [StaticString] = [
            "http://terminology.hl7.org/", "http://hl7.org/fhir/", "urn:turnpike:",
            "urn:ietf:bcp:47",
        ]
        return beginnings.contains { $0.withUTF8Buffer { system.starts(with: $0) } }
    }

    /// The Gravity project's categories of social needs.
    static let gravity: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
}
