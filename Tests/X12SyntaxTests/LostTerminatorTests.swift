import Testing

@testable import X12Syntax

/// Envelopes and levels whose segments lost the terminator between them.
struct LostTerminatorTests {
    private static let start = "ISA~GS~ST~BGN*00~INS*Y~"
    private static let end = "SE~GE~IEA~"
    private static let levels = "ISA~GS~ST*1*837~BHT*00~HL*1**20*1~NM1*85~"
    private static let last = "HL*2*1*22*0~SBR*P~CLM*A~"

    /// `()` stands where a terminator was lost; where each finding is, and what it expects.
    static let cases: [(text: String, findings: [String])] = [
        ("ISA~GS()ST~BGN*00~INS*Y~" + end, ["GS-08 ST"]),
        ("ISA~GS~ST()BGN*00~INS*Y~" + end, ["ST-03 BGN"]),
        ("ISA~GS~=ST*834*0001()BGN*00~INS*Y~" + end, ["ST-02 BGN"]),
        ("ISA~=GS*BE*A*B*20260105*0730*1*X*005010X220A1 ()ST~BGN*00~INS*Y~" + end, ["GS-08 ST"]),
        ("ISA~GS()GE~IEA~", ["GS-08 GE"]),
        ("ISA~TA1*1*260105*0730*A*000()GS~ST~BGN*00~INS*Y~" + end, ["TA1-05 GS"]),
        (start + "SE()GE~IEA~", ["SE-02 GE"]),
        (start + "SE()ST*2~BGN*00~INS*N~" + end, ["SE-02 ST"]),
        (start + "SE~GE()IEA~", ["GE-02 IEA"]),
        (start + "SE~GE()GS*2~ST~BGN*00~INS*N~" + end, ["GE-02 GS"]),
        (start + "SE~GE~IEA()ISA*2~GS~ST~BGN*00~INS*N~" + end, ["IEA-02 ISA"]),
        (start + "REF*0F*A()SE~GE~IEA~", ["REF-02 SE"]),
        ("ISA~GS~ST~BGN*00()SE~GE~IEA~", ["BGN-01 SE"]),
        (
            "ISA~GS()ST()BGN*00~N1*P5~N1*IN~INS*Y~REF*0F*A()SE()GE~IEA~",
            ["GS-08 ST", "ST-03 BGN", "REF-02 SE", "SE-02 GE"]
        ),
        (start + "SE()GE()IEA~", ["SE-02 GE", "GE-02 IEA"]),
        ("ISA~GS~ST*1*837()BHT*00~HL*1**20*1~" + last + end, ["ST-03 BHT"]),
        ("ISA~GS~ST*1*837~BHT*00()HL*1**20*1~" + last + end, ["BHT-01 HL"]),
        (levels + "N3*A()" + last + end, ["N3-01 HL"]),
        (levels + "N3*A()HL*2*1*22*1~NM1*PR()HL*3*2*23*0~CLM*A~" + end, ["N3-01 HL", "NM1-01 HL"]),
        (levels + "HL*2*1*22*1~NM1*PR()HL*3*2*23*0~CLM*A~CLM*B~" + end, ["NM1-01 HL"]),
        (levels + last + "REF*B()HL*3*1*22*1~NM1*PR~HL*4*3*23*0~CLM*B~" + end, ["REF-01 HL"]),
        (levels + last + "REF*B()SE~GE~IEA~", ["REF-01 SE"]),
        ("ISA~GS~ST~BGN*00~INS*Y~SE~ST*2*270~BHT*0~REF*B()SE~GE~IEA~", ["REF-01 SE"]),
    ]

    @Test(arguments: cases)
    func isReadAsIfItWereThere(_ text: String, _ expected: [String]) {
        let whole = Reading(Shorthand.bytes(text.replacing("()", with: "~")))
        for between in ["", "\n", "\r\n", "  \n"] {
            check(text, between, .usual, expected, whole)
        }
    }

    @Test(arguments: cases)
    func delimitersMakeNoDifference(_ text: String, _ expected: [String]) {
        let whole = Reading(Shorthand.bytes(text.replacing("()", with: "~")))
        for dialect in Dialect.all { check(text, "", dialect, expected, whole) }
    }

    /// A line break in its place is a terminator.
    @Test(
        arguments: Dialect.all,
        [
            ("ISA()GS~ST~BGN*00~INS*Y~" + end, ["ISA-16 GS"]),
            ("ISA()GS~GE~IEA~", ["ISA-16 GS"]),
            (
                start + end + "ISA*2()GS~ST()BGN*00~INS*N~" + end, ["ISA-16 GS", "ST-03 BGN"]
            ),
        ])
    func theFirstSegmentMayLackItsEnd(
        _ dialect: Dialect, _ lost: (text: String, findings: [String])
    ) {
        let whole = Reading(Shorthand.bytes(lost.text.replacing("()", with: "~")))
        check(lost.text, "", dialect, lost.findings, whole)
    }

    private func check(
        _ text: String, _ between: String, _ dialect: Dialect, _ expected: [String],
        _ whole: Reading
    ) {
        let bytes = Shorthand.bytes(text.replacing("()", with: "(\(between))"), in: dialect)
        let reading = Reading(bytes)
        #expect(reading.outline == whole.outline)
        #expect(reading.levels == whole.levels)
        #expect(reading.faults == [])
        let findings = reading.findings.filter { $0.hasPrefix("x12.segment.terminator ") }
        #expect(reading.findings.count == whole.findings.count + findings.count)
        let said = findings.map { finding in
            let words = finding.split(separator: " ")
            return "\(words[1]) \(words.last ?? "")"
        }
        #expect(said == expected, "\(reading.findings)")
        for size in [1, 2, 7, 50] {
            let inPieces = Reading(bytes, pieces: .of(size), blockSize: 128)
            #expect(inPieces.difference(from: reading) == nil, "pieces of \(size)")
        }
    }

    /// What only looks so.
    static let values: [(text: String, outline: String)] = [
        (
            "ISA~=GS*BE*A*B*20260105*0730*1*X*005010ST~ST~BGN*00~INS*Y~" + end,
            "ISA GS [ST BGN] {INS} SE GE IEA"
        ),
        (start + "NM1*FOSE*1*0001~" + end, "ISA GS [ST BGN] {INS NM1} SE GE IEA"),
        (start + "NM1*FOSE*7*0002~GE~IEA~", "ISA GS [ST BGN] {INS NM1} GE IEA"),
        ("ISA~GS~ST~BGN*HL*1**20*1~INS*Y~" + end, "ISA GS [ST BGN] {INS} SE GE IEA"),
        (
            levels + "N3*AHL*5*1*22*0~CLM*A~" + end,
            "ISA GS [ST BHT] (HL NM1 N3) {CLM} SE GE IEA"
        ),
    ]

    @Test(arguments: values)
    func valuesThatEndLikeIdsAreValues(_ text: String, _ outline: String) {
        let reading = Reading(Shorthand.bytes(text))
        #expect(reading.text == outline)
        #expect(!reading.rules.contains("x12.segment.terminator"))
        #expect(reading.faults == [])
    }
}
