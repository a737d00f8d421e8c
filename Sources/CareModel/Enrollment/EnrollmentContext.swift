/// What the members of one transaction set share: sender, sponsor, payer, brokers, file dates.
///
/// Source: 005010X220A1, header table and loops 1000A to 1100C; the envelope's ISA06 and ISA08.
public struct EnrollmentContext: Sendable, Hashable {
    /// GS02, else ISA06.
    public var sender: Text?
    /// GS03, else ISA08.
    public var receiver: Text?
    /// ISA15: whether it is test data.
    public var usage: Code?
    /// BGN01.
    public var purpose: Code?
    /// BGN02.
    public var reference: Text?
    /// BGN03.
    public var date: Sent<CalendarDate>?
    /// BGN04.
    public var time: Text?
    /// BGN05.
    public var timeZone: Text?
    /// BGN06.
    public var originalReference: Text?
    /// BGN08.
    public var action: Code?
    /// REF*38.
    public var policyNumber: Text?
    /// DTP.
    public var dates: [QualifiedDate] = []
    /// QTY.
    public var totals: [Qualified<Text>] = []
    /// 1000A.
    public var sponsor: ContextParty?
    /// 1000B.
    public var payer: ContextParty?
    /// 1000C.
    public var brokers: [ContextParty] = []
    public var other: [OtherValue] = []

    public init() {}
}

/// A sponsor, payer or broker of the header.
///
/// Source: N1, and ACT for a broker.
public struct ContextParty: Sendable, Hashable {
    public var role: Code?
    public var name: Text?
    public var identifier: Qualified<Text>?
    /// ACT01 and ACT06.
    public var accounts: [Text] = []

    public init() {}
}
