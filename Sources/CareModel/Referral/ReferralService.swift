/// One service that is asked for.
public struct ReferralService: Sendable, Hashable {
    public var category: Text?
    public var code: Text?
    public var system: Text?
    public var display: Text?
    public var text: Text?
    public var translations: [ReferralCoding] = []
    public var status: Text?
    public var quantity: ReferralQuantity?
    public var period: ReferralPeriod?
    public var goals: [Text] = []
    public var steps: [Text] = []
    /// Who is to deliver it.
    public var provider: Text?
    public var note: Text?

    public init() {}
}

/// What makes the member eligible for flexible services.
public struct ReferralCriteria: Sendable, Hashable {
    public var healthNeeds: [ReferralCriterion] = []
    public var riskFactors: [ReferralCriterion] = []
    /// What the member receives already: SNAP, WIC.
    public var benefits: [ReferralCriterion] = []

    public init() {}
}

/// One criterion, and when it was found.
public struct ReferralCriterion: Sendable, Hashable {
    public var code: Text?
    public var detail: Text?
    public var date: Sent<CalendarDate>?

    public init() {}
}

/// What the member agrees to.
public struct ReferralConsent: Sendable, Hashable {
    public var status: Text?
    /// `permit` or `deny`.
    public var decision: Text?
    /// Whether somebody, some data or a purpose is named that it is about, or exempt from it.
    public var partial: Bool?
    public var scope: ReferralConcept?
    public var categories: [ReferralConcept] = []
    public var date: Sent<CalendarDate>?
    public var time: Text?
    /// Who gave it.
    public var by: Text?
    public var period: ReferralPeriod?
    public var policy: Text?
    public var note: Text?

    public init() {}
}
