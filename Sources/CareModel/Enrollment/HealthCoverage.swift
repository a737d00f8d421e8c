/// One coverage of the member: line, plan, level, days, providers, other insurance.
///
/// Source: 2300.
public struct HealthCoverage: Sendable, Hashable {
    /// HD01.
    public var maintenanceType: Code?
    /// HD03.
    public var insuranceLine: Code?
    /// HD04: the plan; MassHealth's assignment plan.
    public var plan: Text?
    /// HD05.
    public var level: Code?
    /// HD09.
    public var isLateEnrollment: Bool?
    /// DTP*348 and *349.
    public var period = Period()
    /// DTP, all others.
    public var dates: [QualifiedDate] = []
    /// AMT.
    public var amounts: [Qualified<Sent<Money>>] = []
    /// REF, all but QQ.
    public var identifiers: [Qualified<Text>] = []
    /// REF*QQ.
    public var priorCoverageMonths: Text?
    /// IDC.
    public var identificationCards: [IdentificationCard] = []
    /// 2310.
    public var providers: [CoverageProvider] = []
    /// 2320.
    public var coordination: [CoordinationOfBenefits] = []

    public init() {}
}

/// A card to be issued.
///
/// Source: IDC.
public struct IdentificationCard: Sendable, Hashable {
    /// IDC01.
    public var planDescription: Text?
    /// IDC02.
    public var type: Code?
    /// IDC03.
    public var count: Text?
    /// IDC04.
    public var action: Code?

    public init() {}
}

/// A provider of the coverage: primary care and others.
///
/// Source: 2310.
public struct CoverageProvider: Sendable, Hashable {
    /// LX01.
    public var number: Text?
    /// NM1, N3, N4, PER.
    public var party = Party()
    /// PLA: why and from when the provider changed.
    public var change: ProviderChange?

    public init() {}
}

/// Source: PLA.
public struct ProviderChange: Sendable, Hashable {
    /// PLA01.
    public var action: Code?
    /// PLA02.
    public var entity: Code?
    /// PLA03.
    public var date: Sent<CalendarDate>?
    /// PLA05.
    public var reason: Code?

    public init() {}
}

/// Other insurance of the member.
///
/// Source: 2320.
public struct CoordinationOfBenefits: Sendable, Hashable {
    /// COB01.
    public var payerResponsibility: Code?
    /// COB02.
    public var policyNumber: Text?
    /// COB03.
    public var status: Code?
    /// COB04, each repetition.
    public var serviceTypes: [Code] = []
    /// REF.
    public var identifiers: [Qualified<Text>] = []
    /// DTP*344 and *345.
    public var period = Period()
    /// 2330.
    public var entities: [Party] = []

    public init() {}
}

/// A reporting category and its value: MassHealth's programs, for one.
///
/// Source: 2710 and 2750.
public struct ReportingCategory: Sendable, Hashable {
    /// LX01.
    public var number: Text?
    /// N102.
    public var name: Text?
    /// REF.
    public var identifier: Qualified<Text>?
    /// DTP*007.
    public var date: QualifiedDate?

    public init() {}
}
