import Testing

/// The file is of 2025-07-15.
struct ServiceInFutureTests {
    @Test(arguments: [
        ("20250715-20250715", []), ("20250701-20250715", []),
        ("20250701-20250716", ["service.future at 2400/DTP-03"]),
        ("20260701-20260702", ["service.future at 2400/DTP-03"]),
    ])
    func linesAreOver(_ days: String, _ found: [String]) {
        let lines = "LX*1~SV1*HC:99213*10*UN*1***1~DTP*472*RD8*\(days)~"
        #expect(ClaimDraft.professional.with(\.lines, lines).found == found)
    }

    @Test(arguments: [("20250715", []), ("20250716", ["service.future at 2300/DTP-03"])])
    func statementsAreOver(_ through: String, _ found: [String]) {
        let draft = ClaimDraft.institutional
            .with(\.inner, "DTP*434*RD8*20250701-\(through)~CL1*1*1*01~")
        #expect(draft.found == found)
    }
}
