import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let paidMissing = Rule(
        "claim.paid.missing", .warning,
        "A payer that decided on lines says what it paid on the claim", snip: 4,
        acknowledgment: .segment("3"),
        help: """
            Loop 2430 has what the payer paid for lines (SVD01 is NM109 of its 2330B), and its loop \
            2320 has no AMT*D, which the guide requires of a payer that decided on the claim. What it \
            paid cannot be compared with the lines.
            """)
}

/// Other payers of whom the lines alone say what they paid.
enum PayerPaidMissing {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        var isLacking: Bool?
        OtherPolicies.forEach(in: claim, hasPaid: false) { other, payer in
            guard hasDecided(payer, claim),
                !locator.lacks(SegmentID("SBR"), SegmentID("AMT"), known: &isLacking),
                let identifier = other.object(.payer, OtherPayerFields.self)?
                    .object(.identifier, IdentificationFields.self)
            else { return }
            locator.add(
                .paidMissing, at: .value, of: identifier, expected: "AMT*D in its loop 2320",
                to: &collector)
        }
    }

    /// Whether a line says what this payer paid for it.
    private static func hasDecided(
        _ payer: UnsafeBufferPointer<UInt8>, _ claim: RecordObject<ClaimFields>
    ) -> Bool {
        var hasDecided = false
        OtherPolicies.forEachPaid(by: payer, in: claim) { _, _ in hasDecided = true }
        return hasDecided
    }
}
