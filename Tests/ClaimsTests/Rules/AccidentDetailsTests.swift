import Testing

struct AccidentDetailsTests {
    static let date = "accident.date at 2300/CLM-11-"
    static let state = "accident.state at 2300/CLM-11-"

    /// CLM11, whether there is a DTP*439, and what is found.
    @Test(arguments: [
        ("", false, []), ("EM", false, []), ("AA:::MA", true, []), ("OA", true, []),
        ("AA::::CA", true, []), ("OA", false, [date + "1"]), ("EM:OA", false, [date + "2"]),
        ("AA:::MA", false, [date + "1"]), ("AA", true, [state + "1"]),
        ("AA", false, [date + "1", state + "1"]),
    ])
    func accidentsHaveTheirDay(_ causes: String, _ hasDate: Bool, _ found: [String]) {
        for draft in [ClaimDraft.professional, .dental] {
            let clm = "CLM*C1*10***11:B:1*Y*A*Y*Y" + (causes.isEmpty ? "" : "**" + causes) + "~"
            let day = hasDate ? "DTP*439*D8*20250701~" : ""
            #expect(draft.with(\.clm, clm).with(\.inner, day + draft.inner).found == found)
        }
    }
}
