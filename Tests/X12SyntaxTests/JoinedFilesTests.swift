import Testing

@testable import X12Syntax

/// A file that was cut anywhere, and another joined to it: the other is read as if it stood alone.
@Suite struct JoinedFilesTests {
    static let first =
        "ISA~GS~ST~BGN*00~INS*Y~REF*0F*1~NM1*IL*1*ISAAC*ISA~INS*N~DTP*1~SE~ST*2*271~HL*1~SE~GE~IEA~"
    static let second = "ISA*2~GS*2~ST*2~BGN*00~INS*Y~REF*1~INS*Y~SE~GE~IEA~"

    static let pairs = [0, 1, 4, 7, 10].flatMap { one in
        [0, 4, 7].map { (Dialect.all[one], Dialect.all[$0]) }
    }

    @Test(arguments: pairs) func everyCut(of one: Dialect, before other: Dialect) {
        let (first, second) = (
            Shorthand.bytes(Self.first, in: one), Shorthand.bytes(Self.second, in: other)
        )
        let alone = Reading(second)
        // Where the first GS ends decides how segments end, and is not known before.
        for end in 165...first.count {
            let bytes = first[..<end] + second
            let reading = Reading(Array(bytes), isSeed: end % 50 == 0)
            #expect(reading.outline.suffix(alone.outline.count) == alone.outline[...], "\(end)")
            #expect(reading.faults == [], "\(end)")
            for size in [61, 256] {
                let inBlocks = Reading(
                    Array(bytes), pieces: .of(7), blockSize: size, isSeed: false)
                let difference = inBlocks.regardlessOfBlocks.difference(
                    from: reading.regardlessOfBlocks)
                #expect(difference == nil, "\(end), blocks of \(size) bytes")
                #expect(inBlocks.faults == [], "\(end), blocks of \(size) bytes")
            }
        }
    }

    /// Whose segment was cut is not whole; what was followed by the next, or by SE, is.
    @Test(arguments: [
        ("ISA~GS~ST~INS*Y~INS*N~REF*1~RE", "{INS} {INS REF!} \"RE\""),
        ("ISA~GS~ST~INS*Y~REF*1~INS*N", "{INS REF} \"INS*N\""),
        ("ISA~GS~ST~INS*Y~REF*1~=SE*", "{INS REF} \"SE*\""),
        ("ISA~GS~ST~INS*Y~REF*1~REF*0F", "{INS REF!} \"REF*0F\""),
        ("ISA~GS~ST~INS*Y~REF*1~SE~G", "{INS REF} SE \"G\""),
        ("ISA~GS~ST~INS*Y~REF*1~SE~GE*1", "{INS REF} SE \"GE*1*1\""),
    ])
    func cutRecords(_ first: String, _ outline: String) {
        for lineBreak in ["", "\n"] {
            for dialect in [Dialect.usual, Dialect.all[7]] {
                let bytes =
                    Shorthand.bytes(first) + Array(lineBreak.utf8)
                    + Shorthand.bytes("ISA*2~GS~ST~INS*Y~SE~GE~IEA~", in: dialect)
                #expect(
                    Reading(bytes).text == "ISA GS [ST] \(outline) ISA GS [ST] {INS} SE GE IEA")
            }
        }
    }

    /// Three files, of which two were cut, and the third ends segments as the first does.
    @Test func threeFiles() {
        let bytes =
            Shorthand.bytes("ISA~GS~ST~INS*Y~REF*1")
            + Shorthand.bytes("ISA*2~GS~ST~INS*N~REF*2", in: Dialect.all[7])
            + Shorthand.bytes("ISA*3~GS~ST~INS*Y~SE~GE~IEA~")
        let reading = Reading(bytes)
        #expect(
            reading.text
                == "ISA GS [ST] {INS!} \"REF*1\" ISA GS [ST] {INS!} \"REF|2\" ISA GS [ST] {INS} SE GE IEA"
        )
        #expect(Reading(bytes, pieces: .of(1)) == reading)
    }
}
