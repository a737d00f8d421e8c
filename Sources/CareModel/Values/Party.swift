/// The name of a person or, in `last` alone, of an organization.
public struct PersonName: Sendable, Hashable {
    public var last: Text?
    public var first: Text?
    public var middle: Text?
    public var prefix: Text?
    public var suffix: Text?

    public init() {}

    public var isEmpty: Bool {
        last == nil && first == nil && middle == nil && prefix == nil && suffix == nil
    }
}

/// A postal address; `county` is the state's county number where the sender gives one.
public struct PostalAddress: Sendable, Hashable {
    public var lines: [Text] = []
    public var city: Text?
    public var state: Text?
    public var postalCode: Text?
    /// The last four digits of a ZIP code, where a roster has them in a column of their own.
    public var plusFour: Text?
    public var country: Text?
    public var subdivision: Text?
    /// N405 `CY`.
    public var county: Text?
    /// N405 other than `CY`, with N406.
    public var location: Qualified<Text>?

    public init() {}

    public var isEmpty: Bool { self == PostalAddress() }
}

/// A telephone number, mail address or other way to reach somebody.
public struct ContactInformation: Sendable, Hashable {
    /// PER02.
    public var name: Text?
    /// PER03 to PER08, in the order sent.
    public var numbers: [Qualified<Text>] = []

    public init() {}
}

/// A person or organization in a role: employer, school, custodial parent, provider, other payer.
public struct Party: Sendable, Hashable {
    /// NM101.
    public var role: Code?
    /// NM102: a person or not.
    public var kind: Code?
    public var name = PersonName()
    /// NM108 and NM109.
    public var identifier: Qualified<Text>?
    /// NM110.
    public var relationship: Code?
    public var contacts: [ContactInformation] = []
    public var address: PostalAddress?

    public init() {}

    /// Whether NM102 is 2 and `name` holds nothing but the organization's.
    public var isOrganization: Bool {
        kind?.value.key == 0x32 && name.first == nil && name.middle == nil && name.prefix == nil
            && name.suffix == nil
    }
}
