import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let npiDigit = Rule(
        "claim.npi.digit", .error, "The NPI of a provider has ten digits and the right check digit",
        snip: 5,
        help: """
            NM109 is called an NPI (NM108 is XX) but is none: a digit is wrong, or it is another \
            number. Correct it, or send the other number in REF.
            """)
    static let npiZeros = Rule(
        "claim.npi.zeros", .error, "An NPI that is not known is not sent", snip: 5,
        help: """
            NM109 is nothing but zeros, which stand for no NPI at all. Leave out NM108 and NM109 \
            where a provider has none.
            """)
}

/// The NPIs of all providers of a claim and of the billing provider.
enum ClaimNPI {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        if let providers = claim.object(.providers, ProviderRoleFields.self) {
            check(providers, locator, &collector)
        }
        for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            if let providers = other.object(.providers, ProviderRoleFields.self) {
                check(providers, locator, &collector)
            }
        }
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            if let providers = line.object(.providers, ProviderRoleFields.self) {
                check(providers, locator, &collector)
            }
        }
    }

    private static func check(
        _ providers: RecordObject<ProviderRoleFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        providers.forEachProvider { check($0, locator, &collector) }
    }

    @inline(__always)
    static func check(
        _ provider: RecordObject<ClaimProviderFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard provider.has(.npi) else { return }
        let sent = provider.bytes(.npi)
        guard !NPI.isValid(sent) else { return }
        let rule: Rule = sent.allSatisfy { $0 == 0x30 } ? .npiZeros : .npiDigit
        locator.add(rule, at: .npi, of: provider, to: &collector)
    }
}
