// The fields of clinical statements and documents, in the order of the JSON.

/// A `ReferralStatement`.
public enum ReferralStatementFields: UInt8, RecordFields {
    case identifier, kind, categories, code, system, display, text, translations, negated, status,
        verification, severity, begin, beginTime, end, endTime, recorded, recordedTime, value,
        quantity, valueText, reactions, dosage, reason, note, members
    public static let definitions: [FieldDefinition] = [
        .object("identifier", ReferralIdentifierFields.self), .text("kind"),
        .objects("categories", ReferralConceptFields.self), .text("code"), .text("system"),
        .text("display"), .text("text"), .objects("translations", ReferralCodingFields.self),
        .flag("negated"), .text("status"), .text("verification"), .text("severity"),
        .date("begin"), .text("beginTime"), .date("end"), .text("endTime"), .date("recorded"),
        .text("recordedTime"),
        .object("value", ReferralConceptFields.self),
        .object("quantity", ReferralQuantityFields.self), .text("valueText"),
        .objects("reactions", ReferralConceptFields.self), .text("dosage"),
        .object("reason", ReferralConceptFields.self), .text("note"),
        .objects("members", ReferralStatementFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 27 }
    }
}

/// A `ReferralAttachment`.
public enum ReferralAttachmentFields: UInt8, RecordFields {
    case identifier, type, title, mediaType, encoding, bytes, reference, created
    public static let definitions: [FieldDefinition] = [
        .object("identifier", ReferralIdentifierFields.self),
        .object("type", ReferralConceptFields.self), .text("title"), .text("mediaType"),
        .text("encoding"), .number("bytes"), .text("reference"), .date("created"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}

/// A `ReferralSection`.
public enum ReferralSectionFields: UInt8, RecordFields {
    case code, system, display, title, templates, text, entries
    public static let definitions: [FieldDefinition] = [
        .text("code"), .text("system"), .text("display"), .text("title"), .texts("templates"),
        .text("text"), .number("entries"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 8 }
    }
}
