// The fields of a transaction set's header, in the order of the JSON.

/// An `EnrollmentContext`, but for what the envelope says.
public enum ContextFields: UInt8, RecordFields {
    case purpose, reference, date, time, timeZone, originalReference, action, policyNumber, dates,
        totals, sponsor, payer, brokers
    public static let definitions: [FieldDefinition] = [
        .code("purpose", .transactionPurpose), .text("reference"), .date("date"), .text("time"),
        .text("timeZone"), .text("originalReference"), .code("action", .action),
        .text("policyNumber"), .objects("dates", DateFields.self),
        .objects("totals", TotalFields.self), .object("sponsor", ContextPartyFields.self),
        .object("payer", ContextPartyFields.self), .objects("brokers", BrokerFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 14 }
    }
}

/// QTY.
public enum TotalFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.controlTotal), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A sponsor or payer as a `ContextParty`.
public enum ContextPartyFields: UInt8, RecordFields {
    case role, name, identifier
    public static let definitions: [FieldDefinition] = [
        .unwritten("role", .entity), .text("name"),
        .object("identifier", IdentificationFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A broker as a `ContextParty`.
public enum BrokerFields: UInt8, RecordFields {
    case role, name, identifier, accounts
    public static let definitions: [FieldDefinition] = [
        .code("role", .entity), .text("name"), .object("identifier", IdentificationFields.self),
        .texts("accounts"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}
