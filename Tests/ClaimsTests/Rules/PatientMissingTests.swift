import Testing

struct PatientMissingTests {
    static let missing = ["patient.missing at 2300/CLM"]

    /// SBR, loop 2000C, and what is found.
    @Test(arguments: [
        ("SBR*P*18*******MC~", false, []), ("SBR*P********MC~", true, []),
        // Who has claims of their own and of dependents is the patient too.
        ("SBR*P*18*******MC~", true, []),
        ("SBR*P********MC~", false, missing),
        ("SBR*P*01*******MC~", false, ["x12.element.code at 2000B/SBR-02"]),
    ])
    func claimsHaveAPatient(_ sbr: String, _ hasPatient: Bool, _ found: [String]) {
        let draft = ClaimDraft.professional
            .with(\.subscriber, ClaimReading.subscriber(sbr: sbr, child: hasPatient ? 1 : 0))
            .with(\.patient, hasPatient ? ClaimReading.patient() : "")
        #expect(draft.found == found)
    }
}
