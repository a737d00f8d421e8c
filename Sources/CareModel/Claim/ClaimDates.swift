/// When what a claim is about happened, and how a stay began and ended.
///
/// Source: 2300/DTP and CL1.
public struct ClaimDates: Sendable, Hashable {
    /// 434, of an institutional claim.
    public var statementPeriod = Period()
    /// 472, of a dental claim: of a day alone both are that day.
    public var service = Period()
    /// 435: of the stay, or of the one that a professional claim is related to.
    public var admissionDate: Sent<CalendarDate>?
    /// 435 of a date and time: HHMM.
    public var admissionTime: Text?
    /// CL101.
    public var admissionType: Code?
    /// CL102.
    public var admissionSource: Code?
    /// 096, of a professional claim.
    public var dischargeDate: Sent<CalendarDate>?
    /// 096, of an institutional claim: HHMM.
    public var dischargeTime: Text?
    /// CL103.
    public var patientStatus: Code?
    /// 439.
    public var accidentDate: Sent<CalendarDate>?
    /// 431.
    public var onsetDate: Sent<CalendarDate>?
    /// 454.
    public var initialTreatmentDate: Sent<CalendarDate>?
    /// 304.
    public var lastSeenDate: Sent<CalendarDate>?
    /// 453.
    public var acuteManifestationDate: Sent<CalendarDate>?
    /// 484.
    public var lastMenstrualPeriodDate: Sent<CalendarDate>?
    /// 455.
    public var lastXRayDate: Sent<CalendarDate>?
    /// 471.
    public var prescriptionDate: Sent<CalendarDate>?
    /// 314, or 360 and 361.
    public var disability = Period()
    /// 297.
    public var lastWorkedDate: Sent<CalendarDate>?
    /// 296.
    public var returnToWorkDate: Sent<CalendarDate>?
    /// 090.
    public var assumedCareDate: Sent<CalendarDate>?
    /// 091.
    public var relinquishedCareDate: Sent<CalendarDate>?
    /// 444.
    public var firstContactDate: Sent<CalendarDate>?
    /// 050.
    public var repricerReceivedDate: Sent<CalendarDate>?
    /// 452.
    public var appliancePlacementDate: Sent<CalendarDate>?
    /// All others.
    public var other: [ClaimDate] = []

    public init() {}
}
