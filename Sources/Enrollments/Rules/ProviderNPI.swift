import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let providerNPI = Rule(
        "enrollment.provider.npi", .warning, "An NPI has ten digits and the right check digit",
        snip: 5,
        help: """
            NM109 of a provider is called an NPI (NM108 is XX) but is none: a digit is wrong, or it \
            is another number. The value is kept; look the provider up before using it.
            """)
}

/// NPIs of providers whose check digit is wrong.
enum ProviderNPI {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            for provider in coverage.objects(.providers, ProviderFields.self) {
                let party = provider.object(.party, PartyFields.self)
                let identifier = party?.object(.identifier, IdentificationFields.self)
                guard let identifier, identifier.key(.code) == Key("XX").rawValue,
                    !NPI.isValid(identifier.bytes(.value))
                else { continue }
                collector.add(
                    .providerNPI, at: locator.range(of: identifier.slot(.value)),
                    place: Place(loop: "2310", segment: "NM1", element: 9))
            }
        }
    }
}
