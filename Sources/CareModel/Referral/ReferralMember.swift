/// The member, and how to reach them.
public struct ReferralMember: Sendable, Hashable {
    public var identifiers: [ReferralIdentifier] = []
    public var name: PersonName = PersonName()
    public var otherNames: [PersonName] = []
    public var birthDate: Sent<CalendarDate>?
    public var birthTime: Text?
    public var deathDate: Sent<CalendarDate>?
    public var deathTime: Text?
    /// F, M or U as in X12 where it is one of these, else as sent.
    public var sex: Code?
    /// Gender identity in the sender's words.
    public var gender: Text?
    public var maritalStatus: ReferralConcept?
    public var races: [ReferralConcept] = []
    public var ethnicities: [ReferralConcept] = []
    public var religion: ReferralConcept?
    public var languages: [ReferralLanguage] = []
    public var telecoms: [ReferralTelecom] = []
    public var addresses: [ReferralAddress] = []
    /// Guardians and others to turn to.
    public var contacts: [ReferralContact] = []

    public init() {}
}

/// A language, and whether it is the one to speak.
public struct ReferralLanguage: Sendable, Hashable {
    public var code: Text?
    /// What it is called.
    public var text: Text?
    public var preferred: Bool?

    public init() {}
}

/// Somebody to turn to about the member.
public struct ReferralContact: Sendable, Hashable {
    /// `guardian`, `caregiver`, `emergency`, `callback`.
    public var role: Text?
    public var relationship: ReferralConcept?
    public var name: PersonName = PersonName()
    public var organization: Text?
    public var telecoms: [ReferralTelecom] = []
    public var addresses: [ReferralAddress] = []

    public init() {}
}

/// What pays.
public struct ReferralCoverage: Sendable, Hashable {
    public var type: ReferralConcept?
    public var status: Text?
    public var order: Text?
    public var payer: Text?
    public var payerIdentifiers: [ReferralIdentifier] = []
    public var identifiers: [ReferralIdentifier] = []
    public var subscriberId: Text?
    public var relationship: ReferralConcept?
    public var group: Text?
    public var plan: Text?
    public var begin: Sent<CalendarDate>?
    public var end: Sent<CalendarDate>?

    public init() {}
}
