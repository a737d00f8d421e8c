/// The numbers by which others know a claim, and what it was permitted by.
///
/// Source: 2300/REF.
public struct ClaimReferences: Sendable, Hashable {
    /// F8: the payer's number of the claim that this one replaces, voids or follows.
    public var payerControlNumber: Text?
    /// G1.
    public var priorAuthorization: Text?
    /// 9F.
    public var referralNumber: Text?
    /// G3: of benefits determined before.
    public var predetermination: Text?
    /// EA.
    public var medicalRecordNumber: Text?
    /// X4: the laboratory's certificate.
    public var cliaNumber: Text?
    /// EW.
    public var mammographyCertification: Text?
    /// 4N.
    public var serviceAuthorizationException: Code?
    /// F5: that Medicare passed the claim on (section 4081).
    public var isMedicareCrossover: Bool?
    /// LX.
    public var investigationalDevices: [Text] = []
    /// 9A.
    public var repricedClaimNumber: Text?
    /// 9C.
    public var adjustedRepricedClaimNumber: Text?
    /// D9: given by a clearinghouse on the way.
    public var clearinghouseTraceNumber: Text?
    /// P4.
    public var demonstrationProject: Text?
    /// 1J: the facility whose patient's plan of care is overseen.
    public var carePlanOversight: Text?
    /// G4.
    public var peerReviewApproval: Text?
    /// All others.
    public var other: [ClaimIdentifier] = []

    public init() {}
}
