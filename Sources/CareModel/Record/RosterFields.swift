// The fields of a roster entry, and of who is in it, in the order of the JSON.

/// A `RosterEntry`; the paths of layouts lead from here.
public enum RosterFields: UInt8, RecordFields {
    case memberId, member, plan, aco, mco, cp, enrollment, span, pcp, flags, outreach,
        keyContact, careCoordinator, diagnoses, statistics, visit, payment, services, row,
        receipt
    public static let definitions: [FieldDefinition] = [
        .text("memberId"), .members("member", RosterMemberFields.self),
        .object("plan", RosterPlanFields.self), .object("aco", RosterOrganizationFields.self),
        .object("mco", RosterOrganizationFields.self), .object("cp", RosterPartnerFields.self),
        .object("enrollment", RosterEnrollmentFields.self), .object("span", RosterSpanFields.self),
        .object("pcp", RosterPrimaryCareFields.self), .object("flags", RosterFlagFields.self),
        .object("outreach", RosterOutreachFields.self),
        .object("keyContact", RosterContactFields.self),
        .object("careCoordinator", RosterContactFields.self),
        .object("diagnoses", RosterDiagnosisFields.self),
        .object("statistics", RosterStatisticFields.self),
        .object("visit", RosterVisitFields.self), .object("payment", RosterPaymentFields.self),
        .object("services", RosterServiceFields.self), .object("row", RosterRowFields.self),
        .object("receipt", RosterReceiptFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 21 }
    }
}

/// A `RosterMember`, whose fields stand in the record itself as those of an enrollment do.
public enum RosterMemberFields: UInt8, RecordFields {
    case name, birthDate, sex, race, spokenLanguage, writtenLanguage, email, phone, cellPhone,
        dayPhone, nightPhone, headOfHousehold, residence, mailing
    public static let definitions: [FieldDefinition] = [
        .object("name", PersonNameFields.self), .date("birthDate"), .code("sex", .rosterSex),
        .text("race"), .text("spokenLanguage"), .text("writtenLanguage"), .text("email"),
        .text("phone"), .text("cellPhone"), .text("dayPhone"), .text("nightPhone"),
        .text("headOfHousehold"), .object("residence", RosterAddressFields.self),
        .object("mailing", RosterAddressFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 15 }
    }
}

/// A `PostalAddress` of a roster; its lines are columns of their own.
public enum RosterAddressFields: UInt8, RecordFields {
    case lines, city, state, postalCode, plusFour
    public static let definitions: [FieldDefinition] = [
        .texts("lines"), .text("city"), .text("state"), .text("postalCode"), .text("plusFour"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `RosterPlan`.
public enum RosterPlanFields: UInt8, RecordFields {
    case assignment, healthPlanId
    public static let definitions: [FieldDefinition] = [
        .code("assignment", .rosterPlan), .text("healthPlanId"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `RosterOrganization`: an ACO or MCO.
public enum RosterOrganizationFields: UInt8, RecordFields {
    case name, pid, pidsl
    public static let definitions: [FieldDefinition] = [
        .text("name"), .text("pid"), .text("pidsl"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `RosterPartner`: the Community Partner.
public enum RosterPartnerFields: UInt8, RecordFields {
    case name, dsripName, pid, pidsl, providerType, planType
    public static let definitions: [FieldDefinition] = [
        .text("name"), .text("dsripName"), .text("pid"), .text("pidsl"), .text("providerType"),
        .text("planType"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `RosterPrimaryCare`.
public enum RosterPrimaryCareFields: UInt8, RecordFields {
    case name, practice, npi, pidsl, taxId, address, phone
    public static let definitions: [FieldDefinition] = [
        .object("name", PersonNameFields.self), .text("practice"), .text("npi"), .text("pidsl"),
        .text("taxId"), .object("address", RosterAddressFields.self), .text("phone"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 8 }
    }
}

/// A `RosterContact`.
public enum RosterContactFields: UInt8, RecordFields {
    case name, phone, email
    public static let definitions: [FieldDefinition] = [
        .object("name", PersonNameFields.self), .text("phone"), .text("email"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}
