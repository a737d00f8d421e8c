/// The JSON Schema of each record type.
public enum RecordSchema: String, Sendable, CaseIterable {
    case enrollment
    case claim
    case rosterEntry = "roster-entry"
    case referral
    /// What could not be read as records, in the rejects.
    case unreadable

    /// What records of it have as their `recordType`.
    public var recordType: String { self == .rosterEntry ? "rosterEntry" : rawValue }

    /// The document, as `schemas/` holds it.
    public var text: String {
        switch self {
        case .enrollment: EnrollmentSchema.text
        case .claim: ClaimSchema.text
        case .rosterEntry: RosterSchema.text
        case .referral: ReferralSchema.text
        case .unreadable: UnreadableSchema.text
        }
    }
}
