/// Lists of codes and kinds of numbers that have a meaning of their own here.
enum FHIRSystems {
    /// MassHealth's provider ids; ours, as it has none.
    static let pidsl: StaticString = "urn:turnpike:pidsl"
    static let npi: StaticString = "http://hl7.org/fhir/sid/us-npi"
    static let icd10: StaticString = "http://hl7.org/fhir/sid/icd-10-cm"
    static let loinc: StaticString = "http://loinc.org"
    static let snomed: StaticString = "http://snomed.info/sct"
    /// Programs that members are referred to, and categories of flexible services.
    static let program: StaticString = "urn:turnpike:referral:program"
    static let serviceCategory: StaticString = "urn:turnpike:referral:service-category"
    /// The Gravity project's categories of social needs.
    static let gravity: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"

    /// Source: Gravity SDOH Clinical Care STU 2.3, the categories of domains.
    static let gravityCategories: [StaticString] = [
        "digital-access", "digital-literacy", "educational-attainment", "elder-abuse",
        "employment-status", "financial-insecurity", "food-insecurity",
        "health-insurance-coverage-status", "homelessness", "housing-instability",
        "inadequate-housing", "incarceration-status", "intimate-partner-violence",
        "language-access", "material-hardship", "medical-cost-burden",
        "personal-health-literacy", "sdoh-category-unspecified", "social-connection", "stress",
        "transportation-insecurity", "utility-insecurity", "veteran-status", "protective-factor",
    ]
    /// What their profiles' addresses begin with.
    static let gravityProfiles: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/"
}
