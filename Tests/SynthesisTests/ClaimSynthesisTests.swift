import Testing

@testable import Synthesis

@Suite struct ClaimSynthesisTests {
    @Test(arguments: ClaimKind.allCases, [0.0, 0.3])
    func sameOptionsGiveTheSameBytes(kind: ClaimKind, rate: Double) {
        let files = (0..<2).map { _ in
            WrittenClaims(kind, 300, seed: 7) { $0.defectRate = rate }
        }
        #expect(files[0].bytes == files[1].bytes)
        #expect(files[0].summary == files[1].summary)
    }

    @Test(arguments: ClaimKind.allCases)
    func seedsGiveDifferentFiles(kind: ClaimKind) {
        #expect(WrittenClaims(kind, 50, seed: 1).bytes != WrittenClaims(kind, 50, seed: 2).bytes)
    }

    /// A change to the writer that changes the bytes of a seed must be meant.
    @Test(
        arguments: [
            (.professional, 858_448_899_425_346_799),
            (.institutional, 2_208_650_005_504_336_059), (.dental, 442_594_755_774_073_056),
        ] as [(ClaimKind, UInt64)])
    func aSeedKeepsItsBytes(kind: ClaimKind, expected: UInt64) {
        let bytes = WrittenClaims(kind, 200, seed: 42).bytes
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        #expect(hash == expected)
    }

    @Test(arguments: ClaimKind.allCases)
    func cleanClaimsDoNotDependOnTheDefectRate(kind: ClaimKind) {
        let clean = WrittenClaims(kind, 300)
        let spoiled = WrittenClaims(kind, 300) {
            $0.defectRate = 0.2
            $0.defectKinds = ClaimDefect.allCases.filter { $0.scope == .claim }
        }
        let changed = zip(clean.claims, spoiled.claims).count { $0 != $1 }
        let planted = spoiled.summary.defects.values.reduce(0, +)
        #expect(changed <= planted)
        #expect(changed >= planted * 8 / 10)
    }

    @Test(arguments: ClaimKind.allCases)
    func chunksAreOfModerateSize(kind: ClaimKind) {
        var sizes: [Int] = []
        let summary = ClaimSynthesis(.init(kind, records: 6000, seed: 3)).write {
            sizes.append($0.count)
        }
        #expect(sizes.count > 5)
        #expect(sizes.dropLast().allSatisfy { (256 * 1024...320 * 1024).contains($0) })
        #expect(sizes.reduce(0, +) == summary.bytes)
    }

    struct Full: Error {}

    @Test func aFailureOfTheSinkEndsTheWriting() {
        var calls = 0
        #expect(throws: Full.self) {
            try ClaimSynthesis(.init(.professional, records: 5000, seed: 3)).write {
                _ throws(Full) in
                calls += 1
                throw Full()
            }
        }
        #expect(calls == 1)
    }

    @Test(
        arguments: ClaimKind.allCases,
        [
            (1, 5000, 1), (1000, 5000, 1), (1000, 1000, 1), (1001, 1000, 2), (250, 100, 3),
            (7, 1, 7), (5, 0, 5), (5, -3, 5),
        ])
    func countsAreRight(kind: ClaimKind, counts: (records: Int, size: Int, transactions: Int)) {
        let file = WrittenClaims(kind, counts.records) { $0.transactionSize = counts.size }
        #expect(file.all("CLM").count == counts.records)
        #expect(file.summary.records == counts.records)
        #expect(file.summary.transactions == counts.transactions)
        #expect(file.summary.segments == file.segments.count)
        #expect(file.summary.bytes == file.bytes.count)
        #expect(file.all("GE").map { $0[1] } == [String(counts.transactions)])
        #expect(file.all("IEA").map { $0[1] } == ["1"])
        var start = 0
        for (index, segment) in file.segments.enumerated() {
            if segment[0] == "ST" { start = index }
            if segment[0] == "SE" {
                #expect(segment[1] == String(index - start + 1))
                #expect(segment[2] == file.segments[start][2])
            }
        }
    }

    @Test(arguments: [0, -4])
    func withoutClaimsTheInterchangeIsEmpty(records: Int) {
        let file = WrittenClaims(.professional, records)
        #expect(file.segments.map { $0[0] } == ["ISA", "IEA"])
        #expect(file.segments[1][1] == "0")
        #expect(file.summary.records == 0)
    }

    @Test(arguments: [0, 1, 4, 999_999_999, 1_000_000_000, UInt64.max])
    func controlNumbersAgree(seed: UInt64) {
        let file = WrittenClaims(.institutional, 3, seed: seed)
        let header = file.segments[0]
        #expect(header[13].count == 9)
        #expect(Int(header[13]) != 0)
        #expect(file.all("IEA")[0][2] == header[13])
        #expect(file.all("GS")[0][6] == file.all("GE")[0][2])
        #expect(file.bytes[105] == UInt8(ascii: "~"))
    }

    @Test(
        arguments: [
            (.professional, "005010X222A1"), (.institutional, "005010X223A2"),
            (.dental, "005010X224A2"),
        ] as [(ClaimKind, String)])
    func envelopesGoToMassHealth(kind: ClaimKind, guide: String) {
        let file = WrittenClaims(kind, 5)
        #expect(file.segments[0][6] == "110999999B     ")
        #expect(file.segments[0][8] == "DMA7384        ")
        #expect(Array(file.segments[1][1...3]) == ["HC", "110999999B", "DMA7384"])
        #expect(file.segments[1][8] == guide)
        #expect(file.segments[2][3] == guide)
        #expect(file.all("BHT")[0][1...2] == ["0019", "00"])
        #expect(file.all("BHT")[0][6] == "CH")
        #expect(file.all("NM1", "41")[0][9] == "110999999B")
        #expect(file.all("NM1", "40")[0][9] == "DMA7384")
    }

    @Test(arguments: LineEnding.allCases)
    func lineEndingsFollowEveryTerminator(ending: LineEnding) {
        let plain = WrittenClaims(.dental, 100)
        let file = WrittenClaims(.dental, 100) { $0.lineEnding = ending }
        let suffix: [UInt8] =
            switch ending {
            case .none: []
            case .lineFeed: [10]
            case .carriageReturnLineFeed: [13, 10]
            }
        let expected = plain.bytes.flatMap { byte in
            byte == UInt8(ascii: "~") ? [byte] + suffix : [byte]
        }
        #expect(file.bytes == expected)
    }

    @Test(arguments: ClaimKind.allCases)
    func otherDelimitersChangeNothingElse(kind: ClaimKind) throws {
        let delimiters = try #require(
            FileDelimiters(
                element: UInt8(ascii: "|"), component: UInt8(ascii: ">"),
                repetition: UInt8(ascii: "+"), segment: 0x0A))
        let file = WrittenClaims(kind, 150) { $0.delimiters = delimiters }
        let standard: [UInt8: UInt8] = [
            UInt8(ascii: "|"): UInt8(ascii: "*"), UInt8(ascii: ">"): UInt8(ascii: ":"),
            UInt8(ascii: "+"): UInt8(ascii: "^"), 0x0A: UInt8(ascii: "~"),
        ]
        #expect(file.bytes.map { standard[$0] ?? $0 } == WrittenClaims(kind, 150).bytes)
    }
}
