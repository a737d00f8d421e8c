// The fields of a referral's document, status and times, in the order of the JSON.

/// A `ReferralDocument`.
public enum ReferralDocumentFields: UInt8, RecordFields {
    case format, type, title, identifier, set, version, templates, status, confidentiality,
        language, created, createdTime, replaces
    public static let definitions: [FieldDefinition] = [
        .text("format"), .object("type", ReferralConceptFields.self), .text("title"),
        .object("identifier", ReferralIdentifierFields.self),
        .object("set", ReferralIdentifierFields.self), .text("version"), .texts("templates"),
        .text("status"), .text("confidentiality"), .text("language"), .date("created"),
        .text("createdTime"), .objects("replaces", ReferralIdentifierFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 14 }
    }
}

/// A `ReferralStatus`.
public enum ReferralStatusFields: UInt8, RecordFields {
    case status, date, time, reason, by, note
    public static let definitions: [FieldDefinition] = [
        .text("status"), .date("date"), .text("time"),
        .object("reason", ReferralConceptFields.self), .text("by"), .text("note"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `ReferralPeriod`.
public enum ReferralPeriodFields: UInt8, RecordFields {
    case begin, beginTime, end, endTime
    public static let definitions: [FieldDefinition] = [
        .date("begin"), .text("beginTime"), .end("end"), .text("endTime"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `ReferralNote`.
public enum ReferralNoteFields: UInt8, RecordFields {
    case text, author, date, time
    public static let definitions: [FieldDefinition] = [
        .text("text"), .text("author"), .date("date"), .text("time"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}
