/// One service of a claim: what was done, when, how often and for how much.
///
/// Professional, institutional and dental lines are the same type; what only one kind of claim has
/// is absent in the others.
///
/// Source: 2400 with 2410 to 2440.
public struct ServiceLine: Sendable, Hashable {
    /// LX01.
    public var number: Text?
    /// SV201.
    public var revenueCode: Text?
    /// SV101, SV202 or SV301.
    public var procedure: MedicalProcedure?
    /// SV102, SV203 or SV302.
    public var charge: Sent<Money>?
    /// SV207.
    public var nonCoveredCharge: Sent<Money>?
    /// SV103 and SV104, SV204 and SV205, or SV306.
    public var units: Quantity?
    /// SV105 or SV303.
    public var placeOfService: Code?
    /// DTP*472; a single day is both begin and end.
    public var service = Period()
    /// SV107 or SV311: numbers of the claim's diagnoses, from 1.
    public var diagnosisPointers: [Text] = []
    /// SV109.
    public var isEmergency: Bool?
    /// SV111.
    public var isEPSDT: Bool?
    /// SV112.
    public var isFamilyPlanning: Bool?
    /// SV115.
    public var copayStatus: Code?
    /// SV304.
    public var oralCavities: [Code] = []
    /// SV305: whether a prosthesis, crown or inlay is the first.
    public var placement: Code?
    /// TOO.
    public var teeth: [Tooth] = []
    /// REF*6R: the line's own number at the provider.
    public var controlNumber: Text?
    /// 2410.
    @Indirect public var drug: Drug?
    /// SV5.
    @Indirect public var equipment: MedicalEquipment?
    /// CR1.
    @Indirect public var ambulance: AmbulanceTransport?
    /// CR3.
    @Indirect public var certification: EquipmentCertification?
    /// CRC.
    public var conditionIndicators: [ConditionIndicators] = []
    /// DTP, all but 472.
    public var dates: [ClaimDate] = []
    /// QTY.
    public var quantities: [Qualified<Sent<Money>>] = []
    /// MEA.
    public var testResults: [TestResult] = []
    /// PWK.
    public var attachments: [Attachment] = []
    /// CN1.
    @Indirect public var contract: Contract?
    /// REF, all but 6R.
    public var identifiers: [ClaimIdentifier] = []
    /// AMT.
    public var amounts: [Qualified<Sent<Money>>] = []
    /// K3.
    public var fixedFormat: [Text] = []
    /// NTE.
    public var notes: [ClaimNote] = []
    /// PS1.
    @Indirect public var purchasedService: PurchasedService?
    /// HCP.
    @Indirect public var pricing: Pricing?
    /// 2420.
    public var providers = ProviderRoles()
    /// 2430.
    public var adjudications: [LineAdjudication] = []
    /// 2440.
    public var forms: [SupportingForm] = []

    public init() {}
}

/// A procedure: the list it is of, its code and its modifiers.
///
/// Source: the composite of SV1, SV2, SV3, SV5 and SVD.
public struct MedicalProcedure: Sendable, Hashable {
    /// Component 1.
    public var qualifier: Code?
    /// Component 2.
    public var code: Text?
    /// Components 3 to 6.
    public var modifiers: [Text] = []
    /// Component 7.
    public var description: Text?

    public init() {}
}

/// A number of something, with the unit where the guide has one.
public struct Quantity: Sendable, Hashable {
    public var unit: Code?
    public var value: Sent<Money>?

    public init() {}
}

/// A tooth that was treated, and where on it.
///
/// Source: TOO.
public struct Tooth: Sendable, Hashable {
    /// TOO01.
    public var qualifier: Code?
    /// TOO02.
    public var code: Text?
    /// TOO03.
    public var surfaces: [Code] = []

    public init() {}
}

/// A drug or biological that a line bills.
///
/// Source: 2410.
public struct Drug: Sendable, Hashable {
    /// LIN02.
    public var qualifier: Code?
    /// LIN03: the national drug code.
    public var code: Text?
    /// CTP04 and CTP05.
    public var units: Quantity?
    /// REF*XZ.
    public var prescriptionNumber: Text?
    /// REF*VY: what joins the parts of a compound.
    public var linkNumber: Text?

    public init() {}
}

/// The rental or purchase of durable medical equipment.
///
/// Source: SV5.
public struct MedicalEquipment: Sendable, Hashable {
    /// SV501.
    public var procedure: MedicalProcedure?
    /// SV502 and SV503: how long it is medically necessary.
    public var necessity: Quantity?
    /// SV504.
    public var rentalPrice: Sent<Money>?
    /// SV505.
    public var purchasePrice: Sent<Money>?
    /// SV506: what the rental price is for.
    public var rentalUnit: Code?

    public init() {}
}

/// The certification of durable medical equipment.
///
/// Source: CR3.
public struct EquipmentCertification: Sendable, Hashable {
    /// CR301.
    public var type: Code?
    /// CR302 and CR303.
    public var duration: Quantity?

    public init() {}
}

/// A measurement, such as a hematocrit.
///
/// Source: MEA.
public struct TestResult: Sendable, Hashable {
    /// MEA01.
    public var reference: Code?
    /// MEA02.
    public var measurement: Code?
    /// MEA03.
    public var result: Sent<Money>?

    public init() {}
}

/// A service that was bought of somebody else.
///
/// Source: PS1.
public struct PurchasedService: Sendable, Hashable {
    /// PS101.
    public var provider: Text?
    /// PS102.
    public var charge: Sent<Money>?

    public init() {}
}
