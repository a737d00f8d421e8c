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
        guard OtherPolicies.areOrdinary(claim) else { return }
        var isLacking: Bool?
        for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self)
        where !other.has(.paid) {
            guard let payer = OtherPolicies.payer(of: other),
                // Of two, lines do not tell which they mean.
                OtherPolicies.isFirst(other, of: payer, in: claim),
                !OtherPolicies.all(of: payer, in: claim).contains(where: { $0.has(.paid) }),
                hasDecided(payer, claim),
                !locator.lacks(SegmentID("SBR"), SegmentID("AMT"), known: &isLacking),
                let identifier = other.object(.payer, OtherPayerFields.self)?
                    .object(.identifier, IdentificationFields.self)
            else { continue }
            locator.add(
                .paidMissing, at: .value, of: identifier, expected: "AMT*D in its loop 2320",
                to: &collector)
        }
    }

    /// Whether a line says what this payer paid for it.
    private static func hasDecided(
        _ payer: UnsafeBufferPointer<UInt8>, _ claim: RecordObject<ClaimFields>
    ) -> Bool {
        for line in claim.objects(.serviceLines, ServiceLineFields.self)
        where line.has(.adjudications) {
            for adjudication in line.objects(.adjudications, LineAdjudicationFields.self)
            where adjudication.has(.paid) && adjudication.bytes(.payer).elementsEqual(payer) {
                return true
            }
        }
        return false
    }
}
