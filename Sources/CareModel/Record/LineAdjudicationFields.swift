// The fields of what payers decided, and of forms, in the order of the JSON.

/// A `LineAdjudication`: 2430.
public enum LineAdjudicationFields: UInt8, RecordFields {
    case payer, paid, procedure, revenueCode, paidUnits, bundledLine, adjustments, date,
        remainingLiability
    public static let definitions: [FieldDefinition] = [
        .text("payer"), .money("paid"), .object("procedure", MedicalProcedureFields.self),
        .text("revenueCode"), .money("paidUnits"), .text("bundledLine"),
        .objects("adjustments", AdjustmentFields.self), .date("date"),
        .money("remainingLiability"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 10 }
    }
}

/// An `Adjustment`: one of the up to six of a CAS.
public enum AdjustmentFields: UInt8, RecordFields {
    case group, reason, amount, quantity
    public static let definitions: [FieldDefinition] = [
        .code("group", .adjustmentGroup), .text("reason"), .money("amount"), .money("quantity"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `SupportingForm`: 2440.
public enum SupportingFormFields: UInt8, RecordFields {
    case qualifier, code, answers
    public static let definitions: [FieldDefinition] = [
        .code("qualifier", .formQualifier), .text("code"),
        .objects("answers", FormAnswerFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `FormAnswer`: FRM.
public enum FormAnswerFields: UInt8, RecordFields {
    case question, response, text, date, percent
    public static let definitions: [FieldDefinition] = [
        .text("question"), .code("response", .formResponse), .text("text"), .date("date"),
        .text("percent"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}
