/// What the header of a transaction set says of all its claims.
///
/// Source: BHT, and the envelope's GS and ISA.
public struct ClaimTransaction: Sendable, Hashable {
    /// GS02, else ISA06.
    public var sender: Text?
    /// GS03, else ISA08.
    public var receiver: Text?
    /// ISA15: whether it is test data.
    public var usage: Code?
    /// BHT02.
    public var purpose: Code?
    /// BHT03.
    public var reference: Text?
    /// BHT04.
    public var date: Sent<CalendarDate>?
    /// BHT05.
    public var time: Text?
    /// BHT06: claims that are to be paid, or encounters that are only reported.
    public var type: Code?

    public init() {}
}

/// What claims share with others: who sends them, who is paid, and whose insurance pays.
///
/// Source: 1000A, 1000B, 2000A, 2000B, 2000C and the loops in them.
public struct ClaimContext: Sendable, Hashable {
    /// 1000A.
    @Indirect public var submitter: ClaimProvider?
    /// 1000B.
    @Indirect public var receiver: ClaimProvider?
    /// 2010AA, and PRV of 2000A.
    @Indirect public var billingProvider: ClaimProvider?
    /// 2010AB.
    @Indirect public var payToAddress: ClaimProvider?
    /// 2010AC.
    @Indirect public var payToPlan: ClaimProvider?
    /// CUR02: the currency of all amounts, where it is not the US dollar.
    public var currency: Text?
    /// 2000B and 2010BA.
    @Indirect public var subscriber: ClaimSubscriber?
    /// 2010BB.
    @Indirect public var payer: ClaimPayer?
    /// 2000C and 2010CA; `nil` where the subscriber is the patient.
    @Indirect public var patient: ClaimPerson?
    /// BHT and the envelope.
    public var transaction = ClaimTransaction()
    /// 2010BA/NM109 where NM108 is MI.
    public var memberID: MemberID?
    /// Of the patient to the subscriber: PAT01 of 2000C, else SBR02.
    public var relationship: Code?
    /// Values of header and levels that no field holds.
    public var other: [OtherValue] = []

    public init() {}
}

/// Who is insured, and how.
///
/// Source: SBR and PAT of 2000B, and 2010BA.
public struct ClaimSubscriber: Sendable, Hashable {
    /// SBR01.
    public var payerResponsibility: Code?
    /// SBR03.
    public var groupNumber: Text?
    /// SBR04.
    public var groupName: Text?
    /// SBR05.
    public var insuranceType: Code?
    /// SBR09.
    public var claimFilingIndicator: Code?
    public var person = ClaimPerson()

    public init() {}
}

/// A subscriber or patient; a subscriber may be an organization.
///
/// Source: 2010BA or 2010CA, and PAT of the level.
public struct ClaimPerson: Sendable, Hashable {
    /// NM102.
    public var kind: Code?
    /// NM103 to NM107; an organization's name is `last` alone.
    public var name = PersonName()
    /// NM108 and NM109, but for the member id.
    public var identifier: Qualified<Text>?
    /// REF*SY.
    public var socialSecurityNumber: Text?
    /// DMG02.
    public var birthDate: Sent<CalendarDate>?
    /// DMG03.
    public var sex: Code?
    /// PAT06.
    public var deathDate: Sent<CalendarDate>?
    /// PAT08, in pounds.
    public var weight: Text?
    /// PAT09.
    public var isPregnant: Bool?
    /// REF*Y4.
    public var propertyCasualtyClaimNumber: Text?
    /// PER.
    public var contacts: [ContactInformation] = []
    /// N3 and N4.
    public var address: PostalAddress?
    /// REF, all others.
    public var identifiers: [ClaimIdentifier] = []

    public init() {}
}

/// Who is to pay the claim.
///
/// Source: 2010BB.
public struct ClaimPayer: Sendable, Hashable {
    public var party = ClaimProvider()
    /// REF*G2 and LU: what the payer calls the billing provider.
    public var billingProviderIdentifiers: [ClaimIdentifier] = []

    public init() {}
}
