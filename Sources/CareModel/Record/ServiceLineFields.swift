// The fields of a service line, in the order of the JSON: 837P, 837I and 837D alike.

/// A `ServiceLine`. What few lines have stands in objects whose members are the line's own.
public enum ServiceLineFields: UInt8, RecordFields {
    case number, revenueCode, procedure, charge, nonCoveredCharge, units, placeOfService, service,
        diagnosisPointers, emergency, epsdt, familyPlanning, copayStatus, dental, controlNumber,
        drug, dates, identifiers, amounts, notes, supplement, providers, adjudications, forms
    public static let definitions: [FieldDefinition] = [
        .text("number"), .text("revenueCode"), .object("procedure", MedicalProcedureFields.self),
        .money("charge"), .money("nonCoveredCharge"), .object("units", QuantityFields.self),
        .code("placeOfService", .placeOfService), .object("service", ServicePeriodFields.self),
        .texts("diagnosisPointers"), .flag("emergency"), .flag("epsdt"), .flag("familyPlanning"),
        .code("copayStatus", .copayStatus), .members("dental", DentalServiceFields.self),
        .text("controlNumber"), .object("drug", DrugFields.self),
        .objects("dates", ClaimDateFields.self),
        .objects("identifiers", ClaimIdentifierFields.self),
        .objects("amounts", ClaimAmountFields.self), .objects("notes", ClaimNoteFields.self),
        .members("supplement", LineSupplementFields.self),
        .members("providers", ProviderRoleFields.self),
        .objects("adjudications", LineAdjudicationFields.self),
        .objects("forms", SupportingFormFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 25 }
    }
}

/// What dental lines have of their own.
public enum DentalServiceFields: UInt8, RecordFields {
    case oralCavities, placement, teeth
    public static let definitions: [FieldDefinition] = [
        .codes("oralCavities", .oralCavity), .code("placement", .placement),
        .objects("teeth", ToothFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// What few lines have.
public enum LineSupplementFields: UInt8, RecordFields {
    case equipment, ambulance, certification, conditionIndicators, quantities, testResults,
        attachments, contract, fixedFormat, purchasedService, pricing
    public static let definitions: [FieldDefinition] = [
        .object("equipment", EquipmentFields.self), .object("ambulance", AmbulanceFields.self),
        .object("certification", EquipmentCertificationFields.self),
        .objects("conditionIndicators", ConditionIndicatorFields.self),
        .objects("quantities", LineQuantityFields.self),
        .objects("testResults", TestResultFields.self),
        .objects("attachments", AttachmentFields.self), .object("contract", ContractFields.self),
        .texts("fixedFormat"), .object("purchasedService", PurchasedServiceFields.self),
        .object("pricing", PricingFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 12 }
    }
}

/// `ProviderRoles`: 2310, 2420, and 2330C to 2330I.
public enum ProviderRoleFields: UInt8, RecordFields {
    case billingProvider, attendingProvider, operatingProvider, otherOperatingProvider,
        renderingProvider, purchasedServiceProvider, referringProviders, orderingProvider,
        supervisingProvider, assistantSurgeon, serviceFacility, ambulancePickUp,
        ambulanceDropOff, otherProviders
    public static let definitions: [FieldDefinition] = [
        .object("billingProvider", ClaimProviderFields.self),
        .object("attendingProvider", ClaimProviderFields.self),
        .object("operatingProvider", ClaimProviderFields.self),
        .object("otherOperatingProvider", ClaimProviderFields.self),
        .object("renderingProvider", ClaimProviderFields.self),
        .object("purchasedServiceProvider", ClaimProviderFields.self),
        .objects("referringProviders", ClaimProviderFields.self),
        .object("orderingProvider", ClaimProviderFields.self),
        .object("supervisingProvider", ClaimProviderFields.self),
        .object("assistantSurgeon", ClaimProviderFields.self),
        .object("serviceFacility", ClaimProviderFields.self),
        .object("ambulancePickUp", ClaimProviderFields.self),
        .object("ambulanceDropOff", ClaimProviderFields.self),
        .objects("otherProviders", ClaimProviderFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 15 }
    }
}

/// A `MedicalProcedure`: the composite of SV1, SV2, SV3, SV5, SVD and HCP.
public enum MedicalProcedureFields: UInt8, RecordFields {
    case qualifier, code, modifiers, description
    public static let definitions: [FieldDefinition] = [
        .code("qualifier", .serviceQualifier), .text("code"), .texts("modifiers"),
        .text("description"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `Quantity`: a number and its unit.
public enum QuantityFields: UInt8, RecordFields {
    case code, quantity
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.serviceUnit), .money("quantity"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// DTP*472: days that both are days of the calendar, never an open end.
public enum ServicePeriodFields: UInt8, RecordFields {
    case begin, end
    public static let definitions: [FieldDefinition] = [
        .date("begin"), .date("end"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `Tooth`: TOO.
public enum ToothFields: UInt8, RecordFields {
    case qualifier, code, surfaces
    public static let definitions: [FieldDefinition] = [
        .code("qualifier", .toothQualifier), .text("code"), .codes("surfaces", .toothSurface),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `Drug`: 2410.
public enum DrugFields: UInt8, RecordFields {
    case qualifier, code, units, prescriptionNumber, linkNumber
    public static let definitions: [FieldDefinition] = [
        .code("qualifier", .drugQualifier), .text("code"), .object("units", QuantityFields.self),
        .text("prescriptionNumber"), .text("linkNumber"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `MedicalEquipment`: SV5.
public enum EquipmentFields: UInt8, RecordFields {
    case procedure, necessity, rentalPrice, purchasePrice, rentalUnit
    public static let definitions: [FieldDefinition] = [
        .object("procedure", MedicalProcedureFields.self),
        .object("necessity", QuantityFields.self), .money("rentalPrice"),
        .money("purchasePrice"), .code("rentalUnit", .frequency),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// An `EquipmentCertification`: CR3.
public enum EquipmentCertificationFields: UInt8, RecordFields {
    case type, duration
    public static let definitions: [FieldDefinition] = [
        .code("type", .equipmentCertification), .object("duration", QuantityFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A qualified quantity: QTY.
public enum LineQuantityFields: UInt8, RecordFields {
    case code, quantity
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.lineQuantity), .money("quantity"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// A `TestResult`: MEA.
public enum TestResultFields: UInt8, RecordFields {
    case reference, measurement, result
    public static let definitions: [FieldDefinition] = [
        .code("reference", .measurementReference), .code("measurement", .measurement),
        .money("result"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `PurchasedService`: PS1.
public enum PurchasedServiceFields: UInt8, RecordFields {
    case provider, charge
    public static let definitions: [FieldDefinition] = [
        .text("provider"), .money("charge"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}
