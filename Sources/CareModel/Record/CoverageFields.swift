// The fields of coverages and reporting categories, in the order of the JSON.

/// A `HealthCoverage`.
public enum CoverageFields: UInt8, RecordFields {
    case maintenanceType, insuranceLine, plan, level, lateEnrollment, period, dates, amounts,
        identifiers, priorCoverageMonths, identificationCards, providers, coordination
    public static let definitions: [FieldDefinition] = [
        .code("maintenanceType", .maintenanceType), .code("insuranceLine", .insuranceLine),
        .text("plan"), .code("level", .coverageLevel), .flag("lateEnrollment"),
        .members("period", PeriodFields.self), .objects("dates", DateFields.self),
        .objects("amounts", AmountFields.self), .objects("identifiers", IdentifierFields.self),
        .text("priorCoverageMonths"), .objects("identificationCards", CardFields.self),
        .objects("providers", ProviderFields.self),
        .objects("coordination", CoordinationFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 14 }
    }
}

/// An `IdentificationCard`.
public enum CardFields: UInt8, RecordFields {
    case planDescription, type, count, action
    public static let definitions: [FieldDefinition] = [
        .text("planDescription"), .code("type", .cardType), .text("count"),
        .code("action", .action),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `CoverageProvider`.
public enum ProviderFields: UInt8, RecordFields {
    case number, party, change
    public static let definitions: [FieldDefinition] = [
        .text("number"), .members("party", PartyFields.self),
        .object("change", ProviderChangeFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `ProviderChange`.
public enum ProviderChangeFields: UInt8, RecordFields {
    case action, entity, date, reason
    public static let definitions: [FieldDefinition] = [
        .code("action", .action), .code("entity", .entity), .date("date"),
        .code("reason", .maintenanceReason),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `CoordinationOfBenefits`.
public enum CoordinationFields: UInt8, RecordFields {
    case payerResponsibility, policyNumber, status, serviceTypes, identifiers, period, entities
    public static let definitions: [FieldDefinition] = [
        .code("payerResponsibility", .payerResponsibility), .text("policyNumber"),
        .code("status", .coordinationStatus), .codes("serviceTypes", .serviceType),
        .objects("identifiers", IdentifierFields.self), .members("period", PeriodFields.self),
        .objects("entities", PartyFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 8 }
    }
}

/// A `ReportingCategory`.
public enum ReportingCategoryFields: UInt8, RecordFields {
    case number, name, identifier, date
    public static let definitions: [FieldDefinition] = [
        .text("number"), .text("name"), .object("identifier", IdentifierFields.self),
        .object("date", DateFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}
