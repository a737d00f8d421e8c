import Testing

struct PayerOrderTests {
    static let same = "payer.order at 2320/SBR-01"

    /// SBR01 of loop 2000B and of loops 2320, and what is found.
    @Test(arguments: [
        ("P", ["S"], []), ("S", ["P", "T"], []), ("U", ["U", "U"], []), ("P", ["U", "S", "U"], []),
        ("P", ["P"], [same]), ("P", ["S", "S"], [same]), ("P", ["S", "P", "S"], [same, same]),
    ])
    func payersHaveTheirOwnRank(_ rank: String, _ others: [String], _ found: [String]) {
        let payers = others.enumerated().map { OtherPayers.payer("P\($0)", rank: $1) }
        let draft = ClaimDraft.professional
            .with(\.subscriber, ClaimReading.subscriber(sbr: "SBR*\(rank)*18*******MC~"))
            .with(\.others, payers.joined())
        #expect(draft.found == found)
    }
}
