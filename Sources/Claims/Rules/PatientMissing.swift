import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let patientMissing = Rule(
        "claim.patient.missing", .error,
        "The patient of a claim is the subscriber, or has a level of their own", snip: 4,
        help: """
            The claim stands beneath loop 2000B, whose SBR02 does not say that the subscriber is the \
            patient (18), and not beneath a loop 2000C. Who was treated cannot be known.
            """)
}

/// Claims of which nobody says who was treated.
enum PatientMissing {
    static func check(
        _ surroundings: ClaimSurroundings, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        // Another code than 18 is told where it stands, as is a claim beneath no subscriber.
        guard surroundings.hasSubscriber, !surroundings.hasPatient,
            surroundings.subscriberRelationship == 0
        else { return }
        locator.add(
            .patientMissing, .claim, "CLM", expected: "SBR02 of 2000B is 18, or a loop 2000C",
            related: Array(surroundings.ranges.suffix(1)), to: &collector)
    }
}
