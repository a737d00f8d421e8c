import Testing

struct PayerPaidBalanceTests {
    static let broken = ["paid.balance at 2320/AMT-02"]
    static let unknown = ["adjudication.payer at 2430/SVD-01"]
    static let lines =
        OtherPayers.line("SVD*P9*4*HC:99213**1~CAS*CO*45*6~")
        + OtherPayers.line("SVD*P9*5.5*HC:99213**1~CAS*CO*45*4.5~", number: 2)
    static let twoPayers =
        OtherPayers.line("SVD*P9*4*HC:99213**1~CAS*CO*45*6~", "SVD*P8*6*HC:99213**1~CAS*CO*45*4~")
        + OtherPayers.line("SVD*P9*5*HC:99213**1~CAS*CO*45*5~", number: 2)
    static let noDecision = OtherPayers.line() + OtherPayers.line(number: 2)

    /// Loops 2320 and 2400, and what is found.
    static let cases: [(others: String, lines: String, found: [String])] = [
        (OtherPayers.payer("P9", "AMT*D*9.5~"), lines, []),
        (OtherPayers.payer("P9", "CAS*PR*1*1.5~AMT*D*8~"), lines, []),
        (OtherPayers.payer("P9"), lines, ["paid.missing at 2330B/NM1-09"]),
        (OtherPayers.payer("P9"), noDecision, []),
        (
            OtherPayers.payer("P9") + OtherPayers.payer("P9", rank: "T"), lines,
            ["paid.missing at 2330B/NM1-09"]
        ),
        (OtherPayers.payer("P9", "AMT*D*3~"), noDecision, []),
        (
            OtherPayers.payer("P9", "AMT*D*9~") + OtherPayers.payer("P8", rank: "T", "AMT*D*6~"),
            twoPayers, []
        ),
        (
            OtherPayers.payer("P9", "AMT*D*9~") + OtherPayers.payer("P9", rank: "T", "AMT*D*6~"),
            lines, broken
        ),
        // One of two policies may have decided on lines, the other on the claim; or both on lines.
        (
            OtherPayers.payer("P9", "AMT*D*6~") + OtherPayers.payer("P9", rank: "T", "AMT*D*9.5~"),
            lines, []
        ),
        (
            OtherPayers.payer("P9", "AMT*D*6~") + OtherPayers.payer("P9", rank: "T", "AMT*D*3.5~"),
            lines, []
        ),
        (
            OtherPayers.payer("P9", "AMT*D*6~") + OtherPayers.payer("P9", rank: "T"), lines, []
        ),
        (OtherPayers.payer("P9", "AMT*D*9~"), lines, broken),
        (OtherPayers.payer("P9", "CAS*PR*1*1.5~AMT*D*9.5~"), lines, broken),
        (
            OtherPayers.payer("P9", "AMT*D*9~") + OtherPayers.payer("P8", rank: "T", "AMT*D*15~"),
            twoPayers, broken
        ),
        (OtherPayers.payer("P7"), lines, unknown + unknown),
        ("", lines, unknown + unknown),
    ]

    /// A line that repeats the total is no line of its own here either.
    @Test func aLineOfTheTotalIsLeftOut() {
        let decided = "SVD*P9*10**0450*1~DTP*573*D8*20250710~"
        let lines = "LX*1~SV2*0450**10*UN*1~\(decided)LX*2~SV2*0001**10*UN*1~\(decided)"
        let draft = ClaimDraft.institutional.with(\.lines, lines)
            .with(\.others, OtherPayers.payer("P9", "AMT*D*10~"))
        #expect(draft.found == ["charge.total-line at 2400/SV2-01"])
    }

    @Test(arguments: cases)
    func paymentsAddUp(_ others: String, _ lines: String, _ found: [String]) {
        let draft = ClaimDraft.professional.with(\.clm, "CLM*C1*20***11:B:1*Y*A*Y*Y~")
            .with(\.others, others).with(\.lines, lines)
        #expect(draft.found == found)
    }
}
