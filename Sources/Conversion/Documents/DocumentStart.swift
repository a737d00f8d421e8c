import Referrals

/// Where a part of an input begins that may be read beside what comes before it.
struct DocumentStart: Sendable {
    let seam: ReferralSeam
    /// Offset at which the line of the seam begins.
    let lineStart: Int
}
