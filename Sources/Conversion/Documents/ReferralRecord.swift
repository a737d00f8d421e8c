import CareModel
import Diagnostics

/// A referral with the place it came from, and what was found in it.
public struct ReferralRecord: Sendable {
    /// What the document says; values that an error concerns may be missing.
    public let referral: Referral
    /// Where in the input it stands.
    public let source: ReferralSource
    /// In the order of the input; the first 1,000.
    public let findings: [Finding]

    /// Whether it is without an error; a conversion sets the others aside.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
}

/// Where a referral stands in its input.
public struct ReferralSource: Sendable, Hashable {
    /// As the user named the input.
    public let file: String
    /// Number of the document in the input, from 1.
    public let document: Int
    /// The path of its element: `/referrals/referral[2]`.
    public let place: String
    /// Of its element.
    public let bytes: ByteRange
}
