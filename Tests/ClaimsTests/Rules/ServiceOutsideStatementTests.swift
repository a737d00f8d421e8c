import Testing

/// The statement is of 2025-07-01 to 2025-07-02.
struct ServiceOutsideStatementTests {
    static let outside = ["service.outside-statement at 2400/DTP-03"]

    @Test(arguments: [
        ("D8*20250701", []), ("D8*20250702", []), ("RD8*20250701-20250702", []),
        ("D8*20250630", outside), ("D8*20250703", outside),
        ("RD8*20250630-20250702", outside), ("RD8*20250701-20250703", outside),
    ])
    func linesLieWithin(_ days: String, _ found: [String]) {
        let lines = "LX*1~SV2*0300**10*UN*1~DTP*472*\(days)~"
        #expect(ClaimDraft.institutional.with(\.lines, lines).found == found)
    }
}
