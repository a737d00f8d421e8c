// The fields of parties and of values that a code names: the same in every record type.

/// A `Period`.
public enum PeriodFields: UInt8, RecordFields {
    case begin, end
    public static let definitions: [FieldDefinition] = [
        .date("begin"), .end("end"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A qualified identifier of an enrollment: REF.
public enum IdentifierFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.enrollmentIdentifier), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// NM108 and NM109, N103 and N104.
public enum IdentificationFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.identification), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// PER03 and PER04, and so on.
public enum ContactNumberFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.contactNumber), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// N405 and N406.
public enum LocationFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.locationQualifier), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A qualified amount: AMT.
public enum AmountFields: UInt8, RecordFields {
    case code, amount
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.enrollmentAmount), .money("amount"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `QualifiedDate`: DTP. `dateSent` is a time of day too.
public enum DateFields: UInt8, RecordFields {
    case code, date, span, dateSent
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.enrollmentDate), .date("date"), .members("span", PeriodFields.self),
        .text("dateSent"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `PersonName`.
public enum PersonNameFields: UInt8, RecordFields {
    case last, first, middle, prefix, suffix
    public static let definitions: [FieldDefinition] = [
        .text("last"), .text("first"), .text("middle"), .text("prefix"), .text("suffix"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `PostalAddress`.
public enum AddressFields: UInt8, RecordFields {
    case lines, city, state, postalCode, country, subdivision, county, location
    public static let definitions: [FieldDefinition] = [
        .texts("lines"), .text("city"), .text("state"), .text("postalCode"), .text("country"),
        .text("subdivision"), .text("county"), .object("location", LocationFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}

/// A `ContactInformation`.
public enum ContactFields: UInt8, RecordFields {
    case name, numbers
    public static let definitions: [FieldDefinition] = [
        .text("name"), .objects("numbers", ContactNumberFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `Party`; an organization has no `name`.
public enum PartyFields: UInt8, RecordFields {
    case role, kind, organization, name, identifier, relationship, contacts, address
    public static let definitions: [FieldDefinition] = [
        .code("role", .entity), .code("kind", .entityType), .text("organization"),
        .object("name", PersonNameFields.self), .object("identifier", IdentificationFields.self),
        .code("relationship", .providerRelationship), .objects("contacts", ContactFields.self),
        .object("address", AddressFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}
