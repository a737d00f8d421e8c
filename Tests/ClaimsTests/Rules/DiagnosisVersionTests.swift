import Testing

struct DiagnosisVersionTests {
    static let mixed = "diagnosis.mixed at 2300/HI-"
    static let version = ["diagnosis.version at 2300/HI-01-1"]

    /// HI of an institutional claim, the last day of its statement, and what is found.
    static let institutional: [(codes: String, through: String, found: [String])] = [
        ("HI*ABK:I10~", "20151001", []),
        ("HI*BK:4019~", "20150930", []),
        ("HI*ABK:I10~HI*ABF:R05~HI*BBR:0DTJ4ZZ:D8:20250701~", "20250702", []),
        ("HI*BK:4019~HI*BF:7862~HI*BR:4701:D8:20150901~", "20150902", []),
        ("HI*ABK:I10~", "20150930", version),
        ("HI*BK:4019~", "20151001", version),
        ("HI*ABK:I10~HI*BF:7862~", "20250702", [mixed + "01-1"]),
        ("HI*ABK:I10~HI*ABF:R05*BF:7862~", "20250702", [mixed + "02-1"]),
        ("HI*ABK:I10~HI*BR:4701:D8:20250701~", "20250702", [mixed + "01-1"]),
        ("HI*BK:4019~HI*ABJ:R05~", "20150902", [mixed + "01-1"]),
    ]

    @Test(arguments: institutional)
    func theStatementDecides(_ codes: String, _ through: String, _ found: [String]) {
        let draft = ClaimDraft.institutional.with(\.codes, codes)
            .with(\.inner, "DTP*434*RD8*20150801-\(through)~CL1*1*1*01~")
        #expect(draft.found.filter { !$0.hasPrefix("x12.") } == found)
    }

    /// HI of a professional claim, the days of its lines, and what is found.
    static let professional: [(codes: String, days: [String], found: [String])] = [
        ("HI*ABK:I10~", ["20151001-20151001"], []),
        ("HI*ABK:I10~", ["20150930-20151001"], []),
        ("HI*BK:4019~", ["20150930-20151001"], []),
        ("HI*BK:4019~", ["20150901-20150930"], []),
        ("HI*ABK:I10~", ["20151001-20151001", "20150929-20150930"], version),
        ("HI*BK:4019~", ["20150901-20150930", "20151001-20151002"], version),
    ]

    @Test(arguments: professional)
    func theLinesDecide(_ codes: String, _ days: [String], _ found: [String]) {
        let lines = days.enumerated().map { index, days in
            "LX*\(index + 1)~SV1*HC:99213*10*UN*1***1~DTP*472*RD8*\(days)~"
        }
        let draft = ClaimDraft.professional.with(\.codes, codes).with(\.lines, lines.joined())
            .with(\.clm, "CLM*C1*\(10 * days.count)***11:B:1*Y*A*Y*Y~")
        #expect(draft.found == found)
    }

    @Test(arguments: [
        ("HI*ABK:K0260~", "20150930", version), ("HI*BK:52100~", "20151001", version),
        ("HI*ABK:K0260~", "20151001", []), ("HI*TQ:K0260~", "20150930", []),
    ])
    func theServiceOfADentalClaimDecides(_ codes: String, _ day: String, _ found: [String]) {
        let draft = ClaimDraft.dental.with(\.codes, codes).with(\.inner, "DTP*472*D8*\(day)~")
        #expect(draft.found == found)
    }
}
