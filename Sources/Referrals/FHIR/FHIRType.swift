/// The types of resources of FHIR R4, by their names.
enum FHIRType: String, CaseIterable {
    /// No resource of R4.
    case unknown
    case bundle = "Bundle", account = "Account", activityDefinition = "ActivityDefinition",
        adverseEvent = "AdverseEvent", allergyIntolerance = "AllergyIntolerance",
        appointment = "Appointment", appointmentResponse = "AppointmentResponse",
        auditEvent = "AuditEvent", basic = "Basic", binary = "Binary",
        biologicallyDerivedProduct = "BiologicallyDerivedProduct",
        bodyStructure = "BodyStructure", capabilityStatement = "CapabilityStatement",
        carePlan = "CarePlan", careTeam = "CareTeam", catalogEntry = "CatalogEntry",
        chargeItem = "ChargeItem", chargeItemDefinition = "ChargeItemDefinition", claim = "Claim",
        claimResponse = "ClaimResponse", clinicalImpression = "ClinicalImpression",
        codeSystem = "CodeSystem", communication = "Communication",
        communicationRequest = "CommunicationRequest",
        compartmentDefinition = "CompartmentDefinition", composition = "Composition",
        conceptMap = "ConceptMap", condition = "Condition", consent = "Consent",
        contract = "Contract", coverage = "Coverage",
        coverageEligibilityRequest = "CoverageEligibilityRequest",
        coverageEligibilityResponse = "CoverageEligibilityResponse",
        detectedIssue = "DetectedIssue", device = "Device", deviceDefinition = "DeviceDefinition",
        deviceMetric = "DeviceMetric", deviceRequest = "DeviceRequest",
        deviceUseStatement = "DeviceUseStatement", diagnosticReport = "DiagnosticReport",
        documentManifest = "DocumentManifest", documentReference = "DocumentReference",
        effectEvidenceSynthesis = "EffectEvidenceSynthesis", encounter = "Encounter",
        endpoint = "Endpoint", enrollmentRequest = "EnrollmentRequest",
        enrollmentResponse = "EnrollmentResponse", episodeOfCare = "EpisodeOfCare",
        eventDefinition = "EventDefinition", evidence = "Evidence",
        evidenceVariable = "EvidenceVariable", exampleScenario = "ExampleScenario",
        explanationOfBenefit = "ExplanationOfBenefit",
        familyMemberHistory = "FamilyMemberHistory", flag = "Flag", goal = "Goal",
        graphDefinition = "GraphDefinition", group = "Group",
        guidanceResponse = "GuidanceResponse", healthcareService = "HealthcareService",
        imagingStudy = "ImagingStudy", immunization = "Immunization",
        immunizationEvaluation = "ImmunizationEvaluation",
        immunizationRecommendation = "ImmunizationRecommendation",
        implementationGuide = "ImplementationGuide", insurancePlan = "InsurancePlan",
        invoice = "Invoice", library = "Library", linkage = "Linkage", list = "List",
        location = "Location", measure = "Measure", measureReport = "MeasureReport",
        media = "Media", medication = "Medication",
        medicationAdministration = "MedicationAdministration",
        medicationDispense = "MedicationDispense", medicationKnowledge = "MedicationKnowledge",
        medicationRequest = "MedicationRequest", medicationStatement = "MedicationStatement",
        medicinalProduct = "MedicinalProduct",
        medicinalProductAuthorization = "MedicinalProductAuthorization",
        medicinalProductContraindication = "MedicinalProductContraindication",
        medicinalProductIndication = "MedicinalProductIndication",
        medicinalProductIngredient = "MedicinalProductIngredient",
        medicinalProductInteraction = "MedicinalProductInteraction",
        medicinalProductManufactured = "MedicinalProductManufactured",
        medicinalProductPackaged = "MedicinalProductPackaged",
        medicinalProductPharmaceutical = "MedicinalProductPharmaceutical",
        medicinalProductUndesirableEffect = "MedicinalProductUndesirableEffect",
        messageDefinition = "MessageDefinition", messageHeader = "MessageHeader",
        molecularSequence = "MolecularSequence", namingSystem = "NamingSystem",
        nutritionOrder = "NutritionOrder", observation = "Observation",
        observationDefinition = "ObservationDefinition",
        operationDefinition = "OperationDefinition", operationOutcome = "OperationOutcome",
        organization = "Organization", organizationAffiliation = "OrganizationAffiliation",
        parameters = "Parameters", patient = "Patient", paymentNotice = "PaymentNotice",
        paymentReconciliation = "PaymentReconciliation", person = "Person",
        planDefinition = "PlanDefinition", practitioner = "Practitioner",
        practitionerRole = "PractitionerRole", procedure = "Procedure", provenance = "Provenance",
        questionnaire = "Questionnaire", questionnaireResponse = "QuestionnaireResponse",
        relatedPerson = "RelatedPerson", requestGroup = "RequestGroup",
        researchDefinition = "ResearchDefinition",
        researchElementDefinition = "ResearchElementDefinition", researchStudy = "ResearchStudy",
        researchSubject = "ResearchSubject", riskAssessment = "RiskAssessment",
        riskEvidenceSynthesis = "RiskEvidenceSynthesis", schedule = "Schedule",
        searchParameter = "SearchParameter", serviceRequest = "ServiceRequest", slot = "Slot",
        specimen = "Specimen", specimenDefinition = "SpecimenDefinition",
        structureDefinition = "StructureDefinition", structureMap = "StructureMap",
        subscription = "Subscription", substance = "Substance",
        substanceNucleicAcid = "SubstanceNucleicAcid", substancePolymer = "SubstancePolymer",
        substanceProtein = "SubstanceProtein",
        substanceReferenceInformation = "SubstanceReferenceInformation",
        substanceSourceMaterial = "SubstanceSourceMaterial",
        substanceSpecification = "SubstanceSpecification", supplyDelivery = "SupplyDelivery",
        supplyRequest = "SupplyRequest", task = "Task",
        terminologyCapabilities = "TerminologyCapabilities", testReport = "TestReport",
        testScript = "TestScript", valueSet = "ValueSet",
        verificationResult = "VerificationResult", visionPrescription = "VisionPrescription"

    private static let byNumber = allCases

    /// The type with this number.
    @inline(__always)
    static func numbered(_ number: Int) -> FHIRType {
        number >= 0 && number < byNumber.count ? byNumber[number] : .unknown
    }

    static let total = allCases.count

    /// Its place among all.
    var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// Whether the elements of such a resource are kept; of others only what names them.
    var isRead: Bool { isReferral || isParty || isStatement || self == .patient }

    /// Whether records are made of it.
    var isReferral: Bool { self == .serviceRequest || self == .task }

    /// Whether it is a person or an organization, which many referrals may share.
    var isParty: Bool {
        switch self {
        case .healthcareService, .location, .organization, .practitioner, .practitionerRole,
            .relatedPerson:
            true
        default: false
        }
    }

    /// Whether it says something about one patient.
    var isStatement: Bool {
        switch self {
        case .condition, .consent, .coverage, .documentReference, .goal, .observation: true
        default: false
        }
    }
}
