import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeDRG = Rule(
        "claim.code.drg", .error, "A diagnosis related group has three or four digits", snip: 5,
        acknowledgment: .element("7"),
        help: """
            HI*DR is the group of Medicare, three digits, or of all patients, three digits and often \
            a fourth for the severity.
            """)
}

/// Groups that are no number.
enum CodeDRG {
    static func check(
        _ codes: RecordObject<ClaimCodeFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard codes.has(.drg), !CodeForm.isNumber(codes.bytes(.drg), 3...4) else { return }
        looking.locator.add(
            .codeDRG, at: .drg, of: codes, isComponent: true, expected: "three or four digits",
            to: &collector)
    }
}
