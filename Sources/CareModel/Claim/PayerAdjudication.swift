/// What another payer decided on an inpatient claim; days are numbers, all else but remarks amounts.
///
/// Source: MIA.
public struct InpatientAdjudication: Sendable, Hashable {
    /// MIA01.
    public var coveredDays: Sent<Money>?
    /// MIA03.
    public var lifetimePsychiatricDays: Sent<Money>?
    /// MIA04.
    public var drgAmount: Sent<Money>?
    /// MIA05 and MIA20 to MIA23: remittance advice remark codes.
    public var remarks: [Text] = []
    /// MIA06.
    public var disproportionateShareAmount: Sent<Money>?
    /// MIA07.
    public var passThroughAmount: Sent<Money>?
    /// MIA08.
    public var capitalAmount: Sent<Money>?
    /// MIA09.
    public var capitalFederalDRGAmount: Sent<Money>?
    /// MIA10.
    public var capitalHospitalDRGAmount: Sent<Money>?
    /// MIA11.
    public var capitalDisproportionateShareAmount: Sent<Money>?
    /// MIA12.
    public var oldCapitalAmount: Sent<Money>?
    /// MIA13.
    public var capitalTeachingAmount: Sent<Money>?
    /// MIA14.
    public var operatingHospitalDRGAmount: Sent<Money>?
    /// MIA15.
    public var costReportDays: Sent<Money>?
    /// MIA16.
    public var operatingFederalDRGAmount: Sent<Money>?
    /// MIA17.
    public var capitalOutlierAmount: Sent<Money>?
    /// MIA18.
    public var indirectTeachingAmount: Sent<Money>?
    /// MIA19.
    public var nonPayableProfessionalAmount: Sent<Money>?
    /// MIA24.
    public var capitalExceptionAmount: Sent<Money>?

    public init() {}
}

/// What another payer decided on an outpatient or professional claim.
///
/// Source: MOA.
public struct OutpatientAdjudication: Sendable, Hashable {
    /// MOA01.
    public var reimbursementRate: Sent<Money>?
    /// MOA02.
    public var payableAmount: Sent<Money>?
    /// MOA03 to MOA07: remittance advice remark codes.
    public var remarks: [Text] = []
    /// MOA08: the payment for end stage renal disease.
    public var renalDiseaseAmount: Sent<Money>?
    /// MOA09.
    public var nonPayableProfessionalAmount: Sent<Money>?

    public init() {}
}
