import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeRevenue = Rule(
        "claim.code.revenue", .error, "A revenue code has four digits", snip: 5,
        acknowledgment: .element("7"),
        help: "SV201 or SVD04 is not four digits; often the zero in front is missing.")
}

/// Revenue codes that are none.
enum CodeRevenue {
    @inline(__always)
    static func check<Fields: RecordFields>(
        _ field: Fields, of object: RecordObject<Fields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard object.has(field), !CodeForm.isNumber(object.bytes(field), 4...4) else { return }
        looking.locator.add(
            .codeRevenue, at: field, of: object, expected: "four digits", to: &collector)
    }
}
