import Testing

struct BillTypeTests {
    @Test(arguments: [
        ("13", []), ("89", []), ("99", []), ("03", ["bill.type at 2300/CLM-05-1"]),
        ("20", ["bill.type at 2300/CLM-05-1"]), ("1", ["bill.type at 2300/CLM-05-1"]),
        ("A1", ["bill.type at 2300/CLM-05-1"]), ("111", []),
    ])
    func billsHaveTwoDigits(_ bill: String, _ found: [String]) {
        let draft = ClaimDraft.institutional.with(\.clm, "CLM*C1*10***\(bill):A:1**A*Y*Y~")
        #expect(draft.found.filter { !$0.hasPrefix("x12.") } == found)
    }

    /// The place of a professional claim is no type of bill.
    @Test func placesOfServiceAreNoBills() {
        let draft = ClaimDraft.professional.with(\.clm, "CLM*C1*10***02:B:1*Y*A*Y*Y~")
        #expect(draft.found == [])
    }

    /// The guides themselves say which form a claim has.
    @Test(arguments: [
        (ClaimDraft.professional, "CLM*C1*10***11:A:1*Y*A*Y*Y~"),
        (.dental, "CLM*C1*10***11:A:1*Y*A*Y*Y~"), (.institutional, "CLM*C1*10***13:B:1**A*Y*Y~"),
    ])
    func theFormIsTheGuides(_ draft: ClaimDraft, _ clm: String) {
        #expect(draft.with(\.clm, clm).found == ["x12.element.code at 2300/CLM-05-2"])
    }
}
