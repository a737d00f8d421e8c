import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthClaimReceiver = Rule(
        "masshealth.claim.receiver", .warning,
        "Claims for MassHealth name it by its own number, as receiver and as payer", snip: 7,
        help: """
            NM109 of loops 1000B and 2010BB is DMA7384. With another number the claim is for another \
            payer, or was made for another receiver and sent here.
            """)
}

/// Receivers and payers that are not MassHealth.
enum ReceiverNumber {
    static func check(
        _ header: RecordObject<ClaimHeaderFields>, _ terms: MassHealthClaimRules.Terms,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        check(header.object(.receiver, ClaimProviderFields.self), terms, locator, &collector)
    }

    static func check(
        _ level: RecordObject<ClaimSubscriberLevelFields>, _ terms: MassHealthClaimRules.Terms,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        let payer = level.object(.payer, ClaimPayerFields.self)?
            .object(.party, ClaimProviderFields.self)
        check(payer, terms, locator, &collector)
    }

    private static func check(
        _ party: RecordObject<ClaimProviderFields>?, _ terms: MassHealthClaimRules.Terms,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard let number = party?.object(.identifier, IdentificationFields.self),
            number.has(.value),
            !terms.receivers.contains(Key(rawValue: number.key(.value)))
        else { return }
        locator.add(.massHealthClaimReceiver, at: .value, of: number, to: &collector)
    }
}
