/// The kind of a claim: which of the three guides it is written by.
public enum ClaimType: String, Sendable, Hashable, CaseIterable {
    /// 005010X222.
    case professional
    /// 005010X223.
    case institutional
    /// 005010X224.
    case dental

    /// Of a guide or one of its errata, `005010X222A1`; `nil` for any other guide.
    public init?(guide: String) {
        switch guide.prefix(10) {
        case "005010X222": self = .professional
        case "005010X223": self = .institutional
        case "005010X224": self = .dental
        default: return nil
        }
    }
}
