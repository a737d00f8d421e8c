// The fields of other insurance of the patient, in the order of the JSON.

/// An `OtherSubscriber`: 2320, with 2330.
public enum OtherSubscriberFields: UInt8, RecordFields {
    case payerResponsibility, relationship, groupNumber, groupName, insuranceType,
        claimFilingIndicator, paid, nonCovered, remainingLiability, adjustments, benefitsAssignment,
        patientSignatureSource, releaseOfInformation, inpatientAdjudication, outpatientAdjudication,
        subscriber, payer, providers
    public static let definitions: [FieldDefinition] = [
        .code("payerResponsibility", .claimResponsibility),
        .code("relationship", .claimRelationship),
        .text("groupNumber"), .text("groupName"), .code("insuranceType", .insuranceType),
        .code("claimFilingIndicator", .claimFiling), .money("paid"),
        .money("nonCovered"), .money("remainingLiability"),
        .objects("adjustments", AdjustmentFields.self),
        .code("benefitsAssignment", .benefitsAssignment),
        .code("patientSignatureSource", .patientSignatureSource),
        .code("releaseOfInformation", .releaseOfInformation),
        .object("inpatientAdjudication", InpatientAdjudicationFields.self),
        .object("outpatientAdjudication", OutpatientAdjudicationFields.self),
        .object("subscriber", OtherInsuredFields.self), .object("payer", OtherPayerFields.self),
        .members("providers", ProviderRoleFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 19 }
    }
}

/// An `InpatientAdjudication`: MIA.
public enum InpatientAdjudicationFields: UInt8, RecordFields {
    case coveredDays, lifetimePsychiatricDays, drgAmount, remarks, disproportionateShareAmount,
        passThroughAmount, capitalAmount, capitalFederalDRGAmount, capitalHospitalDRGAmount,
        capitalDisproportionateShareAmount, oldCapitalAmount, capitalTeachingAmount,
        operatingHospitalDRGAmount, costReportDays, operatingFederalDRGAmount,
        capitalOutlierAmount, indirectTeachingAmount, nonPayableProfessionalAmount,
        capitalExceptionAmount
    public static let definitions: [FieldDefinition] = [
        .money("coveredDays"), .money("lifetimePsychiatricDays"), .money("drgAmount"),
        .texts("remarks"), .money("disproportionateShareAmount"), .money("passThroughAmount"),
        .money("capitalAmount"), .money("capitalFederalDRGAmount"),
        .money("capitalHospitalDRGAmount"), .money("capitalDisproportionateShareAmount"),
        .money("oldCapitalAmount"), .money("capitalTeachingAmount"),
        .money("operatingHospitalDRGAmount"), .money("costReportDays"),
        .money("operatingFederalDRGAmount"), .money("capitalOutlierAmount"),
        .money("indirectTeachingAmount"), .money("nonPayableProfessionalAmount"),
        .money("capitalExceptionAmount"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 20 }
    }
}

/// An `OutpatientAdjudication`: MOA.
public enum OutpatientAdjudicationFields: UInt8, RecordFields {
    case reimbursementRate, payableAmount, remarks, renalDiseaseAmount,
        nonPayableProfessionalAmount
    public static let definitions: [FieldDefinition] = [
        .money("reimbursementRate"), .money("payableAmount"), .texts("remarks"),
        .money("renalDiseaseAmount"), .money("nonPayableProfessionalAmount"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// An `OtherInsured`: 2330A.
public enum OtherInsuredFields: UInt8, RecordFields {
    case kind, organization, name, identifier, address, identifiers
    public static let definitions: [FieldDefinition] = [
        .code("kind", .entityType), .text("organization"),
        .object("name", PersonNameFields.self), .object("identifier", IdentificationFields.self),
        .object("address", AddressFields.self),
        .objects("identifiers", ClaimIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// An `OtherPayer`: 2330B.
public enum OtherPayerFields: UInt8, RecordFields {
    case name, identifier, address, adjudicationDate, claimControlNumber, priorAuthorization,
        referralNumber, claimAdjusted, identifiers
    public static let definitions: [FieldDefinition] = [
        .text("name"), .object("identifier", IdentificationFields.self),
        .object("address", AddressFields.self), .date("adjudicationDate"),
        .text("claimControlNumber"), .text("priorAuthorization"), .text("referralNumber"),
        .flag("claimAdjusted"), .objects("identifiers", ClaimIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 10 }
    }
}
