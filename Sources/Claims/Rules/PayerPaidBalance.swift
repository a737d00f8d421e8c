import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let paidBalance = Rule(
        "claim.paid.balance", .error,
        "What a payer paid is what it paid for the lines without its adjustments of the claim",
        snip: 3,
        help: """
            AMT*D of loop 2320 differs from the sum of SVD02 of this payer (SVD01 is NM109 of its \
            2330B) less the amounts of the CAS of loop 2320, a line of the total (revenue code 0001) \
            left out. Ask the sender for the payer's \
            remittance.
            """)
    static let adjudicationPayer = Rule(
        "claim.adjudication.payer", .warning,
        "A payer that decided on a line is one of the claim's other payers", snip: 4,
        help: """
            SVD01 is NM109 of no loop 2330B of the claim, so whose decision it is cannot be known, \
            and what was paid cannot be compared.
            """)
}

/// What other payers paid on the claim against what they paid for its lines.
enum PayerPaidBalance {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard OtherPolicies.areOrdinary(claim) else { return }
        var isLacking: Bool?
        for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self)
        where other.has(.paid) {
            guard let payer = OtherPolicies.payer(of: other),
                OtherPolicies.isFirst(other, of: payer, in: claim),
                isUnbalanced(payer, claim),
                !locator.lacks(
                    SegmentID("SBR"), SegmentID("CAS"), SegmentID("LX"), SegmentID("SVD"),
                    known: &isLacking)
            else { continue }
            locator.add(.paidBalance, at: .paid, of: other, to: &collector)
        }
        var isPayerLacking: Bool?
        for line in claim.objects(.serviceLines, ServiceLineFields.self)
        where line.has(.adjudications) {
            checkPayers(of: line, claim, locator, &isPayerLacking, &collector)
        }
    }

    /// Whether what a payer paid for lines is what none of its policies paid, and no two or more of
    /// them together: lines do not tell which they mean, and some may have decided on the claim alone.
    private static func isUnbalanced(
        _ payer: UnsafeBufferPointer<UInt8>, _ claim: RecordObject<ClaimFields>
    ) -> Bool {
        let policies = OtherPolicies.all(of: payer, in: claim)
        guard policies.count <= mostPolicies, policies.allSatisfy({ $0.has(.paid) }),
            let lines = paid(for: claim, by: payer), lines.isKnown
        else { return false }
        for chosen in 1..<(1 << policies.count) {
            var rest = lines
            for (place, policy) in policies.enumerated() where chosen & (1 << place) != 0 {
                rest.subtract(policy.bytes(.paid))
                for adjustment in policy.objects(.adjustments, AdjustmentFields.self)
                where adjustment.has(.amount) {
                    rest.subtract(adjustment.bytes(.amount))
                }
            }
            if !rest.isKnown || rest.isZero { return false }
        }
        return true
    }

    /// So many policies of one payer are compared.
    private static let mostPolicies = 6

    /// What a payer paid for the lines; `nil` where it decided on none.
    private static func paid(
        for claim: RecordObject<ClaimFields>, by payer: UnsafeBufferPointer<UInt8>
    ) -> ExactSum? {
        var sum = ExactSum()
        var hasLines = false
        for line in claim.objects(.serviceLines, ServiceLineFields.self)
        where line.has(.adjudications) && !ChargeSum.isTotal(line) {
            for adjudication in line.objects(.adjudications, LineAdjudicationFields.self)
            where adjudication.has(.paid)
                && adjudication.bytes(.payer).elementsEqual(payer)
            {
                hasLines = true
                sum.add(adjudication.bytes(.paid))
            }
        }
        return hasLines ? sum : nil
    }

    private static func checkPayers(
        of line: RecordObject<ServiceLineFields>, _ claim: RecordObject<ClaimFields>,
        _ locator: ClaimLocator, _ isLacking: inout Bool?, _ collector: inout FindingCollector
    ) {
        for adjudication in line.objects(.adjudications, LineAdjudicationFields.self)
        where adjudication.has(.payer) {
            var isKnown = false
            for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
                // A payer without a number is told elsewhere, and may be the one.
                guard let number = OtherPolicies.payer(of: other) else {
                    isKnown = true
                    break
                }
                if number.elementsEqual(adjudication.bytes(.payer)) {
                    isKnown = true
                    break
                }
            }
            if !isKnown, !locator.lacks(SegmentID("SBR"), SegmentID("NM1"), known: &isLacking) {
                locator.add(.adjudicationPayer, at: .payer, of: adjudication, to: &collector)
            }
        }
    }
}
