import Testing

@testable import X12Syntax

/// Shorthand of a file, what the spine makes of it, and the rules it finds broken.
struct EnvelopeCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let outline: String
    let rules: [String]

    init(_ description: String, _ file: String, _ outline: String, _ rules: String...) {
        testDescription = description
        self.file = file
        self.outline = outline
        self.rules = rules.map { "x12." + $0 }
    }
}

/// Envelopes, complete and broken; every one in every dialect, cut into all kinds of pieces.
@Suite struct EnvelopeTests {
    static let sound = [
        EnvelopeCase(
            "one set", "ISA~GS~ST~BGN*00~INS*Y~REF*0F*1~INS*N~SE~GE~IEA~",
            "ISA GS [ST BGN] {INS REF} {INS} SE GE IEA"),
        EnvelopeCase("nothing", "", ""),
        EnvelopeCase("no groups", "ISA~IEA~", "ISA IEA"),
        EnvelopeCase("no sets", "ISA~GS~GE~IEA~", "ISA GS GE IEA"),
        EnvelopeCase("TA1 alone", "ISA~TA1*000000001*260105*0730*A*000~IEA~", "ISA TA1 IEA"),
        EnvelopeCase(
            "TA1 before GS", "ISA~TA1*1~TA1*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA TA1 TA1 GS [ST] {INS} SE GE IEA"),
        EnvelopeCase(
            "several sets", "ISA~GS~ST~INS*Y~SE~ST*2~INS*Y~SE~ST*3~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE [ST] {INS} SE [ST] {INS} SE GE IEA"),
        EnvelopeCase(
            "several groups", "ISA~GS~ST~INS*Y~SE~GE~GS*2~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE GE GS [ST] {INS} SE GE IEA"),
        EnvelopeCase(
            "several interchanges", "ISA~GS~ST~INS*Y~SE~GE~IEA~ISA*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE GE IEA ISA GS [ST] {INS} SE GE IEA"),
        EnvelopeCase(
            "ISA in names", "ISA~GS~ST~INS*Y~NM1*IL*1*ISAAC*ISA~ISAAC*X~N3*ISA*1~SE~GE~IEA~",
            "ISA GS [ST] {INS NM1 ISAAC N3} SE GE IEA"),
        EnvelopeCase(
            "a whole ISA in a segment, and no GS behind it",
            "ISA~GS~ST~INS*Y~=NTEISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER   "
                + "    *260105*0730*^*00501*000000009*0*P*:~REF*1~SE*5~GE~IEA~",
            "ISA GS [ST] {INS NTEISA REF} SE GE IEA"),
        EnvelopeCase(
            "white space around", "( \n )ISA~( \n )GS~GE~IEA~( \n\n )ISA*2~IEA~( \r\n )",
            "ISA GS GE IEA ISA IEA"),
        EnvelopeCase("byte order mark", "(\u{FEFF})ISA~IEA~", "ISA IEA", "bytes.mark"),
        EnvelopeCase(
            "mark and white space", "(\u{FEFF} \n)ISA~IEA~", "ISA IEA", "bytes.mark"),
    ]

    static let unclosed = [
        EnvelopeCase(
            "IEA missing", "ISA~GS~ST~INS*Y~SE~GE~", "ISA GS [ST] {INS} SE GE",
            "interchange.unclosed"),
        EnvelopeCase(
            "IEA missing between", "ISA~GS~ST~INS*Y~SE~GE~ISA*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE GE ISA GS [ST] {INS} SE GE IEA", "interchange.unclosed"),
        EnvelopeCase(
            "GE missing", "ISA~GS~ST~INS*Y~SE~IEA~", "ISA GS [ST] {INS} SE IEA", "group.unclosed"),
        EnvelopeCase(
            "GE missing between", "ISA~GS~ST~INS*Y~SE~GS*2~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE GS [ST] {INS} SE GE IEA", "group.unclosed"),
        EnvelopeCase(
            "GE and IEA missing", "ISA~GS~ST~INS*Y~SE~", "ISA GS [ST] {INS} SE", "group.unclosed",
            "interchange.unclosed"),
        EnvelopeCase(
            "SE missing", "ISA~GS~ST~INS*Y~GE~IEA~", "ISA GS [ST] {INS} GE IEA", "set.unclosed"),
        EnvelopeCase(
            "SE missing between", "ISA~GS~ST~INS*Y~ST*2~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} [ST] {INS} SE GE IEA", "set.unclosed"),
        EnvelopeCase(
            "SE and GE missing after the header", "ISA~GS~ST~BGN*1~GS*2~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST BGN] GS [ST] {INS} SE GE IEA", "set.unclosed", "group.unclosed"),
        EnvelopeCase(
            "SE and GE missing between", "ISA~GS~ST~INS*Y~GS*2~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} GS [ST] {INS} SE GE IEA", "set.unclosed", "group.unclosed"),
        EnvelopeCase(
            "SE and GE missing", "ISA~GS~ST~INS*Y~IEA~", "ISA GS [ST] {INS} IEA", "set.unclosed",
            "group.unclosed"),
        EnvelopeCase(
            "second ISA in a group", "ISA~GS~ST~INS*Y~SE~ISA*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE ISA GS [ST] {INS} SE GE IEA", "group.unclosed",
            "interchange.unclosed"),
        EnvelopeCase(
            "second ISA in a set", "ISA~GS~ST~INS*Y~ISA*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} ISA GS [ST] {INS} SE GE IEA", "set.unclosed", "group.unclosed",
            "interchange.unclosed"),
        EnvelopeCase(
            "second ISA in a segment", "ISA~GS~ST~INS*Y~RE()ISA*2~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS!} \"RE\" ISA GS [ST] {INS} SE GE IEA", "set.unclosed",
            "group.unclosed", "interchange.unclosed", "bytes.outside"),
        EnvelopeCase(
            "second ISA with TA1 in a segment", "ISA~GS~GE~IE()ISA*2~TA1*1~IEA~",
            "ISA GS GE \"IE\" ISA TA1 IEA", "interchange.unclosed", "bytes.outside"),
        EnvelopeCase(
            "second ISA at once", "ISA~ISA*2~IEA~", "ISA ISA IEA", "interchange.unclosed"),
        EnvelopeCase("ISA alone", "ISA~", "ISA", "interchange.unclosed"),
        EnvelopeCase(
            "cut after a record", "ISA~GS~ST~INS*Y~REF*0F*1~", "ISA GS [ST] {INS REF!}",
            "file.truncated"),
        EnvelopeCase(
            "cut in the header", "ISA~GS~ST~BGN*00~", "ISA GS [ST BGN!]", "file.truncated"),
        EnvelopeCase(
            "IEA unterminated", "ISA~GS~ST~INS*Y~SE~GE~IEA", "ISA GS [ST] {INS} SE GE IEA",
            "segment.unterminated"),
        EnvelopeCase(
            "IEA unterminated, then blanks", "ISA~GS~ST~INS*Y~SE~GE~IEA(  )",
            "ISA GS [ST] {INS} SE GE IEA", "segment.unterminated"),
    ]

    static let mistaken = [
        EnvelopeCase(
            "SE01", "ISA~GS~ST~INS*Y~SE*9~GE~IEA~", "ISA GS [ST] {INS} SE GE IEA", "set.count"),
        EnvelopeCase(
            "SE01 no number", "ISA~GS~ST~INS*Y~SE*x~GE~IEA~", "ISA GS [ST] {INS} SE GE IEA",
            "set.count"),
        EnvelopeCase(
            "SE01 too big", "ISA~GS~ST~INS*Y~SE*99999999999999999999~GE~IEA~",
            "ISA GS [ST] {INS} SE GE IEA", "set.count"),
        EnvelopeCase(
            "SE02", "ISA~GS~ST~INS*Y~SE*3*9~GE~IEA~", "ISA GS [ST] {INS} SE GE IEA", "set.control"),
        EnvelopeCase(
            "SE without elements", "ISA~GS~ST~INS*Y~=SE~GE~IEA~", "ISA GS [ST] {INS} SE GE IEA",
            "set.count", "set.control"),
        EnvelopeCase(
            "GE01", "ISA~GS~ST~INS*Y~SE~GE*2~IEA~", "ISA GS [ST] {INS} SE GE IEA", "group.count"),
        EnvelopeCase(
            "GE02", "ISA~GS~ST~INS*Y~SE~GE*1*9~IEA~", "ISA GS [ST] {INS} SE GE IEA",
            "group.control"),
        EnvelopeCase(
            "IEA01", "ISA~GS~ST~INS*Y~SE~GE~IEA*0~", "ISA GS [ST] {INS} SE GE IEA",
            "interchange.count"),
        EnvelopeCase(
            "IEA02", "ISA~GS~ST~INS*Y~SE~GE~IEA*1*9~", "ISA GS [ST] {INS} SE GE IEA",
            "interchange.control"),
        EnvelopeCase(
            "ISA13 twice", "ISA*7~IEA~ISA*7~IEA~", "ISA IEA ISA IEA", "interchange.duplicate"),
        EnvelopeCase(
            "GS06 twice", "ISA~GS*7~GE~GS*7~GE~IEA~", "ISA GS GE GS GE IEA", "group.duplicate"),
        EnvelopeCase(
            "ST02 twice", "ISA~GS~ST*7~INS*Y~SE~ST*7~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE [ST] {INS} SE GE IEA", "set.duplicate"),
        EnvelopeCase(
            "no records", "ISA~GS~ST~BGN*00~SE~GE~IEA~", "ISA GS [ST BGN] SE GE IEA", "set.empty"),
        EnvelopeCase("SE without ST", "ISA~GS~SE*1~GE~IEA~", "ISA GS SE GE IEA", "envelope.order"),
        EnvelopeCase("GE without GS", "ISA~GE~IEA*0~", "ISA GE IEA", "envelope.order"),
        EnvelopeCase(
            "ST without GS", "ISA~ST~INS*Y~SE~IEA*1~", "ISA [ST] {INS} SE IEA", "group.missing"),
        EnvelopeCase(
            "stray after SE", "ISA~GS~ST~INS*Y~SE~REF*1~N1*2~GE~IEA~",
            "ISA GS [ST] {INS} SE ?REF ?N1 GE IEA", "segment.stray"),
        EnvelopeCase(
            "stray after ISA", "ISA~REF*1~GS~ST~INS*Y~SE~GE~IEA~",
            "ISA ?REF GS [ST] {INS} SE GE IEA",
            "segment.stray"),
        EnvelopeCase(
            "stray after GS", "ISA~GS~REF*1~ST~INS*Y~SE~GE~IEA~",
            "ISA GS ?REF [ST] {INS} SE GE IEA",
            "segment.stray"),
        EnvelopeCase(
            "stray after GE", "ISA~GS~ST~INS*Y~SE~GE~REF*1~IEA~",
            "ISA GS [ST] {INS} SE GE ?REF IEA",
            "segment.stray"),
        EnvelopeCase(
            "stray twice", "ISA~REF*1~GS~ST~INS*Y~SE~GE~REF*1~IEA~",
            "ISA ?REF GS [ST] {INS} SE GE ?REF IEA", "segment.stray", "segment.stray"),
        EnvelopeCase(
            "TA1 in a group", "ISA~GS~TA1*1~ST~INS*Y~SE~GE~IEA~",
            "ISA GS ?TA1 [ST] {INS} SE GE IEA", "segment.stray"),
    ]

    static let unknown = [
        EnvelopeCase(
            "a group of other sets", "ISA~GS~ST*1*271~BHT*1~SE~ST*2*271~SE~GE~IEA~",
            "ISA <GS ST BHT SE ST SE GE> IEA", "guide.unknown", "guide.unknown"),
        EnvelopeCase(
            "between others", "ISA~GS~ST~INS*Y~SE~GE~GS*2~ST*1*271~SE~GE~GS*3~ST~INS*Y~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE GE <GS ST SE GE> GS [ST] {INS} SE GE IEA", "guide.unknown"),
        EnvelopeCase(
            "another set second", "ISA~GS~ST~INS*Y~SE~ST*2*271~BHT*1~SE~GE~IEA~",
            "ISA GS [ST] {INS} SE <<ST BHT SE>> GE IEA", "guide.unknown"),
        EnvelopeCase(
            "another set first", "ISA~GS~ST*1*271~BHT*1~SE~ST*2~INS*Y~SE~GE~IEA~",
            "ISA <GS ST BHT SE> [ST] {INS} SE GE IEA", "guide.unknown"),
        EnvelopeCase(
            "stray inside", "ISA~GS~ST*1*271~SE~REF*1~GE~IEA~", "ISA <GS ST SE REF GE> IEA",
            "guide.unknown"),
        EnvelopeCase(
            "SE missing inside", "ISA~GS~ST*1*271~BHT*1~GE~IEA~", "ISA <GS ST BHT GE> IEA",
            "guide.unknown", "set.unclosed"),
        EnvelopeCase(
            "GE missing inside", "ISA~GS~ST*1*271~BHT*1~SE~IEA~", "ISA <GS ST BHT SE> IEA",
            "guide.unknown", "group.unclosed"),
        EnvelopeCase(
            "cut inside", "ISA~GS~ST*1*271~BHT*1~", "ISA <GS ST BHT>", "guide.unknown",
            "file.truncated"),
    ]

    static let outside = [
        EnvelopeCase(
            "text before", "(Daily report\n)ISA~IEA~", "\"Dailyreport\" ISA IEA", "bytes.outside"),
        EnvelopeCase(
            "text after", "ISA~IEA~( -- end)", "ISA IEA \"--end\"", "bytes.outside"),
        EnvelopeCase(
            "text between", "ISA~IEA~(\n-- next --\n)ISA*2~IEA~", "ISA IEA \"--next--\" ISA IEA",
            "bytes.outside"),
        EnvelopeCase(
            "text everywhere", "(a )ISA~IEA~( b )ISA*2~IEA~( c)",
            "\"a\" ISA IEA \"b\" ISA IEA \"c\"", "bytes.outside", "bytes.outside", "bytes.outside"),
        EnvelopeCase("text alone", "(no X12 at all)", "\"noX12atall\"", "bytes.outside"),
        EnvelopeCase("ISAAC before", "(ISAAC\n)ISA~IEA~", "\"ISAAC\" ISA IEA", "bytes.outside"),
        EnvelopeCase(
            "ISA in text before", "(an ISA of ISA* and GS*\n)ISA~IEA~",
            "\"anISAofISA*andGS*\" ISA IEA",
            "bytes.outside"),
    ]

    static let fragments = [
        EnvelopeCase(
            "from GS", "GS~ST~INS*Y~SE~GE~", "GS [ST] {INS} SE GE", "interchange.missing"),
        EnvelopeCase("from ST", "ST~INS*Y~SE~", "[ST] {INS} SE", "interchange.missing"),
        EnvelopeCase(
            "two sets from ST", "ST~INS*Y~SE~ST*2~INS*Y~SE~", "[ST] {INS} SE [ST] {INS} SE",
            "interchange.missing"),
        EnvelopeCase(
            "from ST without SE", "ST~INS*Y~", "[ST] {INS!}", "interchange.missing", "set.unclosed"),
        EnvelopeCase(
            "from GS without GE", "GS~ST~INS*Y~SE~", "GS [ST] {INS} SE", "interchange.missing",
            "group.unclosed"),
        EnvelopeCase(
            "GE after ST", "ST~INS*Y~GE*1*1~INS*Y~", "[ST] {INS} GE ?INS", "interchange.missing",
            "set.unclosed", "envelope.order", "segment.stray"),
        EnvelopeCase(
            "IEA after ST", "ST~INS*Y~IEA*1*1~ST*2~INS*Y~SE~", "[ST] {INS} IEA [ST] {INS} SE",
            "interchange.missing", "set.unclosed", "envelope.order"),
        EnvelopeCase(
            "IEA after GS", "GS~ST~INS*Y~SE~GE~IEA*1*1~", "GS [ST] {INS} SE GE IEA",
            "interchange.missing", "envelope.order"),
        EnvelopeCase(
            "an interchange after", "GS~ST~INS*Y~SE~GE~ISA~GS~ST~INS*Y~SE~GE~IEA~",
            "GS [ST] {INS} SE GE ISA GS [ST] {INS} SE GE IEA", "interchange.missing"),
        EnvelopeCase(
            "after an interchange", "ISA~IEA~GS~ST~INS*Y~SE~GE~", "ISA IEA GS [ST] {INS} SE GE",
            "interchange.missing"),
    ]

    static let all = sound + unclosed + mistaken + unknown + outside + fragments

    /// A fragment's separator is not inferred from white space.
    static let examples = all.flatMap { example in
        Dialect.all.filter { $0.delimiters.element != 0x09 || !isFragment(example) }
            .map { (example, $0) }
    }

    private static func isFragment(_ example: EnvelopeCase) -> Bool {
        example.rules.contains("x12.interchange.missing")
    }

    @Test(arguments: examples) func outline(of example: EnvelopeCase, in dialect: Dialect) {
        let reading = Reading(Shorthand.bytes(example.file, in: dialect))
        #expect(reading.text == example.outline)
        #expect(reading.rules == example.rules)
        #expect(reading.faults == [])
    }

    @Test(arguments: examples) func pieces(of example: EnvelopeCase, in dialect: Dialect) {
        let bytes = Shorthand.bytes(example.file, in: dialect)
        let whole = Reading(bytes)
        #expect(Reading(bytes, pieces: .of(1)) == whole, "byte by byte")
        for seed in 1...3 as ClosedRange<UInt64> {
            #expect(Reading(bytes, pieces: .random(seed)) == whole, "seed \(seed)")
        }
    }

    @Test(arguments: examples) func smallBlocks(of example: EnvelopeCase, in dialect: Dialect) {
        let bytes = Shorthand.bytes(example.file, in: dialect)
        let whole = Reading(bytes).regardlessOfBlocks
        for size in [3, 4, 7, 16, 61, 107, 200, 511] {
            let reading = Reading(bytes, blockSize: size).regardlessOfBlocks
            #expect(reading.difference(from: whole) == nil, "blocks of \(size) bytes")
        }
    }
}
