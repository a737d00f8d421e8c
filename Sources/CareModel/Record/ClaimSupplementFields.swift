// What a claim and its lines both may say of themselves, in the order of the JSON.

/// An `Attachment`: PWK.
public enum AttachmentFields: UInt8, RecordFields {
    case reportType, transmission, controlNumber
    public static let definitions: [FieldDefinition] = [
        .code("reportType", .attachmentReport), .code("transmission", .attachmentTransmission),
        .text("controlNumber"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `Contract`: CN1.
public enum ContractFields: UInt8, RecordFields {
    case type, amount, percentage, code, discountPercentage, version
    public static let definitions: [FieldDefinition] = [
        .code("type", .contractType), .money("amount"), .text("percentage"), .text("code"),
        .text("discountPercentage"), .text("version"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `ClaimNote`: NTE.
public enum ClaimNoteFields: UInt8, RecordFields {
    case code, text
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.claimNote), .text("text"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// An `AmbulanceTransport`: CR1. Weights are pounds, distances miles.
public enum AmbulanceFields: UInt8, RecordFields {
    case patientWeight, reason, distance, roundTripPurpose, stretcherPurpose
    public static let definitions: [FieldDefinition] = [
        .text("patientWeight"), .code("reason", .ambulanceReason), .text("distance"),
        .text("roundTripPurpose"), .text("stretcherPurpose"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// `ConditionIndicators`: CRC.
public enum ConditionIndicatorFields: UInt8, RecordFields {
    case category, applies, conditions
    public static let definitions: [FieldDefinition] = [
        .code("category", .conditionCategory), .flag("applies"),
        .codes("conditions", .conditionIndicator),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// `Pricing`: HCP.
public enum PricingFields: UInt8, RecordFields {
    case methodology, allowedAmount, savingsAmount, organization, rate, group, groupAmount,
        revenueCode, procedureQualifier, procedure, unit, quantity, rejectReason,
        policyCompliance, exception
    public static let definitions: [FieldDefinition] = [
        .code("methodology", .pricingMethodology), .money("allowedAmount"),
        .money("savingsAmount"), .text("organization"), .money("rate"), .text("group"),
        .money("groupAmount"), .text("revenueCode"),
        .code("procedureQualifier", .serviceQualifier), .text("procedure"),
        .code("unit", .serviceUnit), .text("quantity"), .code("rejectReason", .pricingReject),
        .code("policyCompliance", .policyCompliance), .code("exception", .pricingException),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 16 }
    }
}
