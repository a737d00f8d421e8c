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

    /// A claim's segments stand in no record of others, though the level might have them.
    @Test func whatFollowsAMisspeltCLMIsNobodyElses() throws {
        let outcome = try Trial()(Self.misspelt(before: "REF*G2*MARKED~"))
        #expect(outcome.records.map(\.text).filter { $0.contains("MARKED") } == [])
        #expect(outcome.rejects.count { $0.text.contains("MARKED") } == 1)
    }

    private static func misspelt(before segments: String) -> String {
        subscribers.with(
            "CLM*C1002*150.5***11:B:1*Y*A*Y*Y~", "CLX*C1002*150.5***11:B:1*Y*A*Y*Y~\(segments)"
        )
        .recounted
    }

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
        // What follows fits the level too, and what comes behind that the claim alone.
        Hazard(
            "CLM misspelt before REF*G2", misspelt(before: "REF*G2*MARKED~"), 1, 3, 1,
            ["x12.segment.unknown"]),
        Hazard(
            "CLM misspelt before two REF of the payer",
            misspelt(before: "REF*FY*MARKED~REF*G2*MARKED~"), 1, 3, 1, ["x12.segment.unknown"]),
        Hazard(
            "CLM misspelt before a REF*G2 that the level has had",
            misspelt(before: "REF*G2*MARKED~").inserting("REF*G2*P1~", before: "CLX").recounted, 1,
            3, 1, ["x12.segment.unknown"]),
        Hazard(
            "CLM misspelt before REF*G2 and a provider",
            misspelt(before: "REF*G2*MARKED~").with(
                "MARKED~HI*ABK:J209*ABF:R0602~", "MARKED~"
            ).recounted, 1, 3, 1, ["x12.segment.unknown"]),
        // Nothing tells of a claim before the next CLM.
        Hazard(
            "unknown segment before REF*G2 of the payer",
            subscribers.inserting("ZZ1*1~REF*G2*P1~", before: "CLM*C1002").recounted, 1, 2, 3,
            ["x12.segment.unknown"]),
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
