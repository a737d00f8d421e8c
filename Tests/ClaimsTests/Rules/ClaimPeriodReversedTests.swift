import Testing

struct ClaimPeriodReversedTests {
    /// A claim with `DAYS`, and where these stand.
    static let cases: [(draft: ClaimDraft, place: String)] = [
        (
            .institutional.with(\.inner, "DTP*434*RD8*DAYS~CL1*1*1*01~"), "2300/DTP-03"
        ),
        (
            .institutional.with(\.codes, "HI*ABK:I10~HI*BI:74:RD8:DAYS~"), "2300/HI-01-4"
        ),
        (
            .institutional.with(
                \.codes, "HI*ABK:I10~HI*BI:70:RD8:20250701-20250702*BI:74:RD8:DAYS~"),
            "2300/HI-02-4"
        ),
        (.professional.with(\.inner, "DTP*314*RD8*DAYS~"), "2300/DTP-03"),
        (.professional.with(\.lines, line("DTP*472*RD8*DAYS~")), "2400/DTP-03"),
    ]

    static func line(_ dates: String) -> String { "LX*1~SV1*HC:99213*10*UN*1***1~" + dates }

    @Test(arguments: cases)
    func periodsBeginBeforeTheyEnd(_ draft: ClaimDraft, _ place: String) {
        func found(_ days: String) -> [String] {
            draft.with(\.inner, draft.inner.replacing("DAYS", with: days))
                .with(\.codes, draft.codes.replacing("DAYS", with: days))
                .with(\.lines, draft.lines.replacing("DAYS", with: days)).found
        }
        #expect(found("20250701-20250702") == [])
        #expect(found("20250702-20250702") == [])
        #expect(found("20250702-20250701") == ["period.reversed at \(place)"])
    }

    @Test func aDayThatIsNoneIsNotCompared() {
        let found = ClaimDraft.professional
            .with(\.lines, Self.line("DTP*472*RD8*20250702-20250631~")).found
        #expect(found == ["x12.element.date at 2400/DTP-03"])
    }
}
