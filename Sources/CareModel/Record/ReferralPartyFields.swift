// The fields of parties to a referral, in the order of the JSON.

/// A `ReferralParty`.
public enum ReferralPartyFields: UInt8, RecordFields {
    case role, function, date, time, organization, practitioner
    public static let definitions: [FieldDefinition] = [
        .text("role"), .object("function", ReferralConceptFields.self), .date("date"),
        .text("time"), .object("organization", ReferralOrganizationFields.self),
        .object("practitioner", ReferralPractitionerFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `ReferralOrganization`.
public enum ReferralOrganizationFields: UInt8, RecordFields {
    case name, pidsl, npi, identifiers, types, telecoms, addresses
    public static let definitions: [FieldDefinition] = [
        .text("name"), .text("pidsl"), .text("npi"),
        .objects("identifiers", ReferralIdentifierFields.self),
        .objects("types", ReferralConceptFields.self),
        .objects("telecoms", ReferralTelecomFields.self),
        .objects("addresses", ReferralAddressFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 8 }
    }
}

/// A `ReferralPractitioner`.
public enum ReferralPractitionerFields: UInt8, RecordFields {
    case kind, name, npi, identifiers, specialties, telecoms, addresses
    public static let definitions: [FieldDefinition] = [
        .text("kind"), .object("name", PersonNameFields.self), .text("npi"),
        .objects("identifiers", ReferralIdentifierFields.self),
        .objects("specialties", ReferralConceptFields.self),
        .objects("telecoms", ReferralTelecomFields.self),
        .objects("addresses", ReferralAddressFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 8 }
    }
}

/// A `ReferralTelecom`.
public enum ReferralTelecomFields: UInt8, RecordFields {
    case system, use, value
    public static let definitions: [FieldDefinition] = [
        .text("system"), .text("use"), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ReferralAddress`.
public enum ReferralAddressFields: UInt8, RecordFields {
    case use, address, text
    public static let definitions: [FieldDefinition] = [
        .text("use"), .members("address", AddressFields.self), .text("text"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}
