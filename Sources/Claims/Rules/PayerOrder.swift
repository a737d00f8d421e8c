import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let payerOrder = Rule(
        "claim.payer.order", .error, "No two payers of a claim have the same rank", snip: 4,
        help: """
            SBR01 of loop 2000B and of each loop 2320 says whether a payer is the first, the second \
            and so on; only U, unknown, may come twice. Which payer pays first cannot be known.
            """)
}

/// Payers that are both the first, or both the second.
enum PayerOrder {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard claim.has(.otherSubscribers) else { return }
        var ranks = bit(surroundings.payerResponsibility)
        for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            let rank = bit(other.key(.payerResponsibility))
            if ranks & rank != 0 {
                locator.add(.payerOrder, at: .payerResponsibility, of: other, to: &collector)
            }
            ranks |= rank
        }
    }

    /// A bit for each letter but U; 0 for anything else.
    private static func bit(_ code: UInt64) -> UInt64 {
        0x41...0x5A ~= code && code != 0x55 ? 1 &<< (code - 0x41) : 0
    }
}
