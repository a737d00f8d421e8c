import Testing

@testable import X12Syntax

/// Whatever lies at the end of a block: units, findings and the ledger are as if there were none.
@Suite struct BlockBoundaryTests {
    /// A little of everything that a block can end in.
    static let mixed =
        "(\u{FEFF}report of today\n\n)ISA~TA1*1~GS~ST~BGN*00~~N1*P5~INS*Y~REF*0F*1~~~NM1*IL*1*ISAAC*X~"
        + "INS*N~DTP*1~SE~ST*2~INS*Y~~HD*024~SE~REF*stray~~N1*stray~GE~IEA~(-- page 2 --\n)"
        + "ISA*2~GS~ST*1*271~BHT*1~~HL*1~SE~ST*2*271~HL*1~SE~REF*stray~GE~"
        + "GS*2~ST~INS*Y~SE~ST*2*271~HL*1~~HL*2~SE~GE~~IEA~(\r\n)"
        + "ISA*3~GS~ST~INS*Y~REF*1~ISA*4~ST~INS*Y~SE~IEA~( \n )GS*9~ST~INS*Y~SE~GE~IEA*1*1~(bye)"

    static let dialects = Dialect.all.filter { $0.delimiters.element != 0x09 }

    @Test(arguments: dialects) func everyBlockSize(in dialect: Dialect) {
        let bytes = Shorthand.bytes(BlockBoundaryTests.mixed, in: dialect)
        let whole = Reading(bytes).regardlessOfBlocks
        #expect(whole.faults == [])
        for size in 3...300 {
            let reading = Reading(bytes, blockSize: size)
            #expect(reading.faults == [], "blocks of \(size) bytes")
            let difference = reading.regardlessOfBlocks.difference(from: whole)
            #expect(difference == nil, "blocks of \(size) bytes")
        }
    }

    @Test(arguments: dialects) func everyShift(in dialect: Dialect) {
        let mixed = Shorthand.bytes(BlockBoundaryTests.mixed, in: dialect)
        let padding = [UInt8](repeating: UInt8(ascii: " "), count: 260)
        for count in 0...260 {
            let bytes = padding[..<count] + mixed.dropFirst(3)
            let whole = Reading(Array(bytes)).regardlessOfBlocks
            let reading = Reading(Array(bytes), blockSize: 256).regardlessOfBlocks
            #expect(reading.difference(from: whole) == nil, "\(count) blanks before")
        }
    }

    /// The real block size: what stands around its end, moved byte by byte.
    @Test(arguments: [0, 4, 20, 41])
    func ordinaryBlocks(shift: Int) {
        let record = "INS*Y~REF*0F*100000000999~~NM1*IL*1*DOE*JANE~"
        let count = Block.ordinarySize / record.utf8.count + 50
        let text =
            "ISA~GS~ST~BGN*\(String(repeating: "x", count: shift + 1))~"
            + String(repeating: record, count: count) + "SE~GE~IEA~"
        let reading = Reading(Shorthand.bytes(text), pieces: .random(UInt64(shift)))
        let records = reading.outline.filter { $0 == "{INS REF NM1}" }
        #expect(records.count == count)
        #expect(reading.outline.count == count + 6)
        #expect(reading.rules.count == count)
        #expect(Set(reading.rules) == ["x12.segment.blank"])
        #expect(reading.faults == [])
    }

    static let bigFiles: [(String, String)] = [
        ("a record", "ISA~GS~ST~INS*Y~#INS*N~SE~GE~IEA~"),
        ("a header", "ISA~GS~ST~#INS*N~SE~GE~IEA~"),
        ("a group without a guide", "ISA~GS~ST*1*271~#SE~GE~IEA~"),
        ("a set without a guide", "ISA~GS~ST~INS*Y~SE~ST*2*271~#SE~GE~IEA~"),
        ("stray segments", "ISA~GS~ST~INS*Y~SE~#GE~IEA~"),
    ]

    /// Units of more than two blocks.
    @Test(arguments: bigFiles, [Dialect.all[2], Dialect.all[4]])
    func biggerThanABlock(_ file: (name: String, text: String), in dialect: Dialect) {
        let value = String(repeating: "x", count: 1_000)
        let many = String(repeating: "REF*\(value)~", count: 1_200)
        let text = file.text.replacing("#", with: many)
        let bytes = Shorthand.bytes(text, in: dialect)
        let small = file.text.replacing("#", with: "REF*1~")
        let reading = Reading(bytes)
        let words = Reading(Shorthand.bytes(small, in: dialect)).text.split(separator: " ")
        #expect(reading.text.split(separator: " ").count == words.count + 1_199)
        #expect(reading.faults == [])
        #expect(Reading(bytes, pieces: .of(4_093)).difference(from: reading) == nil)
    }

    /// Blank lines are no findings where lines are segments.
    @Test func blankSegments() {
        let blanks = String(repeating: "~", count: Block.ordinarySize + 50_000)
        let text = "ISA~GS~ST~INS*Y~" + blanks + "REF*1~SE~GE~IEA~"
        let reading = Reading(Shorthand.bytes(text, in: Dialect.all[4]))
        #expect(reading.text == "ISA GS [ST] {INS REF} SE GE IEA")
        #expect(reading.rules == [])
        #expect(reading.faults == [])
    }

    /// One segment of more than a block, and of more than two.
    @Test(arguments: [300_000, 524_288, 1_500_000]) func bigSegments(length: Int) {
        let value = String(repeating: "x", count: length)
        let text = "ISA~GS~ST~INS*Y~~NTE*\(value)~~REF*1~SE~GE~IEA~"
        let reading = Reading(Shorthand.bytes(text, in: Dialect.all[1]))
        #expect(reading.text == "ISA GS [ST] {INS NTE REF} SE GE IEA")
        #expect(reading.rules == ["x12.segment.blank", "x12.segment.blank"])
        #expect(reading.faults == [])
    }

    @Test func manySets() {
        let sets = (1...9_000).map { "ST*\($0)~INS*Y~SE~" }.joined()
        let reading = Reading(Shorthand.bytes("ISA~GS~" + sets + "GE~IEA~"))
        #expect(reading.outline.count == 4 + 3 * 9_000)
        #expect(reading.rules == [])
        #expect(reading.faults == [])
    }

    @Test func manyInterchanges() {
        for dialect in Dialect.all {
            let text = (1...1_500).map { "ISA*\($0)~TA1*1~IEA~" }.joined()
            let reading = Reading(Shorthand.bytes(text, in: dialect))
            #expect(reading.outline.count == 3 * 1_500, "\(dialect)")
            #expect(reading.rules == [], "\(dialect)")
            #expect(reading.faults == [], "\(dialect)")
        }
    }
}
