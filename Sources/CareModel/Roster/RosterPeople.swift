// Who a roster names: members, organizations, those who care.

/// Who a row of a roster is about, but for the id.
public struct RosterMember: Sendable, Hashable {
    /// Name.
    public var name = PersonName()
    /// Date of birth.
    public var birthDate: Sent<CalendarDate>?
    /// Sex.
    public var sex: Code?
    /// Race, as the sender words it.
    public var race: Text?
    /// Language spoken, as the sender words it.
    public var spokenLanguage: Text?
    /// Language written, as the sender words it.
    public var writtenLanguage: Text?
    /// E-mail.
    public var email: Text?
    /// Telephone.
    public var phone: Text?
    /// Cell phone.
    public var cellPhone: Text?
    /// Telephone by day.
    public var dayPhone: Text?
    /// Telephone by night.
    public var nightPhone: Text?
    /// Head of household.
    public var headOfHousehold: Text?
    /// Where the member lives.
    public var residence: PostalAddress?
    /// Where mail goes.
    public var mailing: PostalAddress?

    /// With nothing in it.
    public init() {}
}

/// The plan of a roster's row.
public struct RosterPlan: Sendable, Hashable {
    /// Assignment plan.
    public var assignment: Code?
    /// Member id of the health plan.
    public var healthPlanID: Text?

    /// With nothing in it.
    public init() {}
}

/// An ACO or MCO that a roster names.
public struct RosterOrganization: Sendable, Hashable {
    /// Name of the ACO or MCO.
    public var name: Text?
    /// Provider id of the ACO or MCO.
    public var providerID: Text?
    /// Provider id and service location of the ACO or MCO.
    public var pidsl: Text?

    /// With nothing in it.
    public init() {}
}

/// The Community Partner that a roster names.
public struct RosterPartner: Sendable, Hashable {
    /// Name of the Community Partner as enrolled.
    public var name: Text?
    /// Name of the Community Partner in DSRIP.
    public var dsripName: Text?
    /// Provider id of the Community Partner.
    public var providerID: Text?
    /// Provider id and service location of the Community Partner.
    public var pidsl: Text?
    /// Provider type of the Community Partner.
    public var providerType: Text?
    /// Plan type of the Community Partner.
    public var planType: Text?

    /// With nothing in it.
    public init() {}
}

/// The primary care provider that a roster names.
public struct RosterPrimaryCare: Sendable, Hashable {
    /// Name.
    public var name = PersonName()
    /// Name of the practice.
    public var practice: Text?
    /// NPI.
    public var npi: Text?
    /// Provider id and service location.
    public var pidsl: Text?
    /// Tax id.
    public var taxID: Text?
    /// Address.
    public var address: PostalAddress?
    /// Telephone.
    public var phone: Text?

    /// With nothing in it.
    public init() {}
}

/// A person to turn to.
public struct RosterContact: Sendable, Hashable {
    /// Name.
    public var name = PersonName()
    /// Key contact, telephone.
    public var phone: Text?
    /// Key contact, e-mail.
    public var email: Text?

    /// With nothing in it.
    public init() {}
}

/// Diagnoses of a member, as the sender words them.
public struct RosterDiagnoses: Sendable, Hashable {
    /// Primary diagnosis.
    public var primary: Text?
    /// Secondary diagnosis.
    public var secondary: Text?

    /// With nothing in it.
    public init() {}
}
