// The fields of what a claim says of the care: diagnoses, procedures, events, teeth.

/// A `ClaimDiagnosis`: HI.
public enum ClaimDiagnosisFields: UInt8, RecordFields {
    case order, code, kind, presentOnAdmission
    public static let definitions: [FieldDefinition] = [
        .number("order"), .text("code"), .code("kind", .diagnosisKind),
        .code("presentOnAdmission", .presentOnAdmission),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `ClaimProcedure`: HI.
public enum ClaimProcedureFields: UInt8, RecordFields {
    case code, kind, date
    public static let definitions: [FieldDefinition] = [
        .text("code"), .code("kind", .procedureKind), .date("date"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// An `Occurrence`: HI*BH.
public enum OccurrenceFields: UInt8, RecordFields {
    case code, date
    public static let definitions: [FieldDefinition] = [.text("code"), .date("date")]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// An `OccurrenceSpan`: HI*BI.
public enum OccurrenceSpanFields: UInt8, RecordFields {
    case code, period
    public static let definitions: [FieldDefinition] = [
        .text("code"), .members("period", ServicePeriodFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `ClaimValue`: HI*BE.
public enum ClaimValueFields: UInt8, RecordFields {
    case code, amount
    public static let definitions: [FieldDefinition] = [.text("code"), .money("amount")]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// `SpinalManipulation`: CR2.
public enum SpinalManipulationFields: UInt8, RecordFields {
    case condition, descriptions
    public static let definitions: [FieldDefinition] = [
        .code("condition", .spinalCondition), .texts("descriptions"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// `Orthodontics`: DN1.
public enum OrthodonticsFields: UInt8, RecordFields {
    case totalMonths, remainingMonths, treatment
    public static let definitions: [FieldDefinition] = [
        .text("totalMonths"), .text("remainingMonths"), .flag("treatment"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ToothStatus`: DN2.
public enum ToothStatusFields: UInt8, RecordFields {
    case tooth, status
    public static let definitions: [FieldDefinition] = [
        .text("tooth"), .code("status", .toothStatus),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}
