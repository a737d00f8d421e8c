/// A person, an organization or both in a part they have.
public struct ReferralParty: Sendable, Hashable {
    public var role: Text?
    public var function: ReferralConcept?
    public var date: Sent<CalendarDate>?
    public var time: Text?
    public var organization: ReferralOrganization?
    public var practitioner: ReferralPractitioner?

    public init() {}
}

/// An organization.
public struct ReferralOrganization: Sendable, Hashable {
    public var name: Text?
    /// MassHealth's provider id and service location.
    public var pidsl: Sent<PIDSL>?
    public var npi: Sent<NPI>?
    public var identifiers: [ReferralIdentifier] = []
    public var types: [ReferralConcept] = []
    public var telecoms: [ReferralTelecom] = []
    public var addresses: [ReferralAddress] = []

    public init() {}
}

/// A person: one who is part of an organization, or the member, or somebody close to them.
public struct ReferralPractitioner: Sendable, Hashable {
    /// `member` or `related-person`; nothing of all others.
    public var kind: Text?
    public var name: PersonName = PersonName()
    public var npi: Sent<NPI>?
    public var identifiers: [ReferralIdentifier] = []
    public var specialties: [ReferralConcept] = []
    public var telecoms: [ReferralTelecom] = []
    public var addresses: [ReferralAddress] = []

    public init() {}
}

/// A telephone number, mail address or other way to reach somebody.
public struct ReferralTelecom: Sendable, Hashable {
    /// `phone`, `email`, `fax`, `url`, `sms`.
    public var system: Text?
    /// `home`, `work`, `mobile`.
    public var use: Text?
    public var value: Text?

    public init() {}
}

/// A postal address and what it is for.
public struct ReferralAddress: Sendable, Hashable {
    public var use: Text?
    public var address: PostalAddress = PostalAddress()
    public var text: Text?

    public init() {}
}
