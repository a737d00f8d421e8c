/// A problem, medication, allergy, goal, observation or plan.
public struct ReferralStatement: Sendable, Hashable {
    public var identifier: ReferralIdentifier?
    public var kind: Text?
    public var categories: [ReferralConcept] = []
    public var code: Text?
    public var system: Text?
    public var display: Text?
    public var text: Text?
    public var translations: [ReferralCoding] = []
    /// Whether it is said not to be so.
    public var negated: Bool?
    public var status: Text?
    public var verification: Text?
    public var severity: Text?
    public var begin: Sent<CalendarDate>?
    public var beginTime: Text?
    public var end: Sent<CalendarDate>?
    public var endTime: Text?
    public var recorded: Sent<CalendarDate>?
    public var recordedTime: Text?
    public var value: ReferralConcept?
    public var quantity: ReferralQuantity?
    public var valueText: Text?
    public var reactions: [ReferralConcept] = []
    public var dosage: Text?
    public var reason: ReferralConcept?
    public var note: Text?
    /// Statements that it consists of.
    public var members: [ReferralStatement] = []

    public init() {}
}

/// A document within or beside a referral: noted, not expanded.
public struct ReferralAttachment: Sendable, Hashable {
    public var identifier: ReferralIdentifier?
    public var type: ReferralConcept?
    public var title: Text?
    public var mediaType: Text?
    public var encoding: Text?
    /// Of what stands in the input.
    public var bytes: Int?
    public var reference: Text?
    public var created: Sent<CalendarDate>?

    public init() {}
}

/// A section of the narrative.
public struct ReferralSection: Sendable, Hashable {
    public var code: Text?
    public var system: Text?
    public var display: Text?
    public var title: Text?
    public var templates: [Text] = []
    /// Its words without markup; lines stay lines.
    public var text: Text?
    /// Entries beside the words that no field holds.
    public var entries: Int?

    public init() {}
}
