import Foundation
import Testing

/// Whose claims and dependents those are whose CLM or HL is wrong, and what it costs the others.
struct ClaimNeighbourTests {
    /// Three subscribers, of whom the second has two claims.
    private static let subscribers = ClaimText.file(
        ClaimText.billing() + ClaimText.subscriber(2) + ClaimText.claim(1)
            + ClaimText.subscriber(3) + ClaimText.claim(2) + ClaimText.claim(3)
            + ClaimText.subscriber(4) + ClaimText.claim(4))

    @Test(arguments: openers + numbers)
    func nobodyElsesClaimIsSetAside(_ hazard: Hazard) throws { try hazard.check() }

    private static let openers = [
        // What follows tells that it was the claim's first segment, and the level is whole.
        Hazard(
            "CLM misspelt before other claims", subscribers.with("CLM*C1002", "CLX*C1002"), 1, 3, 1,
            ["x12.segment.unknown"]),
        Hazard(
            "CLM in lower case before other claims", subscribers.with("CLM*C1002", "clm*C1002"), 1,
            3, 1, ["x12.segment.unknown"]),
        Hazard(
            "CLM behind a NUL before other claims",
            subscribers.with("CLM*C1002", "\u{0}CLM*C1002").recounted, 1, 3, 1,
            ["x12.segment.unknown"]),
        Hazard(
            "two unknown segments for a CLM",
            subscribers.with("CLM*C1002", "CLX*1~CLY*C1002").recounted, 1, 3, 1,
            ["x12.segment.unknown", "x12.segment.unknown"]),
        // Nothing tells of a claim before the next CLM.
        Hazard(
            "unknown segment after the payer", subscribers.inserting("ZZ1*1~", before: "CLM*C1002"),
            1, 2, 3, ["x12.segment.unknown"]),
    ]

    private static let numbers = [
        // Whose dependents they are is not known: two subscribers have the number.
        Hazard(
            "HL number again, and a dependent points to it",
            ClaimText.file(
                ClaimText.billing() + ClaimText.subscriber(2, hasPatient: true)
                    + ClaimText.subscriber(2, hasPatient: true)
                    + ClaimText.patient(4, beneath: 2) + ClaimText.claim(1)
                    + ClaimText.patient(5, beneath: 2) + ClaimText.claim(2)
                    + ClaimText.subscriber(6) + ClaimText.claim(3)), 1, 1, 2,
            ["x12.level.number", "x12.level.parent", "x12.level.parent", "x12.level.child"]),
        Hazard(
            "HL pointer back over a subscriber",
            ClaimText.file(
                ClaimText.billing() + ClaimText.subscriber(2, hasPatient: true)
                    + ClaimText.subscriber(3) + ClaimText.claim(1)
                    + ClaimText.patient(4, beneath: 2) + ClaimText.claim(2)), 0, 2, 0),
    ]
}
