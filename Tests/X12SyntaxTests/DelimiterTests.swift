import Diagnostics
import Testing

@testable import X12Syntax

/// Bytes of a file, the delimiters read from them, and the rules broken.
struct DelimiterCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    /// Element, component, repetition, terminator; a blank where there is none.
    let delimiters: String
    let rules: [String]

    init(_ description: String, _ file: String, _ delimiters: String, _ rules: String...) {
        testDescription = description
        self.file = file
        self.delimiters = delimiters
        self.rules = rules.map { "x12." + $0 }
    }
}

/// Delimiters are what the ISA says they are, even where it is badly made.
@Suite struct DelimiterTests {
    static func isa(_ e: String = "*", _ isa11: String = "^", _ end: String = ":~") -> String {
        ["ISA", "00", "          ", "00", "          ", "ZZ", "SENDER         ", "ZZ"]
            .joined(separator: e) + e
            + ["RECEIVER       ", "260105", "0730", isa11, "00501", "000000001", "0", "P", end]
            .joined(separator: e)
    }

    static func short(_ end: String) -> String {
        "ISA*00**00**ZZ*SENDER*ZZ*RECEIVER*260105*0730*^*00501*000000001*0*P*" + end
    }

    static let gs = "GS*BE*S*R*20260105*0730*1*X*005010X220A1"

    static let cases = [
        DelimiterCase("usual", isa() + "IEA*0*000000001~", "*:^~"),
        DelimiterCase("bars", isa("|", "!", ">'") + "IEA|0|000000001'", "|>!'"),
        DelimiterCase(
            "control characters",
            isa("\u{1D}", "\u{1E}", "\u{1F}\u{1C}")
                + "IEA\u{1D}0\u{1D}000000001\u{1C}", "\u{1D}\u{1F}\u{1E}\u{1C}"),
        DelimiterCase("LF terminates", isa("*", "^", ":\n") + "IEA*0*000000001\n", "*:^\n"),
        DelimiterCase("CR terminates", isa("*", "^", ":\r") + "IEA*0*000000001\r", "*:^\r"),
        DelimiterCase("CR LF terminates", isa("*", "^", ":\r\n") + "IEA*0*000000001\r\n", "*:^\r"),
        DelimiterCase("CR LF after", isa("*", "^", ":~\r\n") + "IEA*0*000000001~\r\n", "*:^~"),
        DelimiterCase("blanks after", isa("*", "^", ":~  ") + "IEA*0*000000001~  ", "*:^~"),
        DelimiterCase("NUL terminates", isa("*", "^", ":\0") + "IEA*0*000000001\0", "*:^\0"),
        DelimiterCase("ISA11 is a letter", isa("*", "U") + "IEA*0*000000001~", "*: ~"),
        DelimiterCase("ISA11 is a digit", isa("*", "0") + "IEA*0*000000001~", "*: ~"),
        DelimiterCase("ISA11 is blank", isa("*", " ") + "IEA*0*000000001~", "*: ~"),
        DelimiterCase(
            "ISA11 is the component separator", isa("*", ":") + "IEA*0*000000001~", "*: ~",
            "interchange.separators"),
        DelimiterCase(
            "narrow elements", short(":~") + "IEA*0*000000001~", "*:^~", "interchange.width"),
        DelimiterCase(
            "narrow elements, LF", short(":\n") + "IEA*0*000000001\n", "*:^\n", "interchange.width"),
        DelimiterCase(
            "narrow elements, CR LF after", short(":~\r\n") + "IEA*0*000000001~\r\n", "*:^~",
            "interchange.width"),
        DelimiterCase(
            "wide elements",
            isa().replacing("SENDER ", with: "THE SENDER WITH A LONG NAME ")
                + "IEA*0*000000001~", "*:^~", "interchange.width"),
        DelimiterCase(
            "ISA16 missing", short("~") + gs + "~GE*0*1~IEA*1*000000001~", "* ^~",
            "interchange.width"),
        DelimiterCase(
            "ISA16 missing, LF after", short("~\n") + gs + "~\nGE*0*1~\nIEA*1*000000001~\n", "* ^~",
            "interchange.width"),
        DelimiterCase(
            "ISA16 missing, LF", short("\n") + gs + "\nGE*0*1\nIEA*1*000000001\n", "* ^\n",
            "interchange.width"),
        DelimiterCase(
            "ISA16 missing, all else in its place",
            isa("*", "^", "~") + gs + "~GE*0*1~IEA*1*000000001~", "* ^~", "interchange.width"),
        DelimiterCase(
            "terminator missing", isa("*", "^", ":") + gs + "~GE*0*1~IEA*1*000000001~", "*:^~",
            "segment.terminator"),
        DelimiterCase(
            "terminator missing, LF", isa("*", "^", ":") + gs + "\nGE*0*1\nIEA*1*000000001\n",
            "*:^\n", "segment.terminator"),
        DelimiterCase(
            "from GS", gs + "~GE*0*1~", "*:^~", "interchange.missing"),
        DelimiterCase(
            "from GS with bars and LF", gs.replacing("*", with: "|") + "\nGE|0|1\n", "|:^\n",
            "interchange.missing"),
        DelimiterCase(
            "from ST", "ST*834*0001*005010X220A1~INS*Y~SE*3*0001~", "*:^~", "interchange.missing"),
        DelimiterCase(
            "from ST without ST03", "ST*834*0001~INS*Y~SE*3*0001~", "*:^~", "interchange.missing"),
        DelimiterCase(
            "from ST with control characters",
            "ST\u{1D}834\u{1D}0001\u{1C}INS\u{1D}Y\u{1C}"
                + "SE\u{1D}3\u{1D}0001\u{1C}", "\u{1D}:^\u{1C}", "interchange.missing"),
    ]

    @Test(arguments: cases) func delimiters(of example: DelimiterCase) throws {
        let items = Array(X12Reader(Array(example.file.utf8)))
        let first = try #require(items.compactMap(\.segment).first)
        let wanted = Array(example.delimiters.utf8).map { $0 == 0x20 ? nil : $0 }
        #expect(first.delimiters.element == wanted[0])
        #expect(first.delimiters.component == wanted[1])
        #expect(first.delimiters.repetition == wanted[2])
        #expect(first.delimiters.terminator == wanted[3])
        #expect(items.compactMap(\.finding).map(\.rule.description) == example.rules)
        #expect(!items.contains { if case .unreadable = $0 { true } else { false } })
    }

    @Test(arguments: cases) func pieces(of example: DelimiterCase) {
        let bytes = Array(example.file.utf8)
        let whole = Reading(bytes)
        #expect(Reading(bytes, pieces: .of(1)).difference(from: whole) == nil)
        for size in 3...120 {
            let reading = Reading(bytes, blockSize: size)
            #expect(reading.difference(from: whole) == nil, "blocks of \(size) bytes")
        }
    }

    /// What is no interchange at all.
    static let refused = [
        "", "ISA", "ISA*", isa().dropLast(2) + "", String(isa().prefix(60)), "ISAAC*NEWTON~",
        "ISA 00 ",
        "ISA*00*ZZ~GS*BE~", "GS", "GS*BE*S", "ST", "ST*834", "%PDF-1.7\nISA", "GSA*1*2~",
        "STA*1*2~",
    ]

    @Test(arguments: refused) func nothingToRead(in text: String) {
        let items = Array(X12Reader(Array(text.utf8)))
        #expect(items.compactMap(\.segment).isEmpty)
        #expect(X12Writer.write(items) == Array(text.utf8))
        #expect(items.compactMap(\.finding).count == (text.isEmpty ? 0 : 1))
    }

    /// A second ISA after a cut: with the same delimiters or any others.
    @Test(arguments: Dialect.all, Dialect.all)
    func secondInterchange(after first: Dialect, in second: Dialect) {
        let cut = Shorthand.bytes("ISA~GS~ST~BGN*00~INS*Y~REF*0F*1~", in: first)
        let next = Shorthand.bytes("ISA*2~GS~ST~INS*Y~SE~GE~IEA~", in: second)
        let reading = Reading(cut + next)
        #expect(reading.text == "ISA GS [ST BGN] {INS REF} ISA GS [ST] {INS} SE GE IEA")
        #expect(
            reading.rules == ["x12.set.unclosed", "x12.group.unclosed", "x12.interchange.unclosed"])
        #expect(reading.faults == [])
        for size in [110, 150, 256, 300] {
            let inBlocks = Reading(cut + next, blockSize: size)
            #expect(inBlocks.difference(from: reading) == nil, "blocks of \(size) bytes")
        }
    }

    /// Interchanges that follow each other, each with its own delimiters.
    @Test(arguments: Dialect.all, Dialect.all)
    func eachItsOwn(_ first: Dialect, _ second: Dialect) {
        let one = Shorthand.bytes("ISA~GS~ST~INS*Y~SE~GE~IEA~", in: first)
        let two = Shorthand.bytes("ISA*2~GS~ST~INS*Y~SE~GE~IEA~", in: second)
        let three = Shorthand.bytes("ISA*3~IEA~", in: first)
        let reading = Reading(one + two + three)
        #expect(
            reading.text == "ISA GS [ST] {INS} SE GE IEA ISA GS [ST] {INS} SE GE IEA ISA IEA")
        #expect(reading.rules == [])
        #expect(reading.faults == [])
    }
}

extension X12Item {
    var segment: Segment? { if case .segment(let segment) = self { segment } else { nil } }
    var finding: Finding? { if case .finding(let finding) = self { finding } else { nil } }
}
