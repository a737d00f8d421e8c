// What only some rosters say: visits, payments, services, counts.

/// Numbers and last days of a member's care.
public struct RosterStatistics: Sendable, Hashable {
    /// Visits to an emergency department.
    public var edVisits: Sent<Money>?
    /// Risk score.
    public var riskScore: Sent<Money>?
    /// Risk score, normalized.
    public var normalizedRiskScore: Sent<Money>?
    /// DxCG risk score.
    public var dxcgRiskScore: Sent<Money>?
    /// Neighborhood stress score.
    public var neighborhoodStress: Sent<Money>?
    /// Last office visit.
    public var lastOfficeVisit: Sent<CalendarDate>?
    /// Last visit to an emergency department.
    public var lastEDVisit: Sent<CalendarDate>?
    /// Last inpatient stay.
    public var lastIPVisit: Sent<CalendarDate>?
    /// Last qualifying activity.
    public var lastQualifyingActivity: Sent<CalendarDate>?
    /// Its procedure code.
    public var qualifyingCode: Text?

    /// With nothing in it.
    public init() {}
}

/// A visit to an emergency department or an inpatient stay.
public struct RosterVisit: Sendable, Hashable {
    /// Record number.
    public var recordNumber: Text?
    /// Admission.
    public var admitted: Sent<CalendarDate>?
    /// Discharge.
    public var discharged: Sent<CalendarDate>?
    /// Where the patient went.
    public var disposition: Text?
    /// Major class of the encounter.
    public var majorClass: Text?
    /// Type of the visit.
    public var type: Text?
    /// Facility.
    public var facility: Text?
    /// Chief complaint.
    public var complaint: Text?
    /// Diagnoses.
    public var diagnoses: Text?
    /// Attending physician.
    public var attending: Text?

    /// With nothing in it.
    public init() {}
}

/// A payment to a Community Partner.
public struct RosterPayment: Sendable, Hashable {
    /// Month in which it was issued.
    public var month: Text?
    /// Date of service that is paid.
    public var dateOfService: Text?
    /// Internal control number of the claim.
    public var icn: Text?
    /// Adjustment.
    public var adjustment: Sent<Money>?
    /// Amount paid.
    public var amount: Sent<Money>?
    /// Date of payment.
    public var date: Sent<CalendarDate>?

    /// With nothing in it.
    public init() {}
}

/// What Flexible Services were given, and to whom, as the sender words it.
public struct RosterServices: Sendable, Hashable {
    /// Delivery entities, commas between them.
    public var delivery: Text?
    /// Whether transportation was provided.
    public var transportation: Text?
    /// Gender.
    public var gender: Text?
    /// Gender, in words.
    public var genderDetail: Text?
    /// Orientation.
    public var orientation: Text?
    /// Orientation, in words.
    public var orientationDetail: Text?
    /// Race.
    public var race: Text?
    /// Race, in words.
    public var raceDetail: Text?
    /// Language, in words.
    public var languageDetail: Text?
    /// Education.
    public var education: Text?
    /// Education, in words.
    public var educationDetail: Text?
    /// Employment.
    public var employment: Text?
    /// Health needs, a list.
    public var healthNeeds: Text?
    /// Risk factors, a list.
    public var riskFactors: Text?

    /// With nothing in it.
    public init() {}
}

/// What a row says of itself.
public struct RosterRow: Sendable, Hashable {
    /// Status of the row.
    public var status: Code?
    /// When the row was changed.
    public var updated: Sent<CalendarDate>?
    /// When the file was written.
    public var exported: Sent<CalendarDate>?

    /// With nothing in it.
    public init() {}
}

/// The counts of a roster, as sent and as received.
public struct RosterReceipt: Sendable, Hashable {
    /// Who sent the file.
    public var sender: Text?
    /// Rows, as sent.
    public var sentRows: Sent<Money>?
    /// Columns, as sent.
    public var sentColumns: Sent<Money>?
    /// When it was sent.
    public var sentTime: Text?
    /// Who received the file.
    public var receiver: Text?
    /// Rows, as received.
    public var receivedRows: Sent<Money>?
    /// Columns, as received.
    public var receivedColumns: Sent<Money>?
    /// When it was received.
    public var receivedTime: Text?

    /// With nothing in it.
    public init() {}
}
