/// The providers of a claim, of a line, or as another payer knows them, by their roles.
///
/// Source: 2310, 2420, and 2330C to 2330I; NM101 is the role.
public struct ProviderRoles: Sendable, Hashable {
    /// 85.
    public var billing: ClaimProvider?
    /// 71.
    public var attending: ClaimProvider?
    /// 72.
    public var operating: ClaimProvider?
    /// ZZ.
    public var otherOperating: ClaimProvider?
    /// 82.
    public var rendering: ClaimProvider?
    /// QB.
    public var purchasedService: ClaimProvider?
    /// DN and P3.
    public var referring: [ClaimProvider] = []
    /// DK.
    public var ordering: ClaimProvider?
    /// DQ.
    public var supervising: ClaimProvider?
    /// DD.
    public var assistantSurgeon: ClaimProvider?
    /// 77.
    public var serviceFacility: ClaimProvider?
    /// PW.
    public var ambulancePickUp: ClaimProvider?
    /// 45.
    public var ambulanceDropOff: ClaimProvider?
    /// Those of a role that the guide does not know.
    public var other: [ClaimProvider] = []

    public init() {}

    public var isEmpty: Bool { self == ProviderRoles() }
}
