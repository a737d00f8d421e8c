import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let chargeSum = Rule(
        "claim.charge.sum", .error, "The charge of a claim is the sum of its lines", snip: 3,
        help: """
            CLM02 differs from the sum of the charges of the service lines (SV102, SV203, SV302). A \
            line may be missing, or an amount is wrong. Nothing is added to what the lines say; a \
            claim of 0 is right where its lines are 0.
            """)
    static let chargeTotalLine = Rule(
        "claim.charge.total-line", .warning, "No line repeats the total of a claim", snip: 3,
        help: """
            Revenue code 0001 is the total of a paper claim. The line is left out of the sum; do not \
            load it as a service.
            """)
}

/// CLM02 against the charges of the lines.
enum ChargeSum {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard claim.has(.totalCharge), claim.has(.serviceLines) else { return }
        var rest = ExactSum()
        var isComplete = true
        rest.add(claim.bytes(.totalCharge))
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            if isTotal(line) {
                locator.add(.chargeTotalLine, at: .revenueCode, of: line, to: &collector)
            } else if line.has(.charge) {
                rest.subtract(line.bytes(.charge))
            } else {
                isComplete = false  // which the guide's own rules tell
            }
        }
        var isLacking: Bool?
        guard isComplete, rest.isKnown, !rest.isZero,
            !locator.lacks(
                SegmentID("LX"), SegmentID("SV1"), SegmentID("SV2"), SegmentID("SV3"),
                known: &isLacking)
        else { return }
        locator.add(.chargeSum, at: .totalCharge, of: claim, to: &collector)
    }

    /// Whether a line repeats the total: revenue code 0001, also without its first zero.
    static func isTotal(_ line: RecordObject<ServiceLineFields>) -> Bool {
        let code = line.key(.revenueCode)
        return code == 0x3130_3030 || code == Key("001").rawValue
    }
}
