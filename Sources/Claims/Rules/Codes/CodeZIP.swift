import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeZIP = Rule(
        "claim.code.zip", .warning, "A ZIP code has five or nine digits", snip: 5,
        acknowledgment: .element("7"),
        help: """
            N403 of an address in the United States has five digits, or nine without a hyphen; often \
            a zero in front is missing. An address elsewhere names its country in N404. It is no error, as \
            examples that are stated to be valid have a ZIP code of four digits.
            """)
}

/// ZIP codes that are none.
enum CodeZIP {
    @inline(__always)
    static func check(
        _ address: RecordObject<AddressFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard address.has(.postalCode) else { return }
        let code = address.bytes(.postalCode)
        if code.count == 5 || code.count == 9, CodeForm.isNumber(code, 5...9) { return }
        let country = address.key(.country)
        if country != 0, country != Key("US").rawValue { return }
        // Of an address in Canada the country is left out at times.
        if country == 0, CodeForm.isCanadian(code) { return }
        looking.locator.add(
            .codeZIP, at: .postalCode, of: address, expected: "five or nine digits",
            to: &collector)
    }
}
