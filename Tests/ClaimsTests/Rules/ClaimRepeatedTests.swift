import Claims
import Diagnostics
import Testing

struct ClaimRepeatedTests {
    static let record = ["claim.record.repeated"]
    static let number = ["claim.id.repeated"]
    static let one = ClaimDraft.professional

    /// A claim that follows `one`, and what is found.
    static let pairs: [(draft: ClaimDraft, found: [String])] = [
        (one, record),
        (one.with(\.clm, "CLM*C2*10***11:B:1*Y*A*Y*Y~"), record),
        (one.with(\.clm, "CLM*C1*10***12:B:1*Y*A*Y*Y~"), record),
        (one.with(\.lines, line("99214")), number),
        (second(line("99213:25")), []),
        (second(line("99213", day: "20250702")), []),
        (second(line("99213") + "NM1*82*1*DOE*****XX*1234567893~"), []),
        (second(line("99213")).with(\.others, "NM1*82*1*DOE*****XX*1234567893~"), []),
        (second(line("99213")).with(\.others, "NM1*82*1*ROE*K~REF*G2*A1~"), []),
        (second(line("99213") + "NM1*82*1*ROE*K~REF*G2*A1~"), []),
        (one.with(\.clm, "CLM*C2*10***11:B:7*Y*A*Y*Y~").with(\.inner, "REF*F8*R1~"), []),
        (second(line("99213")), record),
    ]

    /// A claim twice, of this frequency each time and with these references, and what is found.
    @Test(arguments: [
        ("8", "REF*F8*R1~", "REF*F8*R2~", []), ("8", "REF*F8*R1~", "REF*F8*R1~", record),
        ("7", "REF*F8*R1~", "REF*F8*R2~", []), ("1", "REF*F8*R1~", "REF*F8*R2~", record),
    ])
    func whatIsTakenBackIsToldApart(
        _ frequency: String, _ first: String, _ second: String, _ found: [String]
    ) {
        let claims = [("C1", first), ("C2", second)].map { number, reference in
            Self.one.with(\.clm, "CLM*\(number)*10***11:B:\(frequency)*Y*A*Y*Y~")
                .with(\.inner, reference).text
        }
        let text = ClaimReading.billing() + ClaimReading.subscriber() + claims.joined()
        #expect(Self.findings(ClaimReading(text)).map(\.rule.description) == found)
    }

    static func second(_ lines: String) -> ClaimDraft {
        one.with(\.clm, "CLM*C2*10***11:B:1*Y*A*Y*Y~").with(\.lines, lines)
    }

    static func line(_ procedure: String, day: String = "20250701") -> String {
        "LX*1~SV1*HC:\(procedure)*10*UN*1***1~DTP*472*D8*\(day)~"
    }

    @Test(arguments: pairs)
    func claimsAreCompared(_ draft: ClaimDraft, _ found: [String]) {
        let text = ClaimReading.billing() + ClaimReading.subscriber() + Self.one.text + draft.text
        let findings = Self.findings(ClaimReading(text))
        #expect(findings.map(\.rule.description) == found)
        for finding in findings { #expect(finding.related.first?.start ?? 0 > 0) }
    }

    /// Rendering providers without NPI of two claims that are alike, and what is found.
    @Test(arguments: [
        ("NM1*82*1*ROE*K~REF*G2*A1~", "NM1*82*1*ROE*K~REF*G2*A1~", record),
        ("NM1*82*1*ROE*K~REF*G2*A1~", "NM1*82*1*ROE*K~REF*G2*A2~", number),
        ("NM1*82*1*ROE*K~REF*0B*S1~REF*G2*A1~", "NM1*82*1*ROE*K~REF*G2*A1~REF*0B*S1~", record),
        ("NM1*82*1*ROE*K~", "NM1*82*1*ROE*L~", number),
        ("NM1*82*1*ROE*K~", "NM1*82*1*DOE*K~", number),
    ])
    func providersWithoutNPIAreToldApart(_ first: String, _ second: String, _ found: [String]) {
        for part in [\ClaimDraft.others, \ClaimDraft.lines] {
            let claims = [first, second].map {
                Self.one.with(part, Self.one[keyPath: part] + $0).text
            }
            let text = ClaimReading.billing() + ClaimReading.subscriber() + claims.joined()
            let findings = Self.findings(ClaimReading(text)).map(\.rule.description)
            #expect(findings == found, "\(part)")
        }
    }

    /// Billing providers without NPI, as those of personal care.
    @Test(arguments: [
        ("1*ALMEIDA*ANA", "1*ALMEIDA*ANA", record), ("1*ALMEIDA*ANA", "1*BAKER*ANA", number),
        ("1*ALMEIDA*ANA", "1*ALMEIDA*EVA", number), ("2*CARE", "2*HELP", number),
    ])
    func billingProvidersWithoutNPIAreToldApart(
        _ first: String, _ second: String, _ found: [String]
    ) {
        let text = [first, second].map { name in
            let billing = ClaimReading.billing().split(separator: "~").map {
                $0.hasPrefix("NM1*85*") ? "NM1*85*\(name)" : $0
            }
            return billing.joined(separator: "~") + "~" + ClaimReading.subscriber() + Self.one.text
        }
        let findings = Self.findings(ClaimReading(text.joined())).map(\.rule.description)
        #expect(findings == found)
    }

    /// Small letters are as good as capitals.
    @Test(arguments: [
        ("H0004", "h0004", record), ("G9011:U1", "g9011:u1", record), ("G9011", "G9012", number),
    ])
    func codesInSmallLettersAreTheSame(_ first: String, _ second: String, _ found: [String]) {
        let claims = [first, second].map { Self.one.with(\.lines, Self.line($0)).text }
        let text = ClaimReading.billing() + ClaimReading.subscriber() + claims.joined()
        #expect(Self.findings(ClaimReading(text)).map(\.rule.description) == found)
    }

    /// The same with other lines first: the order of lines does not matter.
    @Test func linesComeInAnyOrder() {
        let clm = "CLM*C1*20***11:B:1*Y*A*Y*Y~HI*ABK:Z0000~"
        let text =
            ClaimReading.billing() + ClaimReading.subscriber()
            + clm + Self.line("99213") + Self.line("99214")
            + clm + Self.line("99214") + Self.line("99213")
            + clm + Self.line("99214") + Self.line("99214")
        let found = Self.findings(ClaimReading(text)).map(\.rule.description)
        #expect(found == Self.record + Self.number)
    }

    /// Levels between the claim and the same claim again, and what is found.
    @Test(arguments: [
        (ClaimReading.subscriber(), record),
        (ClaimReading.subscriber().replacing("100000000001", with: "100000000002"), number),
        (ClaimReading.subscriber().replacing("*PI*P1~", with: "*PI*P2~"), number),
        (ClaimReading.billing() + ClaimReading.subscriber(), record),
        (
            ClaimReading.billing().replacing("1234567893", with: "2417000017")
                + ClaimReading.subscriber(), number
        ),
        (ClaimReading.subscriber(child: 1) + ClaimReading.patient(), number),
    ])
    func whoseClaimItIsCounts(_ levels: String, _ found: [String]) {
        let text =
            ClaimReading.billing() + ClaimReading.subscriber() + Self.one.text + levels
            + Self.one.text
        #expect(Self.findings(ClaimReading(text)).map(\.rule.description) == found)
    }

    /// What the second of two dependents of a subscriber has instead, and what is found.
    @Test(arguments: [
        ("", "", record), ("LAST*CHILD", "OTHER*CHILD", number),
        ("LAST*CHILD", "LAST*TWIN", number),
        ("20150203*M", "20150203*F", number), ("20150203*M", "20150204*M", number),
        ("PAT*19", "PAT*20", number), ("B ST", "C ST", record),
    ])
    func dependentsAreToldApart(_ sent: String, _ instead: String, _ found: [String]) {
        let patient = ClaimReading.patient() + Self.one.text
        let text =
            ClaimReading.billing() + ClaimReading.subscriber(child: 1) + patient
            + (sent.isEmpty ? patient : patient.replacing(sent, with: instead))
        #expect(Self.findings(ClaimReading(text)).map(\.rule.description) == found)
    }

    @Test(arguments: [
        ("TOO*JP*3~", "TOO*JP*4~", number), ("TOO*JP*3*M~", "TOO*JP*3*M:O~", number),
        ("TOO*JP*3*M~", "TOO*JP*3*M~", record),
    ])
    func teethAreToldApart(_ first: String, _ second: String, _ found: [String]) {
        let draft = ClaimDraft.dental
        let text =
            draft.billing + draft.subscriber
            + draft.with(\.lines, draft.lines + first).text
            + draft.with(\.lines, draft.lines + second).text
        let reading = ClaimReading(text, guide: draft.guide)
        #expect(Self.findings(reading).map(\.rule.description) == found)
    }

    /// What the rule across claims finds.
    static func findings(_ reading: ClaimReading) -> [Finding] {
        var rules = ClaimFileRules()
        var found: [Finding] = []
        rules.prepare(reading.facts)
        for facts in reading.facts { rules.add(facts, locate: { _ in (1, 1) }, &found) }
        return found
    }
}
