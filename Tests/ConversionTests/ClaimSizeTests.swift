import Foundation
import Testing

/// Levels and claims of unusual size and number, and those that stand in earlier blocks.
struct ClaimSizeTests {
    private static func check(
        _ text: String, _ accepted: Int, _ setAside: Int = 0, _ rules: Set<String> = []
    ) throws {
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(Set(outcome.rules) == rules)
        #expect(outcome.file.records.accepted == accepted)
        #expect(outcome.file.records.setAside == setAside)
    }

    /// However small the blocks are, each claim has what stands above it.
    @Test(arguments: [64, 128, 300, 512, 1000, 4096])
    func levelsOfEarlierBlocks(_ size: Int) {
        let bytes = Array(ClaimText.many(40).utf8)
        let whole = MemoryConversion(bytes)
        let pieces = MemoryConversion(bytes, pieces: 97, block: size)
        #expect(whole.accepted.count == 40)
        #expect(pieces.accepted == whole.accepted)
        #expect(pieces.findings == whole.findings)
        #expect(pieces.isBalanced(for: bytes.count))
    }

    @Test(arguments: SampleFiles.claims.indices) func samplesInSmallBlocks(_ sample: Int) {
        let bytes = SampleFiles.claims[sample].bytes
        let whole = MemoryConversion(bytes)
        for size in [64, 100, 256, 700] {
            let pieces = MemoryConversion(bytes, pieces: 31, block: size)
            #expect(pieces.accepted == whole.accepted, "\(size)")
            #expect(pieces.setAside == whole.setAside, "\(size)")
            #expect(pieces.findings.sorted() == whole.findings.sorted(), "\(size)")
            #expect(pieces.isBalanced(for: bytes.count), "\(size)")
        }
    }

    /// A level that claims point back to, long after blocks have gone by.
    @Test func aProviderFarBack() throws {
        let others = (3..<1500).map { ClaimText.subscriber($0) + ClaimText.claim($0) }.joined()
        let text = ClaimText.file(ClaimText.billing() + ClaimText.subscriber(2) + others)
        try Self.check(text, 1497)
    }

    @Test func aLevelLargerThanABlock() throws {
        let name = String(repeating: "REF*0B*LICENSE~", count: 40_000)
        let body = ClaimText.body.with("REF*EI*001122334~", "REF*EI*001122334~\(name)")
        let outcome = try Trial()(ClaimText.file(body))
        #expect(outcome.flaws(of: Data(ClaimText.file(body).utf8)).isEmpty)
        #expect(outcome.file.records.setAside == 3)
        #expect(Set(outcome.rules) == ["x12.segment.repeat", "x12.limit.findings"])
    }

    /// Findings and other payers beyond any guide take time by their number, not by its square.
    @Test(.timeLimit(.minutes(1))) func aClaimOfManyPayers() throws {
        let others = (1...8000).map {
            "SBR*U*18*******MB~AMT*D*1~OI***Y***Y~NM1*IL*1*A*B****MI*12~NM1*PR*2*M*****PI*M\($0)~"
        }
        let lines = (1...8000).map {
            "LX*\($0)~SV1*HC:99213*1*UN*1***1~DTP*472*D8*20250601~"
                + "SVD*M\($0)*2*HC:99213**1~DTP*573*D8*20250602~"
        }
        let claim =
            "CLM*LONG*8000***11:B:1*Y*A*Y*Y~HI*ABK:J209~" + others.joined() + lines.joined()
        try Self.check(
            ClaimText.file(ClaimText.billing() + ClaimText.subscriber(2) + claim), 0, 1,
            ["x12.loop.repeat", "x12.limit.findings"])
    }

    @Test func aClaimOfFiveThousandLines() throws {
        let lines = (1...5000).map { "LX*\($0)~SV1*HC:99213*1*UN*1***1~DTP*472*D8*20250601~" }
        let claim =
            "CLM*LONG*5000***11:B:1*Y*A*Y*Y~HI*ABK:J209~" + lines.joined()
        let body = ClaimText.body + ClaimText.subscriber(5) + claim
        let text = ClaimText.file(body)
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.records.accepted + outcome.file.records.setAside == 4)
        #expect(outcome.file.records.accepted >= 3)
    }

    /// Each level beneath the one before it: no stack is deep enough for what recurses.
    @Test(arguments: ["20", "23", "99"])
    func aChainOfLevels(_ code: String) throws {
        let chain = (2...4_000).map { "HL*\($0)*\($0 - 1)*\(code)*1~" }.joined()
        let text = ClaimText.file(ClaimText.billing() + chain + ClaimText.claim(1))
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.records.setAside == 1)
    }

    /// What a level breaks a thousand times does not stand a thousand times in each claim.
    @Test func manyFindingsOfALevel() throws {
        let wrong = String(repeating: "ZZ1*1~", count: 1500)
        let claims = (1...200).map(ClaimText.claim).joined()
        let text = ClaimText.file(
            ClaimText.billing().with("N3*40", wrong + "N3*40") + ClaimText.subscriber(2) + claims)
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.unlisted.values.reduce(0, +) > 0)
        let inherited = outcome.rejects.filter { $0.recordType == "claim" }.map {
            $0.findings?.count { $0.inherited == true } ?? 0
        }
        #expect(inherited == Array(repeating: 21, count: 200))
    }

    @Test func levelsWithoutClaims() throws {
        let levels = (2...500).map { ClaimText.subscriber($0) }.joined()
        let text = ClaimText.file(ClaimText.billing() + levels)
        try Self.check(text, 0, 0, ["x12.set.empty"])
    }

    @Test func codesOfLevelsSwapped() throws {
        let text = ClaimText.plain.with("HL*1**20", "HL*1**23").with("HL*2*1*22", "HL*2*1*20")
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        let claims = (outcome.records + outcome.rejects).count { $0.recordType == "claim" }
        #expect(claims == 3)
        #expect(outcome.rules.contains("x12.level.parent"))
    }
}
