import Testing

struct AdmissionLateTests {
    static let late = ["admission.late at 2300/DTP-03"]

    /// DTP of a professional claim, and what is found.
    @Test(arguments: [
        ("DTP*435*D8*20250701~DTP*096*D8*20250702~", []),
        ("DTP*435*D8*20250702~DTP*096*D8*20250702~", []),
        ("DTP*435*D8*20250702~", []),
        ("DTP*435*D8*20250702~DTP*096*D8*20250701~", late),
    ])
    func theDischargeIsNotBefore(_ dates: String, _ found: [String]) {
        #expect(ClaimDraft.professional.with(\.inner, dates).found == found)
    }

    /// DTP*435 of a statement from 2025-07-01 to 2025-07-02.
    @Test(arguments: [
        ("DTP*435*DT*202506301130~", []), ("DTP*435*DT*202507021130~", []),
        ("DTP*435*D8*20250702~", []), ("DTP*435*D8*20250703~", late),
        ("DTP*435*DT*202507030000~", late),
    ])
    func theStatementDoesNotEndBefore(_ date: String, _ found: [String]) {
        let draft = ClaimDraft.institutional
        #expect(draft.with(\.inner, date + draft.inner).found == found)
    }
}
