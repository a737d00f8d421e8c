import CareModel
import Diagnostics

/// A claim with the place it came from, and what was found in it.
public struct ClaimRecord: Sendable {
    /// What the claim says, with the header and levels it stands beneath; values that an error
    /// concerns may be missing.
    public let claim: Claim
    /// Where in the input it stands; `context` has the bytes of the header and of each level.
    public let source: RecordSource
    /// First those that it inherits from its levels, then its own in the order of the input; the
    /// first 1,000.
    public let findings: [Finding]

    /// Whether it is without an error; a conversion sets the others aside.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
}
