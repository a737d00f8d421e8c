// The fields of what a referral asks for and rests on, in the order of the JSON.

/// A `ReferralService`.
public enum ReferralServiceFields: UInt8, RecordFields {
    case category, code, system, display, text, translations, status, quantity, period, goals,
        steps, provider, note
    public static let definitions: [FieldDefinition] = [
        .text("category"), .text("code"), .text("system"), .text("display"), .text("text"),
        .objects("translations", ReferralCodingFields.self), .text("status"),
        .object("quantity", ReferralQuantityFields.self),
        .object("period", ReferralPeriodFields.self), .texts("goals"), .texts("steps"),
        .text("provider"), .text("note"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 14 }
    }
}

/// A `ReferralCriteria`.
public enum ReferralCriteriaFields: UInt8, RecordFields {
    case healthNeeds, riskFactors, benefits
    public static let definitions: [FieldDefinition] = [
        .objects("healthNeeds", ReferralCriterionFields.self),
        .objects("riskFactors", ReferralCriterionFields.self),
        .objects("benefits", ReferralCriterionFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ReferralCriterion`.
public enum ReferralCriterionFields: UInt8, RecordFields {
    case code, detail, date
    public static let definitions: [FieldDefinition] = [
        .text("code"), .text("detail"), .date("date"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ReferralConsent`.
public enum ReferralConsentFields: UInt8, RecordFields {
    case status, decision, partial, scope, categories, date, time, by, period, policy, note
    public static let definitions: [FieldDefinition] = [
        .text("status"), .text("decision"), .flag("partial"),
        .object("scope", ReferralConceptFields.self),
        .objects("categories", ReferralConceptFields.self), .date("date"), .text("time"),
        .text("by"), .object("period", ReferralPeriodFields.self), .text("policy"),
        .text("note"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 12 }
    }
}
