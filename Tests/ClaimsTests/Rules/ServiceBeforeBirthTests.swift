import Testing

struct ServiceBeforeBirthTests {
    /// Birth of the subscriber, the days of the service, and what is found.
    @Test(arguments: [
        ("20250701", "20250701-20250701", []),
        ("20250702", "20250701-20250703", []),
        ("20250702", "20250701-20250701", ["service.before-birth at 2400/DTP-03"]),
    ])
    func servicesFollowTheBirth(_ birth: String, _ days: String, _ found: [String]) {
        let draft = ClaimDraft.professional
            .with(\.subscriber, ClaimReading.subscriber().replacing("19800102", with: birth))
            .with(\.lines, "LX*1~SV1*HC:99213*10*UN*1***1~DTP*472*RD8*\(days)~")
        #expect(draft.found == found)
    }

    @Test func theStatementFollowsTheBirth() {
        let subscriber = ClaimReading.subscriber().replacing("19800102", with: "20250703")
        let found = ClaimDraft.institutional.with(\.subscriber, subscriber).found
        #expect(found == ["service.before-birth at 2300/DTP-03"])
    }

    /// The birth of the patient counts, not the subscriber's.
    @Test(arguments: [
        ("20150203", []), ("20250702", ["service.before-birth at 2400/DTP-03"]),
    ])
    func thePatientCounts(_ birth: String, _ found: [String]) {
        let draft = ClaimDraft.professional
            .with(\.subscriber, ClaimReading.subscriber(sbr: "SBR*P********MC~", child: 1))
            .with(\.patient, ClaimReading.patient().replacing("20150203", with: birth))
        #expect(draft.found == found)
    }
}
