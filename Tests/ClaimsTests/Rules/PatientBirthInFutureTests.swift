import Testing

/// The file is of 2025-07-15.
struct PatientBirthInFutureTests {
    @Test(arguments: [
        ("20250701", []), ("20250716", ["birth.future at 2010BA/DMG-02"]),
        ("20990101", ["birth.future at 2010BA/DMG-02"]),
    ])
    func subscribersAreBorn(_ birth: String, _ found: [String]) {
        let subscriber = ClaimReading.subscriber().replacing("19800102", with: birth)
        #expect(ClaimDraft.professional.with(\.subscriber, subscriber).found == found)
    }

    @Test(arguments: [("20250701", []), ("20250716", ["birth.future at 2010CA/DMG-02"])])
    func patientsAreBorn(_ birth: String, _ found: [String]) {
        let draft = ClaimDraft.professional
            .with(\.subscriber, ClaimReading.subscriber(sbr: "SBR*P********MC~", child: 1))
            .with(\.patient, ClaimReading.patient().replacing("20150203", with: birth))
        #expect(draft.found == found)
    }

    @Test func withoutADateOfTheFileNothingIsSaid() {
        let subscriber = ClaimReading.subscriber().replacing("19800102", with: "20990101")
        let header = ClaimReading.header.replacing("*20250715*", with: "**")
        let found = ClaimDraft.professional.with(\.subscriber, subscriber)
            .with(\.header, header).found
        #expect(!found.contains { $0.hasPrefix("birth.") })
    }
}
