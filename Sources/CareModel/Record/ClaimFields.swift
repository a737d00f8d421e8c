// The fields of a claim's own loop, in the order of the JSON.

/// A `Claim`, but for what stands in the levels above it.
public enum ClaimFields: UInt8, RecordFields {
    case claimId, totalCharge, facilityQualifier, placeOfService, facilityType, frequency,
        providerSignature, assignment, benefitsAssignment, releaseOfInformation,
        patientSignatureSource, relatedCauses, accidentState, accidentCountry, specialProgram,
        submissionReason, delayReason
    case statementPeriod, serviceDate, servicePeriod, admissionDate, admissionTime, admissionType,
        admissionSource, dischargeDate, dischargeTime, patientStatus, accidentDate, onsetDate,
        initialTreatmentDate, lastSeenDate, acuteManifestationDate, lastMenstrualPeriodDate,
        lastXRayDate, prescriptionDate, disability, lastWorkedDate, returnToWorkDate,
        assumedCareDate, relinquishedCareDate, firstContactDate, repricerReceivedDate,
        appliancePlacements, dates
    case diagnoses, drg, procedures, anesthesiaProcedures, occurrences, occurrenceSpans, values,
        conditionCodes, treatmentCodes
    case payerControlNumber, priorAuthorization, referralNumber, predetermination,
        medicalRecordNumber, cliaNumber, mammographyCertification,
        serviceAuthorizationException, medicareCrossover, investigationalDevices,
        repricedClaimNumber, adjustedRepricedClaimNumber, clearinghouseTraceNumber,
        demonstrationProject, carePlanOversight, peerReviewApproval, identifiers
    case attachments, notes, fixedFormat, patientPaid, patientResponsibility, amounts, contract,
        pricing, ambulance, spinalManipulation, conditionIndicators, orthodontics, toothStatuses
    case attendingProvider, operatingProvider, otherOperatingProvider, renderingProvider,
        referringProviders, supervisingProvider, assistantSurgeon, serviceFacility,
        ambulancePickUp, ambulanceDropOff
    case otherSubscribers, serviceLines
    public static let definitions: [FieldDefinition] =
        header + days + codes + references + supplements + providers + [
            .objects("otherSubscribers", OtherSubscriberFields.self),
            .objects("serviceLines", ServiceLineFields.self),
        ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 96 }
    }

    private static let header: [FieldDefinition] = [
        .text("claimId"), .money("totalCharge"),
        .unwritten("facilityQualifier", .facilityQualifier),
        .code("placeOfService", .placeOfService), .text("facilityType"),
        .code("frequency", .claimFrequency), .flag("providerSignature"),
        .code("assignment", .planParticipation),
        .code("benefitsAssignment", .benefitsAssignment),
        .code("releaseOfInformation", .releaseOfInformation),
        .code("patientSignatureSource", .patientSignatureSource),
        .codes("relatedCauses", .relatedCause), .text("accidentState"), .text("accidentCountry"),
        .code("specialProgram", .specialProgram), .code("submissionReason", .submissionReason),
        .code("delayReason", .delayReason),
    ]

    private static let days: [FieldDefinition] = [
        .object("statementPeriod", PeriodFields.self), .date("serviceDate"),
        .object("servicePeriod", PeriodFields.self), .date("admissionDate"),
        .text("admissionTime"), .code("admissionType", .admissionType),
        .code("admissionSource", .admissionSource), .date("dischargeDate"),
        .text("dischargeTime"), .code("patientStatus", .patientStatus), .date("accidentDate"),
        .date("onsetDate"), .date("initialTreatmentDate"), .date("lastSeenDate"),
        .date("acuteManifestationDate"), .date("lastMenstrualPeriodDate"), .date("lastXRayDate"),
        .date("prescriptionDate"), .object("disability", PeriodFields.self),
        .date("lastWorkedDate"), .date("returnToWorkDate"), .date("assumedCareDate"),
        .date("relinquishedCareDate"), .date("firstContactDate"), .date("repricerReceivedDate"),
        .objects("appliancePlacements", AppliancePlacementFields.self),
        .objects("dates", ClaimDateFields.self),
    ]

    private static let codes: [FieldDefinition] = [
        .objects("diagnoses", ClaimDiagnosisFields.self), .text("drg"),
        .objects("procedures", ClaimProcedureFields.self),
        .objects("anesthesiaProcedures", ClaimProcedureFields.self),
        .objects("occurrences", OccurrenceFields.self),
        .objects("occurrenceSpans", OccurrenceSpanFields.self),
        .objects("values", ClaimValueFields.self), .texts("conditionCodes"),
        .texts("treatmentCodes"),
    ]

    private static let references: [FieldDefinition] = [
        .text("payerControlNumber"), .text("priorAuthorization"), .text("referralNumber"),
        .text("predetermination"), .text("medicalRecordNumber"), .text("cliaNumber"),
        .text("mammographyCertification"),
        .code("serviceAuthorizationException", .authorizationException),
        .flag("medicareCrossover"), .texts("investigationalDevices"),
        .text("repricedClaimNumber"), .text("adjustedRepricedClaimNumber"),
        .text("clearinghouseTraceNumber"), .text("demonstrationProject"),
        .text("carePlanOversight"), .text("peerReviewApproval"),
        .objects("identifiers", ClaimIdentifierFields.self),
    ]

    private static let supplements: [FieldDefinition] = [
        .objects("attachments", AttachmentFields.self), .objects("notes", ClaimNoteFields.self),
        .texts("fixedFormat"), .money("patientPaid"), .money("patientResponsibility"),
        .objects("amounts", ClaimAmountFields.self), .object("contract", ContractFields.self),
        .object("pricing", PricingFields.self), .object("ambulance", AmbulanceFields.self),
        .object("spinalManipulation", SpinalManipulationFields.self),
        .objects("conditionIndicators", ConditionIndicatorFields.self),
        .object("orthodontics", OrthodonticsFields.self),
        .objects("toothStatuses", ToothStatusFields.self),
    ]

    private static let providers: [FieldDefinition] = [
        .object("attendingProvider", ClaimProviderFields.self),
        .object("operatingProvider", ClaimProviderFields.self),
        .object("otherOperatingProvider", ClaimProviderFields.self),
        .object("renderingProvider", ClaimProviderFields.self),
        .objects("referringProviders", ClaimProviderFields.self),
        .object("supervisingProvider", ClaimProviderFields.self),
        .object("assistantSurgeon", ClaimProviderFields.self),
        .object("serviceFacility", ClaimProviderFields.self),
        .object("ambulancePickUp", ClaimProviderFields.self),
        .object("ambulanceDropOff", ClaimProviderFields.self),
    ]
}
