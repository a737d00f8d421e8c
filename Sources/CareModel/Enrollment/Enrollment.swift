/// What one 834 member loop says of one member: identity, coverage, and what changes.
///
/// Source: 005010X220A1 loop 2000 and the loops in it.
public struct Enrollment: Sendable, Hashable {
    /// 2000/REF*0F: the subscriber's number, for dependents too.
    public var memberID: MemberID?
    /// INS01: whether the member is the subscriber.
    public var isSubscriber: Bool?
    /// INS02.
    public var relationship: Code?
    /// INS03.
    public var maintenanceType: Code?
    /// INS04.
    public var maintenanceReason: Code?
    /// INS05.
    public var benefitStatus: Code?
    /// INS06-1 and INS06-2.
    public var medicarePlan: Code?
    public var medicareEligibilityReason: Code?
    /// INS07.
    public var cobraEvent: Code?
    /// INS08.
    public var employmentStatus: Code?
    /// INS09.
    public var studentStatus: Code?
    /// INS10.
    public var hasDisability: Bool?
    /// INS12.
    public var deathDate: Sent<CalendarDate>?
    /// INS13.
    public var confidentiality: Code?
    /// INS17: order among births at once.
    public var birthSequence: Text?
    /// 2000/REF*1L.
    public var policyNumber: Text?
    /// 2000/REF, all others.
    public var identifiers: [Qualified<Text>] = []
    /// 2000/DTP*356 and *357.
    public var eligibility = Period()
    /// 2000/DTP, all others.
    public var dates: [QualifiedDate] = []
    /// 2100A.
    public var member = Member()
    /// 2100B.
    @Indirect public var priorIdentity: PriorIdentity?
    /// 2100C.
    @Indirect public var mailingAddress: PostalAddress?
    /// 2100D.
    public var employers: [Party] = []
    /// 2100E.
    public var schools: [Party] = []
    /// 2100F.
    public var custodialParents: [Party] = []
    /// 2100G.
    public var responsiblePersons: [Party] = []
    /// 2100H.
    @Indirect public var dropOffLocation: Party?
    /// 2200.
    public var disabilities: [Disability] = []
    /// 2300.
    public var coverages: [HealthCoverage] = []
    /// 2710.
    public var reportingCategories: [ReportingCategory] = []
    /// Values of the input that no field above holds.
    public var other: [OtherValue] = []

    public init() {}
}

/// Who the member is and how to reach them.
///
/// Source: 2100A.
public struct Member: Sendable, Hashable {
    /// NM101 is 74: the name corrects an earlier one.
    public var isCorrected = false
    public var name = PersonName()
    /// NM109 where NM108 is 34.
    public var socialSecurityNumber: Text?
    /// NM108 and NM109 otherwise.
    public var identifier: Qualified<Text>?
    public var contacts: [ContactInformation] = []
    public var residence: PostalAddress?
    public var demographics = Demographics()
    /// EC: class, class, class, each as sent.
    public var employmentClasses: [Code] = []
    @Indirect public var income: Income?
    /// AMT.
    public var amounts: [Qualified<Sent<Money>>] = []
    @Indirect public var health: HealthInformation?
    public var languages: [Language] = []

    public init() {}
}

/// What was known of the member before the correction.
///
/// Source: 2100B.
public struct PriorIdentity: Sendable, Hashable {
    public var name = PersonName()
    public var socialSecurityNumber: Text?
    public var identifier: Qualified<Text>?
    public var demographics: Demographics?

    public init() {}
}
