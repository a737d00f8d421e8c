import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let addressIncomplete = Rule(
        "claim.address.incomplete", .warning,
        "An address in the United States or Canada has a state and a postal code", snip: 2,
        acknowledgment: .element("1"),
        help: """
            N402 and N403 are required of an address in the United States or Canada, and N404 of one \
            elsewhere: where N404 names no other country, both must be there.
            """)
}

/// Addresses without what those of their country have. Source: the guides, N4, situations of N402 to N404.
enum AddressIncomplete {
    @inline(__always)
    static func check(
        _ address: RecordObject<AddressFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard address.has(.city) else { return }
        let (hasState, hasCode) = (address.has(.state), address.has(.postalCode))
        if hasState && hasCode { return }
        let country = address.key(.country)
        guard country == 0 || country == Key("US").rawValue || country == Key("CA").rawValue
        else { return }
        let missing = hasState ? "a postal code" : hasCode ? "a state" : "a state and a postal code"
        looking.locator.add(
            .addressIncomplete, at: .city, of: address, expected: missing, to: &collector)
    }
}
