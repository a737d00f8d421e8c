import Testing

struct AmountLongTests {
    /// Amounts and whether they have too many digits.
    static let amounts: [(amount: String, isLong: Bool)] = [
        ("99999999.99", false), ("100000000.00", true), ("99999999", false), ("100000000", true),
        ("-99999999.99", false), ("-100000000", true), ("9999999.999", false),
        ("9999999999.9", true), ("1.23456789", false),
    ]

    @Test(arguments: amounts)
    func amountsHaveTenDigits(_ amount: String, _ isLong: Bool) {
        let claim = ClaimDraft.professional.with(\.inner, "AMT*F5*\(amount)~")
        #expect(claim.found == (isLong ? ["amount.long at 2300/AMT-02"] : []))
    }

    static let long = "100000000"

    /// Where amounts stand, and how often the rule is broken there.
    static let places: [(draft: ClaimDraft, found: [String])] = [
        (
            .professional.with(\.clm, "CLM*C1*\(long)***11:B:1*Y*A*Y*Y~").with(
                \.lines, "LX*1~SV1*HC:99213*\(long)*UN*1***1~DTP*472*D8*20250701~"),
            ["amount.long at 2300/CLM-02", "amount.long at 2400/SV1-02"]
        ),
        (
            .institutional.with(\.codes, "HI*ABK:Z0000~HI*BE:A1:::\(long)*BE:A2:::1~"),
            ["amount.long at 2300/HI-01-5"]
        ),
        (
            .dental.with(\.inner, "DTP*472*D8*20250701~AMT*F5*\(long)~"),
            ["amount.long at 2300/AMT-02"]
        ),
        // What the element itself does not take is told once.
        (
            .professional.with(\.inner, "AMT*F5*\(long)0000000000~"),
            ["x12.element.long at 2300/AMT-02"]
        ),
        (.professional.with(\.inner, "REF*G1*\(long)0000~"), []),
    ]

    @Test(arguments: places)
    func eachAmountIsTold(_ draft: ClaimDraft, _ found: [String]) {
        #expect(draft.found == found)
    }
}
