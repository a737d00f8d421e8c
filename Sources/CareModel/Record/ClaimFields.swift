// The fields of a claim's own loop, in the order of the JSON. What few claims have stands in
// objects whose members are the claim's own.

/// A `Claim`, but for what stands in the levels above it.
public enum ClaimFields: UInt8, RecordFields {
    case claimId, totalCharge, facilityQualifier, placeOfService, facilityType, frequency,
        providerSignature, assignment, benefitsAssignment, releaseOfInformation,
        patientSignatureSource, related, specialProgram, submissionReason, delayReason, times,
        diagnoses, codes, references, supplement, providers, otherSubscribers, serviceLines
    public static let definitions: [FieldDefinition] = [
        .text("claimId"), .money("totalCharge"),
        .unwritten("facilityQualifier", .facilityQualifier),
        .code("placeOfService", .placeOfService), .text("facilityType"),
        .code("frequency", .claimFrequency), .flag("providerSignature"),
        .code("assignment", .planParticipation),
        .code("benefitsAssignment", .benefitsAssignment),
        .code("releaseOfInformation", .releaseOfInformation),
        .code("patientSignatureSource", .patientSignatureSource),
        .members("related", RelatedCauseFields.self),
        .code("specialProgram", .specialProgram), .code("submissionReason", .submissionReason),
        .code("delayReason", .delayReason),
        .members("times", ClaimTimeFields.self),
        .objects("diagnoses", ClaimDiagnosisFields.self),
        .members("codes", ClaimCodeFields.self),
        .members("references", ClaimReferenceFields.self),
        .members("supplement", ClaimSupplementFields.self),
        .members("providers", ProviderRoleFields.self),
        .objects("otherSubscribers", OtherSubscriberFields.self),
        .objects("serviceLines", ServiceLineFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 24 }
    }
}

/// `RelatedCauses`: CLM11, and REF*LU.
public enum RelatedCauseFields: UInt8, RecordFields {
    case relatedCauses, accidentState, accidentCountry
    public static let definitions: [FieldDefinition] = [
        .codes("relatedCauses", .relatedCause), .text("accidentState"), .text("accidentCountry"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// `ClaimDates`: DTP and CL1.
public enum ClaimTimeFields: UInt8, RecordFields {
    case statementPeriod, service, admissionDate, admissionTime, admissionType, admissionSource,
        dischargeDate, dischargeTime, patientStatus, accidentDate, onsetDate, initialTreatmentDate,
        lastSeenDate, acuteManifestationDate, lastMenstrualPeriodDate, lastXRayDate,
        prescriptionDate, disability, lastWorkedDate, returnToWorkDate, assumedCareDate,
        relinquishedCareDate, firstContactDate, repricerReceivedDate, appliancePlacementDate, dates
    public static let definitions: [FieldDefinition] = [
        .object("statementPeriod", ServicePeriodFields.self),
        .object("service", ServicePeriodFields.self), .date("admissionDate"),
        .text("admissionTime"), .code("admissionType", .admissionType),
        .code("admissionSource", .admissionSource), .date("dischargeDate"),
        .text("dischargeTime"), .code("patientStatus", .patientStatus), .date("accidentDate"),
        .date("onsetDate"), .date("initialTreatmentDate"), .date("lastSeenDate"),
        .date("acuteManifestationDate"), .date("lastMenstrualPeriodDate"), .date("lastXRayDate"),
        .date("prescriptionDate"), .object("disability", PeriodFields.self),
        .date("lastWorkedDate"), .date("returnToWorkDate"), .date("assumedCareDate"),
        .date("relinquishedCareDate"), .date("firstContactDate"), .date("repricerReceivedDate"),
        .date("appliancePlacementDate"),
        .objects("dates", ClaimDateFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 27 }
    }
}

/// HI, but for diagnoses.
public enum ClaimCodeFields: UInt8, RecordFields {
    case drg, procedures, anesthesiaProcedures, occurrences, occurrenceSpans, values,
        conditionCodes, treatmentCodes
    public static let definitions: [FieldDefinition] = [
        .text("drg"),
        .objects("procedures", ClaimProcedureFields.self),
        .objects("anesthesiaProcedures", ClaimProcedureFields.self),
        .objects("occurrences", OccurrenceFields.self),
        .objects("occurrenceSpans", OccurrenceSpanFields.self),
        .objects("values", ClaimValueFields.self), .texts("conditionCodes"),
        .texts("treatmentCodes"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}

/// `ClaimReferences`: REF.
public enum ClaimReferenceFields: UInt8, RecordFields {
    case payerControlNumber, priorAuthorization, referralNumber, predetermination,
        medicalRecordNumber, cliaNumber, mammographyCertification, serviceAuthorizationException,
        medicareCrossover, investigationalDevices, repricedClaimNumber, adjustedRepricedClaimNumber,
        clearinghouseTraceNumber, demonstrationProject, carePlanOversight, peerReviewApproval,
        identifiers
    public static let definitions: [FieldDefinition] = [
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
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 18 }
    }
}

/// What else a claim says of itself.
public enum ClaimSupplementFields: UInt8, RecordFields {
    case attachments, notes, fixedFormat, patientPaid, patientResponsibility, amounts, contract,
        pricing, ambulance, spinalManipulation, conditionIndicators, orthodontics, toothStatuses
    public static let definitions: [FieldDefinition] = [
        .objects("attachments", AttachmentFields.self), .objects("notes", ClaimNoteFields.self),
        .texts("fixedFormat"), .money("patientPaid"), .money("patientResponsibility"),
        .objects("amounts", ClaimAmountFields.self), .object("contract", ContractFields.self),
        .object("pricing", PricingFields.self), .object("ambulance", AmbulanceFields.self),
        .object("spinalManipulation", SpinalManipulationFields.self),
        .objects("conditionIndicators", ConditionIndicatorFields.self),
        .object("orthodontics", OrthodonticsFields.self),
        .objects("toothStatuses", ToothStatusFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 14 }
    }
}
