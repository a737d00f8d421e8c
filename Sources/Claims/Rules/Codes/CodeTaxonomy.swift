import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeTaxonomy = Rule(
        "claim.code.taxonomy", .error, "A provider's taxonomy has ten letters and digits", snip: 5,
        acknowledgment: .element("7"),
        help: "PRV03 is no code of the National Uniform Claim Committee, such as 207Q00000X.")
}

/// Taxonomies of providers that are none.
enum CodeTaxonomy {
    @inline(__always)
    static func check(
        _ provider: RecordObject<ClaimProviderFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard provider.has(.taxonomy) else { return }
        guard CodeForm.isTaxonomy(provider.bytes(.taxonomy)) else {
            return looking.locator.add(
                .codeTaxonomy, at: .taxonomy, of: provider, expected: "ten letters and digits",
                to: &collector)
        }
        looking.look(.taxonomy, at: .taxonomy, of: provider, looking.days, &collector)
    }
}
