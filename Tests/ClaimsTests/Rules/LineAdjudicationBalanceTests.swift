import Testing

struct LineAdjudicationBalanceTests {
    static let broken = "adjudication.balance at 2430/SVD-02"

    /// What payers decided on a line of 10, and what is found.
    static let cases: [(decisions: [String], found: [String])] = [
        ([], []),
        (["SVD*P9*10*HC:99213**1~"], []),
        (["SVD*P9*0*HC:99213**1~CAS*CO*45*10~"], []),
        (["SVD*P9*7.5*HC:99213**1~CAS*PR*1*1.25**2*1.25~"], []),
        (["SVD*P9*7.5*HC:99213**1~CAS*PR*1*1~CAS*CO*45*1.5~"], []),
        (["SVD*P9*12*HC:99213**1~CAS*OA*94*-2~"], []),
        (["SVD*P9*4*HC:99213**1~CAS*CO*45*1~", "SVD*P9*5*HC:99214**1~"], []),
        (["SVD*P9*10*HC:99213**1~", "SVD*P8*3*HC:99213**1~CAS*CO*45*7~"], []),
        (["SVD*P9*9*HC:99213**1~"], [broken]),
        (["SVD*P9*10*HC:99213**1~CAS*CO*45*0.01~"], [broken]),
        (["SVD*P9*10*HC:99213**1~", "SVD*P8*3*HC:99213**1~"], [broken]),
        (["SVD*P9*1*HC:99213**1~", "SVD*P8*3*HC:99213**1~"], [broken, broken]),
        (["SVD*P9*4*HC:99213**1~", "SVD*P9*5*HC:99214**1~"], [broken]),
    ]

    /// Two policies of one payer each decide on the whole charge, and lines name the payer alone.
    @Test(arguments: [
        (["SVD*P9*7*HC:99213**1~CAS*CO*45*3~", "SVD*P9*3*HC:99213**1~CAS*OA*23*7~"], []),
        (["SVD*P9*7*HC:99213**1~CAS*CO*45*3~"], []),
        (["SVD*P9*7*HC:99213**1~CAS*CO*45*3~", "SVD*P9*3*HC:99213**1~"], [broken]),
        ([String](repeating: "SVD*P9*10*HC:99213**1~", count: 3), [broken]),
    ])
    func policiesOfOnePayerAddUpEach(_ decisions: [String], _ found: [String]) {
        let lines =
            OtherPayers.line() + decisions.map { $0 + "DTP*573*D8*20250710~" }.joined()
        let draft = ClaimDraft.professional.with(\.lines, lines)
            .with(\.others, OtherPayers.payer("P9") + OtherPayers.payer("P9", rank: "T"))
        #expect(draft.found.filter { $0 != Self.paidMissing } == found)
    }

    /// A sixth CAS is one too many, which the guide's own rules tell.
    @Test func whatHasNoPlaceIsNoSum() {
        let lines = OtherPayers.line(
            "SVD*P9*4*HC:99213**1~" + (1...6).map { "CAS*CO*\($0)*1~" }.joined())
        let found = ClaimDraft.professional.with(\.lines, lines)
            .with(\.others, OtherPayers.payer("P9")).found
        #expect(found.filter { $0 != Self.paidMissing } == ["x12.segment.repeat at 2430/CAS"])
    }

    @Test(arguments: cases)
    func aPayersDecisionsAddUp(_ decisions: [String], _ found: [String]) {
        let lines =
            OtherPayers.line()
            + decisions.map { $0 + "DTP*573*D8*20250710~" }.joined()
        let draft = ClaimDraft.professional.with(\.lines, lines)
            .with(\.others, OtherPayers.payer("P9") + OtherPayers.payer("P8", rank: "T"))
        #expect(draft.found.filter { $0 != Self.paidMissing } == found)
    }

    /// These payers say nothing of the claim as a whole.
    private static let paidMissing = "paid.missing at 2330B/NM1-09"
}
