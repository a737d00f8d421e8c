import Testing

@testable import Synthesis

@Suite struct EnrollmentSynthesisTests {
    @Test(arguments: EnrollmentSynthesis.Shape.allCases, [0.0, 0.3])
    func sameOptionsGiveTheSameBytes(shape: EnrollmentSynthesis.Shape, rate: Double) {
        let files = (0..<2).map { _ in
            WrittenFile(400, seed: 7) {
                $0.shape = shape
                $0.defectRate = rate
            }
        }
        #expect(files[0].bytes == files[1].bytes)
        #expect(files[0].summary == files[1].summary)
    }

    @Test func seedsGiveDifferentFiles() {
        #expect(WrittenFile(50, seed: 1).bytes != WrittenFile(50, seed: 2).bytes)
    }

    /// A change to the writer that changes the bytes of a seed must be meant.
    @Test func aSeedKeepsItsBytes() {
        let hash = WrittenFile(200, seed: 42).bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        #expect(hash == 3_572_113_716_834_210_303)
    }

    @Test func cleanRecordsDoNotDependOnTheDefectRate() {
        let clean = WrittenFile(300).members
        let spoiled = WrittenFile(300) { $0.defectRate = 0.2 }
        let changed = zip(clean, spoiled.members).count { $0 != $1 }
        let planted = spoiled.summary.defects.filter { !$0.key.isInTrailer }
        // A blank segment, and letters that are replaced when decoded, may leave no trace here.
        #expect(changed <= planted.values.reduce(0, +))
        #expect(changed >= planted.values.reduce(0, +) * 8 / 10)
    }

    @Test func chunksAreOfModerateSize() {
        var sizes: [Int] = []
        let summary = EnrollmentSynthesis(.init(records: 5000, seed: 3)).write {
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
            try EnrollmentSynthesis(.init(records: 5000, seed: 3)).write { _ throws(Full) in
                calls += 1
                throw Full()
            }
        }
        #expect(calls == 1)
    }

    @Test(
        arguments: [
            (0, 10_000, 1), (1, 10_000, 1), (1000, 10_000, 1), (1000, 1000, 1), (1001, 1000, 2),
            (250, 100, 3), (7, 1, 7), (5, 0, 5), (5, -3, 5), (-4, 10, 1),
        ])
    func countsAreRight(records: Int, size: Int, transactions: Int) {
        let file = WrittenFile(records) { $0.transactionSize = size }
        let expected = max(records, 0)
        #expect(file.all("INS").count == expected)
        #expect(file.summary.records == expected)
        #expect(file.summary.transactions == transactions)
        #expect(file.summary.segments == file.segments.count)
        #expect(file.summary.bytes == file.bytes.count)
        #expect(file.all("GE").map { $0[1] } == [String(transactions)])
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

    @Test(arguments: [0, 1, 4, 999_999_999, 1_000_000_000, UInt64.max])
    func controlNumbersAgree(seed: UInt64) {
        let file = WrittenFile(3, seed: seed)
        let header = file.segments[0]
        #expect(header[13].count == 9)
        #expect(Int(header[13]) != 0)
        #expect(file.all("IEA")[0][2] == header[13])
        #expect(file.all("GS")[0][6] == file.all("GE")[0][2])
        #expect(file.bytes[105] == UInt8(ascii: "~"))
    }

    @Test func controlTotalsOfAMonthlyFileCountTheRecords() {
        let file = WrittenFile(250) {
            $0.shape = .monthly
            $0.transactionSize = 100
        }
        #expect(file.all("QTY", "TO").map { $0[2] } == ["100", "100", "50"])
    }

    @Test(arguments: LineEnding.allCases)
    func lineEndingsFollowEveryTerminator(ending: LineEnding) {
        let plain = WrittenFile(100)
        let file = WrittenFile(100) { $0.lineEnding = ending }
        let suffix: [LineEnding: [UInt8]] = [
            .none: [], .lineFeed: [10], .carriageReturnLineFeed: [13, 10],
        ]
        let expected = plain.bytes.flatMap { byte in
            byte == UInt8(ascii: "~") ? [byte] + suffix[ending]! : [byte]
        }
        #expect(file.bytes == expected)
    }

    @Test func otherDelimitersChangeNothingElse() throws {
        let delimiters = try #require(
            FileDelimiters(
                element: UInt8(ascii: "|"), component: UInt8(ascii: ">"),
                repetition: UInt8(ascii: "+"), segment: 0x0A))
        let file = WrittenFile(300) { $0.delimiters = delimiters }
        let standard: [UInt8: UInt8] = [
            UInt8(ascii: "|"): UInt8(ascii: "*"), UInt8(ascii: ">"): UInt8(ascii: ":"),
            UInt8(ascii: "+"): UInt8(ascii: "^"), 0x0A: UInt8(ascii: "~"),
        ]
        #expect(file.bytes.map { standard[$0] ?? $0 } == WrittenFile(300).bytes)
    }

    @Test(arguments: ["**^~", "*:^A", "*:^5", "-:^~", " :^~", "@:^~", ".:^~", "':^~", "*:*~"])
    func unusableDelimitersAreRefused(four: String) {
        let bytes = Array(four.utf8)
        #expect(
            FileDelimiters(
                element: bytes[0], component: bytes[1], repetition: bytes[2], segment: bytes[3])
                == nil)
    }
}
