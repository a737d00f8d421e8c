// The fields of what claims share: the header and the levels above them, in the order of the JSON.

/// The header of a transaction set of claims.
public enum ClaimHeaderFields: UInt8, RecordFields {
    case submitter, receiver, transaction
    public static let definitions: [FieldDefinition] = [
        .object("submitter", ClaimProviderFields.self),
        .object("receiver", ClaimProviderFields.self),
        .object("transaction", ClaimTransactionFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ClaimTransaction`, but for what the envelope says: BHT02 to BHT06.
public enum ClaimTransactionFields: UInt8, RecordFields {
    case purpose, reference, date, time, type
    public static let definitions: [FieldDefinition] = [
        .code("purpose", .claimPurpose), .text("reference"), .date("date"), .text("time"),
        .code("type", .claimTransactionType),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// Loop 2000A with 2010AA, 2010AB and 2010AC.
public enum ClaimBillingFields: UInt8, RecordFields {
    case billingProvider, payToAddress, payToPlan, currency
    public static let definitions: [FieldDefinition] = [
        .object("billingProvider", ClaimProviderFields.self),
        .object("payToAddress", ClaimProviderFields.self),
        .object("payToPlan", ClaimProviderFields.self), .text("currency"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// Loop 2000B with 2010BA and 2010BB; the first two stand at the head of a claim.
public enum ClaimSubscriberLevelFields: UInt8, RecordFields {
    case memberId, relationship, subscriber, payer
    public static let definitions: [FieldDefinition] = [
        .text("memberId"), .code("relationship", .claimRelationship),
        .object("subscriber", ClaimSubscriberFields.self),
        .object("payer", ClaimPayerFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// Loop 2000C with 2010CA; the first stands at the head of a claim.
public enum ClaimPatientLevelFields: UInt8, RecordFields {
    case relationship, patient
    public static let definitions: [FieldDefinition] = [
        .code("relationship", .claimRelationship), .object("patient", ClaimPersonFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `ClaimSubscriber`.
public enum ClaimSubscriberFields: UInt8, RecordFields {
    case payerResponsibility, groupNumber, groupName, insuranceType, claimFilingIndicator, person
    public static let definitions: [FieldDefinition] = [
        .code("payerResponsibility", .claimResponsibility), .text("groupNumber"),
        .text("groupName"), .code("insuranceType", .insuranceType),
        .code("claimFilingIndicator", .claimFiling),
        .members("person", ClaimPersonFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `ClaimPerson`: a subscriber, who may be an organization, or a patient.
public enum ClaimPersonFields: UInt8, RecordFields {
    case kind, organization, name, identifier, socialSecurityNumber, birthDate, sex, deathDate,
        weight, pregnant, propertyCasualtyClaimNumber, contacts, address, identifiers
    public static let definitions: [FieldDefinition] = [
        .code("kind", .entityType), .text("organization"), .object("name", PersonNameFields.self),
        .object("identifier", IdentificationFields.self), .text("socialSecurityNumber"),
        .date("birthDate"), .code("sex", .sex), .date("deathDate"), .text("weight"),
        .flag("pregnant"), .text("propertyCasualtyClaimNumber"),
        .objects("contacts", ContactFields.self), .object("address", AddressFields.self),
        .objects("identifiers", ClaimIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 15 }
    }
}

/// A `ClaimPayer`.
public enum ClaimPayerFields: UInt8, RecordFields {
    case party, billingProviderIdentifiers
    public static let definitions: [FieldDefinition] = [
        .members("party", ClaimProviderFields.self),
        .objects("billingProviderIdentifiers", ClaimIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}
