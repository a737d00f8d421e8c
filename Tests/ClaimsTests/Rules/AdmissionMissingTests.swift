import Testing

struct AdmissionMissingTests {
    static let missing = ["admission.missing at 2300/CLM-05-1"]

    @Test(arguments: [
        ("11", "DTP*435*DT*202507011130~", []), ("13", "", []), ("12", "", []),
        ("11", "", missing), ("18", "", missing), ("21", "", missing), ("41", "", missing),
    ])
    func inpatientClaimsHaveAnAdmission(_ bill: String, _ date: String, _ found: [String]) {
        let draft = ClaimDraft.institutional
        #expect(
            draft.with(\.clm, "CLM*C1*10***\(bill):A:1**A*Y*Y~")
                .with(\.inner, date + draft.inner).found == found)
    }
}
