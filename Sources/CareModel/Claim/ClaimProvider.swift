/// Whoever stands in a claim in a role: a provider, a place of service, a submitter, a payer.
///
/// Source: NM1 with the PRV, N3, N4, REF and PER that follow it.
public struct ClaimProvider: Sendable, Hashable {
    /// NM101.
    public var role: Code?
    /// NM102: a person or not.
    public var kind: Code?
    /// NM103 to NM107; an organization's name is `last` alone.
    public var name = PersonName()
    /// NM109 where NM108 is XX; as sent, so that it may be no `NPI`.
    public var npi: Text?
    /// NM108 and NM109 otherwise.
    public var identifier: Qualified<Text>?
    /// PRV03.
    public var taxonomy: Text?
    /// PER.
    public var contacts: [ContactInformation] = []
    /// N3 and N4.
    public var address: PostalAddress?
    /// REF.
    public var identifiers: [ClaimIdentifier] = []

    public init() {}

    /// Whether NM102 is 2 and `name` holds nothing but the organization's.
    public var isOrganization: Bool {
        kind?.value.key == 0x32 && name.first == nil && name.middle == nil && name.prefix == nil
            && name.suffix == nil
    }
}

/// An identifier whose meaning a code names: REF.
public struct ClaimIdentifier: Sendable, Hashable {
    /// REF01.
    public var qualifier: Code
    /// REF02.
    public var value: Text
    /// REF04-2: the payer who gave it, where that is not the one that the claim goes to.
    public var payerIdentifier: Text?

    public init(_ qualifier: Code, _ value: Text, payerIdentifier: Text? = nil) {
        self.qualifier = qualifier
        self.value = value
        self.payerIdentifier = payerIdentifier
    }
}

/// A day, moment or span of days whose meaning a code names: DTP.
public struct ClaimDate: Sendable, Hashable {
    public enum Extent: Sendable, Hashable {
        case day(Sent<CalendarDate>)
        case span(Period)
        /// A day and the time as sent, HHMM.
        case moment(Sent<CalendarDate>, time: Text)
        /// HHMM as sent.
        case time(Text)
        /// Anything else, as sent.
        case text(Text)
    }
    /// DTP01.
    public var qualifier: Code
    public var extent: Extent

    public init(_ qualifier: Code, _ extent: Extent) {
        self.qualifier = qualifier
        self.extent = extent
    }
}
