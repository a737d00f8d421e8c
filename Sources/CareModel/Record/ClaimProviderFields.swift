// The fields of providers and of values that a code names in a claim.

/// A `ClaimProvider`: whoever stands in a claim by NM1, in any role.
///
/// An organization has no `name`; NM109 of `XX` is the `npi`, any other the `identifier`.
public enum ClaimProviderFields: UInt8, RecordFields {
    case role, kind, organization, name, npi, identifier, taxonomy, contacts, address, identifiers
    public static let definitions: [FieldDefinition] = [
        .code("role", .claimEntity), .code("kind", .entityType), .text("organization"),
        .object("name", PersonNameFields.self), .text("npi"),
        .object("identifier", IdentificationFields.self), .text("taxonomy"),
        .objects("contacts", ContactFields.self), .object("address", AddressFields.self),
        .objects("identifiers", ClaimIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 11 }
    }
}

/// A `ClaimIdentifier`: REF01, REF02 and, of one that a payer gave, REF04-2.
public enum ClaimIdentifierFields: UInt8, RecordFields {
    case code, value, payerIdentifier
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.claimIdentifier), .text("value"), .text("payerIdentifier"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ClaimDate`: DTP. A moment has a date and a time, a time of day a time alone.
public enum ClaimDateFields: UInt8, RecordFields {
    case code, date, time, span, dateSent
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.claimDate), .date("date"), .text("time"),
        .members("span", PeriodFields.self), .text("dateSent"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// AMT.
public enum ClaimAmountFields: UInt8, RecordFields {
    case code, amount
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.claimAmount), .money("amount"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}
