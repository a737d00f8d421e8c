// The fields of a referral's member and coverages, in the order of the JSON.

/// A `ReferralMember`.
public enum ReferralMemberFields: UInt8, RecordFields {
    case identifiers, name, otherNames, birthDate, birthTime, deathDate, deathTime, sex, gender,
        maritalStatus, races, ethnicities, religion, languages, telecoms, addresses, contacts
    public static let definitions: [FieldDefinition] = [
        .objects("identifiers", ReferralIdentifierFields.self),
        .object("name", PersonNameFields.self), .objects("otherNames", PersonNameFields.self),
        .date("birthDate"), .text("birthTime"), .date("deathDate"), .text("deathTime"),
        .code("sex", .sex), .text("gender"),
        .object("maritalStatus", ReferralConceptFields.self),
        .objects("races", ReferralConceptFields.self),
        .objects("ethnicities", ReferralConceptFields.self),
        .object("religion", ReferralConceptFields.self),
        .objects("languages", ReferralLanguageFields.self),
        .objects("telecoms", ReferralTelecomFields.self),
        .objects("addresses", ReferralAddressFields.self),
        .objects("contacts", ReferralContactFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 18 }
    }
}

/// A `ReferralLanguage`.
public enum ReferralLanguageFields: UInt8, RecordFields {
    case code, text, preferred
    public static let definitions: [FieldDefinition] = [
        .text("code"), .text("text"), .flag("preferred"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ReferralContact`.
public enum ReferralContactFields: UInt8, RecordFields {
    case role, relationship, name, organization, telecoms, addresses
    public static let definitions: [FieldDefinition] = [
        .text("role"), .object("relationship", ReferralConceptFields.self),
        .object("name", PersonNameFields.self), .text("organization"),
        .objects("telecoms", ReferralTelecomFields.self),
        .objects("addresses", ReferralAddressFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `ReferralCoverage`.
public enum ReferralCoverageFields: UInt8, RecordFields {
    case type, status, order, payer, payerIdentifiers, identifiers, subscriberId, relationship,
        group, plan, begin, end
    public static let definitions: [FieldDefinition] = [
        .object("type", ReferralConceptFields.self), .text("status"), .text("order"),
        .text("payer"), .objects("payerIdentifiers", ReferralIdentifierFields.self),
        .objects("identifiers", ReferralIdentifierFields.self), .text("subscriberId"),
        .object("relationship", ReferralConceptFields.self), .text("group"), .text("plan"),
        .date("begin"), .end("end"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 13 }
    }
}
