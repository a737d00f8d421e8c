import Testing

@testable import Claims

/// The loops as the mappings name them.
struct LoopTests {
    @Test(arguments: [
        ("1000A", ClaimLoop.submitter), ("2000A", .billingLevel), ("2010AA", .billingProvider),
        ("2000B", .subscriberLevel), ("2010BB", .payer), ("2000C", .patientLevel),
        ("2300", .claim), ("2310F", .claimProviderF), ("2320", .otherCoverage),
        ("2330I", .otherProviderI), ("2400", .serviceLine), ("2410", .drug),
        ("2420H", .lineProviderH), ("2430", .lineAdjudication), ("2440", .form),
    ])
    func loopsHaveTheirPrintedIds(_ id: String, _ loop: ClaimLoop) {
        #expect(ClaimLoop(rawValue: id) == loop)
    }
}
