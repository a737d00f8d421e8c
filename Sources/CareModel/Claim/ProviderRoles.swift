/// The providers of a claim, of a line, or as another payer knows them, by their roles.
///
/// Source: 2310, 2420, and 2330C to 2330I; NM101 is the role.
public struct ProviderRoles: Sendable, Hashable {
    /// 85.
    @Indirect public var billing: ClaimProvider?
    /// 71.
    @Indirect public var attending: ClaimProvider?
    /// 72.
    @Indirect public var operating: ClaimProvider?
    /// ZZ.
    @Indirect public var otherOperating: ClaimProvider?
    /// 82.
    @Indirect public var rendering: ClaimProvider?
    /// QB.
    @Indirect public var purchasedService: ClaimProvider?
    /// DN and P3.
    public var referring: [ClaimProvider] = []
    /// DK.
    @Indirect public var ordering: ClaimProvider?
    /// DQ.
    @Indirect public var supervising: ClaimProvider?
    /// DD.
    @Indirect public var assistantSurgeon: ClaimProvider?
    /// 77.
    @Indirect public var serviceFacility: ClaimProvider?
    /// PW.
    @Indirect public var ambulancePickUp: ClaimProvider?
    /// 45.
    @Indirect public var ambulanceDropOff: ClaimProvider?
    /// Those of a role that the guide does not know.
    public var other: [ClaimProvider] = []

    public init() {}

    public var isEmpty: Bool { self == ProviderRoles() }
}
