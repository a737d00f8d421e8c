/// Other insurance of the patient, and what its payer decided.
///
/// Source: 2320 and 2330.
public struct OtherSubscriber: Sendable, Hashable {
    /// SBR01.
    public var payerResponsibility: Code?
    /// SBR02: the patient's to the insured.
    public var relationship: Code?
    /// SBR03.
    public var groupNumber: Text?
    /// SBR04.
    public var groupName: Text?
    /// SBR05.
    public var insuranceType: Code?
    /// SBR09.
    public var claimFilingIndicator: Code?
    /// AMT*D.
    public var paid: Sent<Money>?
    /// AMT*A8.
    public var nonCovered: Sent<Money>?
    /// AMT*EAF.
    public var remainingLiability: Sent<Money>?
    /// CAS.
    public var adjustments: [Adjustment] = []
    /// OI03.
    public var benefitsAssignment: Code?
    /// OI04.
    public var patientSignatureSource: Code?
    /// OI06.
    public var releaseOfInformation: Code?
    /// MIA.
    @Indirect public var inpatientAdjudication: InpatientAdjudication?
    /// MOA.
    @Indirect public var outpatientAdjudication: OutpatientAdjudication?
    /// 2330A.
    @Indirect public var subscriber: OtherInsured?
    /// 2330B.
    @Indirect public var payer: OtherPayer?
    /// 2330C to 2330I: providers as this payer knows them.
    public var providers = ProviderRoles()

    public init() {}
}

/// The insured of other insurance.
///
/// Source: 2330A.
public struct OtherInsured: Sendable, Hashable {
    /// NM102.
    public var kind: Code?
    /// NM103 to NM107; of an organization the whole name is in `last`.
    public var name = PersonName()
    /// NM108 and NM109.
    public var identifier: Qualified<Text>?
    /// N3 and N4.
    public var address: PostalAddress?
    /// REF.
    public var identifiers: [ClaimIdentifier] = []

    public init() {}
}

/// The payer of other insurance.
///
/// Source: 2330B.
public struct OtherPayer: Sendable, Hashable {
    /// NM103.
    public var name: Text?
    /// NM108 and NM109.
    public var identifier: Qualified<Text>?
    /// N3 and N4.
    public var address: PostalAddress?
    /// DTP*573.
    public var adjudicationDate: Sent<CalendarDate>?
    /// REF*F8: the claim's number at this payer.
    public var claimControlNumber: Text?
    /// REF*G1.
    public var priorAuthorization: Text?
    /// REF*9F.
    public var referralNumber: Text?
    /// REF*T4.
    public var hasAdjustedClaim: Bool?
    /// REF, all others.
    public var identifiers: [ClaimIdentifier] = []

    public init() {}
}
