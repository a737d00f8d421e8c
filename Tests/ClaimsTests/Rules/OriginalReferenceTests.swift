import Testing

struct OriginalReferenceTests {
    static let missing = ["reference.original at 2300/CLM-05-3"]
    static let payers = OtherPayers.payer("P9") + "REF*F8*R1~"

    /// CLM05-3, REF of loop 2300, loops 2320, and what is found.
    @Test(arguments: [
        ("1", "", "", []), ("7", "REF*F8*R1~", "", []), ("8", "REF*F8*R1~", payers, []),
        ("7", "", "", missing), ("8", "REF*D9*R1~", "", missing), ("7", "", payers, missing),
    ])
    func replacementsNameTheirOriginal(
        _ frequency: String, _ reference: String, _ others: String, _ found: [String]
    ) {
        let draft = ClaimDraft.professional
            .with(\.clm, "CLM*C1*10***11:B:\(frequency)*Y*A*Y*Y~")
            .with(\.inner, reference).with(\.others, others)
        #expect(draft.found == found)
    }
}
