import Testing

struct ChargeSumTests {
    static let sum = ["charge.sum at 2300/CLM-02"]
    static let total = ["charge.total-line at 2400/SV2-01"]

    /// CLM02, the charges of the lines, and what is found.
    static let cases: [(total: String, lines: [String], found: [String])] = [
        ("10", ["10"], []),
        ("10", ["10.00"], []),
        ("10.", ["5", "5.0"], []),
        ("0", ["0", "0.00"], []),
        ("0.3", ["0.1", "0.2"], []),
        ("30.75", ["10.25", "20.5"], []),
        ("-5", ["5", "-10"], []),
        (
            "999999999999999999", ["999999999999999998", "1"],
            ["amount.long at 2300/CLM-02", "amount.long at 2400/SV1-02"]
        ),
        ("1", [".5", ".50"], []),
        ("10", ["9.99"], sum),
        ("10", ["10", "0.01"], sum),
        ("0", ["1"], sum),
        ("1", ["0"], sum),
        ("-10", ["10"], sum),
        (".000000000000000001", ["0"], sum + ["amount.long at 2300/CLM-02"]),
    ]

    @Test(arguments: cases)
    func chargesAddUp(_ total: String, _ lines: [String], _ found: [String]) {
        let text = lines.enumerated().map { index, charge in
            "LX*\(index + 1)~SV1*HC:99213*\(charge)*UN*1***1~DTP*472*D8*20250701~"
        }
        let draft = ClaimDraft.professional
            .with(\.clm, "CLM*C1*\(total)***11:B:1*Y*A*Y*Y~").with(\.lines, text.joined())
        #expect(draft.found == found)
    }

    static let kinds: [(draft: ClaimDraft, lines: String, found: [String])] = [
        (.institutional, "LX*1~SV2*0300**10*UN*1~LX*2~SV2*0301**1*UN*1~", sum),
        (.dental, "LX*1~SV3*AD:D0120*11****1~", sum),
        (.institutional, "LX*1~SV2*0300**10*UN*1~LX*2~SV2*0001**10*UN*1~", total),
        (
            .institutional, "LX*1~SV2*0300**10*UN*1~LX*2~SV2*001**10*UN*1~",
            total + ["code.revenue at 2400/SV2-01"]
        ),
        (.institutional, "LX*1~SV2*0300**9*UN*1~LX*2~SV2*0001**10*UN*1~", total + sum),
    ]

    @Test(arguments: kinds)
    func linesOfAllKindsCount(_ draft: ClaimDraft, _ lines: String, _ found: [String]) {
        #expect(draft.with(\.lines, lines).found == found)
    }

    /// What is no number, or not there, is told by the guide's own rules alone.
    @Test(arguments: [
        "SV1*HC:99213*many*UN*1***1~", "SV1*HC:99213**UN*1***1~", "",
        "SV1*HC:99213*1*UN*1***1~SV1*HC:99213*9*UN*1***1~",
    ])
    func whatIsNoAmountIsNoSum(_ service: String) {
        let draft = ClaimDraft.professional.with(\.lines, "LX*1~\(service)DTP*472*D8*20250701~")
        #expect(!draft.found.isEmpty)
        #expect(draft.found.allSatisfy { $0.hasPrefix("x12.") })
    }
}
