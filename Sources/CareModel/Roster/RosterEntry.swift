/// One row of a roster of MassHealth, its plans or Community Partners.
///
/// Each layout fills a part of it; `turnpike layout NAME` says which column is what. What a roster has
/// beyond that is in `other`.
public struct RosterEntry: Sendable, Hashable {
    /// The layout by which it was read: `cp-assignment`.
    public var layout: String
    /// `Medicaid_ID`; 12 digits where it is MassHealth's.
    public var memberID: MemberID?
    /// Who it is about.
    public var member = RosterMember()
    /// The plan.
    public var plan: RosterPlan?
    /// The ACO, or the MCO where the layout has them in the same columns.
    public var aco: RosterOrganization?
    /// The MCO.
    public var mco: RosterOrganization?
    /// The Community Partner.
    public var communityPartner: RosterPartner?
    /// Enrollment with the Community Partner.
    public var enrollment: RosterEnrollment?
    /// Enrollment with the plan.
    public var span: RosterSpan?
    /// Primary care.
    public var primaryCare: RosterPrimaryCare?
    /// What is known by yes or no.
    public var flags: RosterFlags?
    /// What was done to reach the member.
    public var outreach: RosterOutreach?
    /// Whom the member trusts.
    public var keyContact: RosterContact?
    /// Who coordinates the member's care.
    public var careCoordinator: RosterContact?
    /// Diagnoses.
    public var diagnoses: RosterDiagnoses?
    /// Numbers and last days.
    public var statistics: RosterStatistics?
    /// A visit.
    public var visit: RosterVisit?
    /// A payment.
    public var payment: RosterPayment?
    /// Flexible Services.
    public var services: RosterServices?
    /// What the row says of itself.
    public var row: RosterRow?
    /// Of a summary of a roster, its counts.
    public var receipt: RosterReceipt?
    /// Values that no field above holds, with the names of their columns.
    public var other: [OtherValue] = []

    /// With nothing in it but its layout.
    public init(layout: String) { self.layout = layout }
}
