import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthCounty = Rule(
        "masshealth.address.county", .note, "A county of Massachusetts is a number from 1 to 14",
        snip: 7,
        help: """
            N406 with N405 CY is the county's place in the alphabet, 1 Barnstable to 14 Worcester. \
            This is no such number; it is kept as sent, without a name.
            """)
}

/// County numbers of no county, where the address is in Massachusetts or says nothing of it.
enum AddressCounty {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let member = enrollment.object(.member, MemberFields.self)
        guard let residence = member?.object(.residence, AddressFields.self),
            residence.has(.county), MassHealthCounty(residence.bytes(.county)) == nil
        else { return }
        if residence.has(.state), !terms.isKnown(residence.key(.state)) {
            return
        }
        collector.add(
            .massHealthCounty, at: locator.range(.memberName, SegmentID("N4"), element: 6),
            place: Place(loop: "2100A", segment: "N4", element: 6))
    }
}
