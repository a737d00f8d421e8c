/// A number and who gives it.
public struct ReferralIdentifier: Sendable, Hashable {
    /// As a URI; numbers of C-CDA as `urn:oid:`.
    public var system: Text?
    public var value: Text?
    public var type: Text?
    public var use: Text?
    public var assigner: Text?

    public init() {}
}

/// What a code of a list, or words, mean.
public struct ReferralConcept: Sendable, Hashable {
    public var code: Text?
    /// The list as FHIR names it: `http://snomed.info/sct`, `urn:oid:…`.
    public var system: Text?
    public var display: Text?
    public var text: Text?
    public var translations: [ReferralCoding] = []

    public init() {}
}

/// The same by another list.
public struct ReferralCoding: Sendable, Hashable {
    public var code: Text?
    public var system: Text?
    public var display: Text?

    public init() {}
}

/// A health-related social need.
public struct ReferralNeed: Sendable, Hashable {
    /// Of the Gravity project: `food-insecurity`, `housing-instability`.
    public var category: Text?
    public var code: Text?
    public var system: Text?
    public var display: Text?
    public var text: Text?
    public var translations: [ReferralCoding] = []
    /// Whether the member is said not to have it.
    public var negated: Bool?
    public var status: Text?
    public var verification: Text?
    public var begin: Sent<CalendarDate>?
    public var beginTime: Text?
    public var end: Sent<CalendarDate>?
    public var endTime: Text?
    public var recorded: Sent<CalendarDate>?
    public var recordedTime: Text?
    public var note: Text?

    public init() {}
}

/// So much of something.
public struct ReferralQuantity: Sendable, Hashable {
    public var comparator: Text?
    public var value: Text?
    public var unit: Text?

    public init() {}
}
