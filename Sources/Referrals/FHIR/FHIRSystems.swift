/// Lists of codes and kinds of numbers that have a meaning of their own here.
enum FHIRSystems {
    /// MassHealth's provider ids; ours, as it has none.
    static let pidsl: StaticString = "urn:turnpike:pidsl"
    static let npi: StaticString = "http://hl7.org/fhir/sid/us-npi"
    /// Programs that members are referred to, and categories of flexible services.
    static let program: StaticString = "urn:turnpike:referral:program"
    static let serviceCategory: StaticString = "urn:turnpike:referral:service-category"
    /// What makes a member eligible for flexible services.
    static let criteria: StaticString = "urn:turnpike:referral:criteria"
    /// The Gravity project's categories of social needs.
    static let gravity: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
}
