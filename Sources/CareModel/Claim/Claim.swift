/// What one claim of an 837 says: what was done, to whom, by whom, and what is charged for it.
///
/// One type serves the three kinds; what only one of them has is absent in the others. It stands
/// alone: what the levels above say of provider, subscriber, patient and payer is in it.
///
/// Source: 005010X222A1, 005010X223A2 and 005010X224A2, loop 2300 and the loops in it.
public struct Claim: Sendable, Hashable {
    /// By which of the three guides it is written.
    public var type: ClaimType?
    /// What it shares with others: header, billing provider, subscriber, payer, patient.
    public var context = ClaimContext()
    /// CLM01: the provider's own number of the claim.
    public var claimID: Text?
    /// CLM02.
    public var totalCharge: Sent<Money>?
    /// CLM05-2: whether `placeOfService` or `facilityType` says where.
    public var facilityQualifier: Code?
    /// CLM05-1 of a professional or dental claim.
    public var placeOfService: Code?
    /// CLM05-1 of an institutional claim: the first two digits of the type of bill.
    public var facilityType: Text?
    /// CLM05-3.
    public var frequency: Code?
    /// CLM06.
    public var hasProviderSignature: Bool?
    /// CLM07.
    public var assignment: Code?
    /// CLM08.
    public var benefitsAssignment: Code?
    /// CLM09.
    public var releaseOfInformation: Code?
    /// CLM10.
    public var patientSignatureSource: Code?
    /// CLM11: what the care is related to, and where an accident happened.
    public var relatedCauses = RelatedCauses()
    /// CLM12.
    public var specialProgram: Code?
    /// CLM19.
    public var submissionReason: Code?
    /// CLM20.
    public var delayReason: Code?
    /// DTP and CL1.
    public var dates = ClaimDates()
    /// HI of diagnoses, in the order sent, which line pointers count by.
    public var diagnoses: [ClaimDiagnosis] = []
    /// HI*DR.
    public var drg: Text?
    /// HI of ICD procedures.
    public var procedures: [ClaimProcedure] = []
    /// HI*BP and BO.
    public var anesthesiaProcedures: [ClaimProcedure] = []
    /// HI*BH.
    public var occurrences: [Occurrence] = []
    /// HI*BI.
    public var occurrenceSpans: [OccurrenceSpan] = []
    /// HI*BE.
    public var values: [ClaimValue] = []
    /// HI*BG.
    public var conditionCodes: [Text] = []
    /// HI*TC.
    public var treatmentCodes: [Text] = []
    /// REF.
    public var references = ClaimReferences()
    /// PWK.
    public var attachments: [Attachment] = []
    /// NTE.
    public var notes: [ClaimNote] = []
    /// K3.
    public var fixedFormat: [Text] = []
    /// AMT*F5.
    public var patientPaid: Sent<Money>?
    /// AMT*F3.
    public var patientResponsibility: Sent<Money>?
    /// AMT, all others.
    public var amounts: [Qualified<Sent<Money>>] = []
    /// CN1.
    @Indirect public var contract: Contract?
    /// HCP.
    @Indirect public var pricing: Pricing?
    /// CR1.
    @Indirect public var ambulance: AmbulanceTransport?
    /// CR2.
    @Indirect public var spinalManipulation: SpinalManipulation?
    /// CRC.
    public var conditionIndicators: [ConditionIndicators] = []
    /// DN1.
    @Indirect public var orthodontics: Orthodontics?
    /// DN2.
    public var toothStatuses: [ToothStatus] = []
    /// 2310.
    public var providers = ProviderRoles()
    /// 2320.
    public var otherSubscribers: [OtherSubscriber] = []
    /// 2400.
    public var serviceLines: [ServiceLine] = []
    /// Values of the claim's own loops that no field holds.
    public var other: [OtherValue] = []

    public init() {}
}

/// What the care is related to.
///
/// Source: CLM11, and REF*LU of an institutional claim.
public struct RelatedCauses: Sendable, Hashable {
    /// CLM11-1 to -3.
    public var causes: [Code] = []
    /// CLM11-4, or REF*LU.
    public var accidentState: Text?
    /// CLM11-5.
    public var accidentCountry: Text?

    public init() {}
}
