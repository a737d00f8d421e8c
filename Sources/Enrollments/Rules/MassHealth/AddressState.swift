import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthState = Rule(
        "masshealth.address.state", .warning, "A member of MassHealth lives in Massachusetts",
        snip: 7,
        help: """
            N402 of the residence is another state than MA. Capitation for members who live \
            elsewhere is what auditors ask for first; confirm the address.
            """)
}

/// Residences in another state; mail may go anywhere.
enum AddressState {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let member = enrollment.object(.member, MemberFields.self)
        guard let residence = member?.object(.residence, AddressFields.self),
            residence.has(.state), !terms.isKnown(residence.key(.state))
        else { return }
        collector.add(
            .massHealthState, at: locator.range(.memberName, SegmentID("N4"), element: 2),
            place: Place(loop: "2100A", segment: "N4", element: 2))
    }
}
