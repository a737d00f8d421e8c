import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let adjudicationBalance = Rule(
        "claim.adjudication.balance", .error,
        "What a payer paid for a line and its adjustments are the line's charge", snip: 3,
        help: """
            SVD02 and the amounts of the line's CAS, of all loops 2430 of one payer (SVD01), do not \
            add up to the line's charge, nor to as many times the charge as the payer has policies \
            on the claim. Ask the sender for the payer's remittance.
            """)
}

/// The charge of a line against what each payer decided on it.
enum LineAdjudicationBalance {
    /// As many payers of a line are looked at; the guides allow 15 loops.
    private static let limit = 50

    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        var isLacking: Bool?
        for line in claim.objects(.serviceLines, ServiceLineFields.self)
        where line.has(.adjudications) && line.has(.charge) {
            check(line, of: claim, locator, &isLacking, &collector)
        }
    }

    private static func check(
        _ line: RecordObject<ServiceLineFields>, of claim: RecordObject<ClaimFields>,
        _ locator: ClaimLocator, _ isLacking: inout Bool?, _ collector: inout FindingCollector
    ) {
        var count = 0
        for adjudication in line.objects(.adjudications, LineAdjudicationFields.self) {
            count += 1
            guard count <= limit else { return }
            guard let rest = rest(of: line, adjudication), rest.isKnown, !rest.isZero,
                !isOfSeveralPolicies(adjudication, line, claim, rest),
                !locator.lacks(SegmentID("SVD"), SegmentID("CAS"), known: &isLacking)
            else { continue }
            locator.add(
                .adjudicationBalance, at: .paid, of: adjudication,
                related: [locator.bytes(.charge, line)], to: &collector)
        }
    }

    /// Whether the decisions add up for as many of the payer's policies as decided: each of them
    /// decides on the whole charge, and lines do not tell which of two they mean.
    private static func isOfSeveralPolicies(
        _ adjudication: RecordObject<LineAdjudicationFields>,
        _ line: RecordObject<ServiceLineFields>, _ claim: RecordObject<ClaimFields>,
        _ rest: ExactSum
    ) -> Bool {
        var rest = rest
        let policies = OtherPolicies.count(of: adjudication.bytes(.payer), in: claim)
        for _ in 1..<min(max(policies, 1), limit) {
            rest.add(line.bytes(.charge))
            if rest.isZero { return true }
        }
        return false
    }

    /// What the decisions of one payer leave of the charge; `nil` for all but the first of them,
    /// and where one has no amount.
    private static func rest(
        of line: RecordObject<ServiceLineFields>,
        _ adjudication: RecordObject<LineAdjudicationFields>
    ) -> ExactSum? {
        var rest = ExactSum()
        rest.add(line.bytes(.charge))
        var isFirst = true
        for other in line.objects(.adjudications, LineAdjudicationFields.self)
        where other.bytes(.payer).elementsEqual(adjudication.bytes(.payer)) {
            guard !isFirst || other.index == adjudication.index, other.has(.paid) else {
                return nil
            }
            isFirst = false
            rest.subtract(other.bytes(.paid))
            for adjustment in other.objects(.adjustments, AdjustmentFields.self)
            where adjustment.has(.amount) {
                rest.subtract(adjustment.bytes(.amount))
            }
        }
        return rest
    }
}
