/// The document or resource that a referral was read from.
public struct ReferralDocument: Sendable, Hashable {
    /// `c-cda`, `fhir`, `turnpike`.
    public var format: Text?
    public var type: ReferralConcept?
    public var title: Text?
    public var identifier: ReferralIdentifier?
    /// What all versions of it have in common.
    public var set: ReferralIdentifier?
    public var version: Text?
    /// Templates and profiles that it says it keeps.
    public var templates: [Text] = []
    public var status: Text?
    public var confidentiality: Text?
    public var language: Text?
    public var created: Sent<CalendarDate>?
    public var createdTime: Text?
    public var replaces: [ReferralIdentifier] = []

    public init() {}
}

/// A status and since when.
public struct ReferralStatus: Sendable, Hashable {
    public var status: Text?
    public var date: Sent<CalendarDate>?
    public var time: Text?
    public var reason: ReferralConcept?
    /// Who set it.
    public var by: Text?
    public var note: Text?

    public init() {}
}

/// A span of time; a moment begins and ends at once.
public struct ReferralPeriod: Sendable, Hashable {
    public var begin: Sent<CalendarDate>?
    public var beginTime: Text?
    public var end: Sent<CalendarDate>?
    public var endTime: Text?

    public init() {}
}

/// Words of somebody.
public struct ReferralNote: Sendable, Hashable {
    public var text: Text?
    public var author: Text?
    public var date: Sent<CalendarDate>?
    public var time: Text?

    public init() {}
}
