// The fields of a referral's codes and numbers, in the order of the JSON.

/// A `ReferralIdentifier`.
public enum ReferralIdentifierFields: UInt8, RecordFields {
    case system, value, type, use, assigner
    public static let definitions: [FieldDefinition] = [
        .text("system"), .text("value"), .text("type"), .text("use"), .text("assigner"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `ReferralConcept`.
public enum ReferralConceptFields: UInt8, RecordFields {
    case code, system, display, text, translations
    public static let definitions: [FieldDefinition] = [
        .text("code"), .text("system"), .text("display"), .text("text"),
        .objects("translations", ReferralCodingFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `ReferralCoding`.
public enum ReferralCodingFields: UInt8, RecordFields {
    case code, system, display
    public static let definitions: [FieldDefinition] = [
        .text("code"), .text("system"), .text("display"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ReferralNeed`.
public enum ReferralNeedFields: UInt8, RecordFields {
    case category, code, system, display, text, translations, negated, status, verification,
        begin, beginTime, end, endTime, recorded, recordedTime, note
    public static let definitions: [FieldDefinition] = [
        .text("category"), .text("code"), .text("system"), .text("display"), .text("text"),
        .objects("translations", ReferralCodingFields.self), .flag("negated"), .text("status"),
        .text("verification"), .date("begin"), .text("beginTime"), .date("end"),
        .text("endTime"), .date("recorded"), .text("recordedTime"), .text("note"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 17 }
    }
}

/// A `ReferralQuantity`.
public enum ReferralQuantityFields: UInt8, RecordFields {
    case comparator, value, unit
    public static let definitions: [FieldDefinition] = [
        .text("comparator"), .text("value"), .text("unit"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}
