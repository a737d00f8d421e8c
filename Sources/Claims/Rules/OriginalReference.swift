import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let originalReference = Rule(
        "claim.reference.original", .warning,
        "A claim that replaces or voids another names the payer's number of it", snip: 4,
        help: """
            CLM05-3 is 7 or 8 and loop 2300 has no REF*F8; that of loop 2330B is another payer's. \
            Without the number the payer cannot find the claim that is meant.
            """)
}

/// Replacements and voids that do not say of what.
enum OriginalReference {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard isAsked(claim.key(.frequency)) else { return }
        let references = claim.object(.references, ClaimReferenceFields.self)
        guard references?.has(.payerControlNumber) != true else { return }
        locator.add(
            .originalReference, at: .frequency, of: claim, isComponent: true, to: &collector)
    }

    /// Whether a claim of this frequency (CLM05-3) replaces or voids another.
    static func isAsked(_ frequency: UInt64) -> Bool {
        frequency == Key("7").rawValue || frequency == Key("8").rawValue
    }
}
