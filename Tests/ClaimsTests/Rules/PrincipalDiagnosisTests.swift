import Testing

/// Which diagnosis is the principal one, by this module's rule and those of the guides.
struct PrincipalDiagnosisTests {
    static let two = "diagnosis.principal at 2300/HI-02-1"
    static let unused = "x12.element.unused at 2300/HI-02"
    static let missing = "x12.segment.missing at 2300/HI"
    static let repeated = "x12.segment.repeat at 2300/HI"

    @Test(arguments: [
        ("HI*ABK:I10~", []), ("HI*ABF:R05~HI*ABK:I10~", []),
        ("HI*ABJ:R05~HI*BBR:0DTJ4ZZ:D8:20250701~HI*ABF:R05*ABF:R06~HI*ABK:I10~", []),
        ("HI*ABF:R05~", [missing]), ("HI*ABK:I10~HI*ABK:R05~", [repeated]),
        ("HI*ABK:I10*ABK:R05~", [unused, two]),
        (
            "HI*ABF:R05*ABK:R06~HI*ABK:I10~",
            ["x12.element.code at 2300/HI-02-1", "diagnosis.principal at 2300/HI-01-1"]
        ),
    ])
    func institutionalClaimsHaveOne(_ codes: String, _ found: [String]) {
        #expect(ClaimDraft.institutional.with(\.codes, codes).found == found)
    }

    @Test(arguments: [
        ("HI*ABK:I10*ABF:R05~", []), ("HI*BK:4019~", ["diagnosis.version at 2300/HI-01-1"]),
        ("HI*ABF:I10~", ["x12.segment.qualifier at 2300/HI-01"]), ("", [missing]),
        ("HI*ABK:I10*ABK:R05~", ["x12.element.code at 2300/HI-02-1"]),
    ])
    func theFirstOfAProfessionalClaimIsIt(_ codes: String, _ found: [String]) {
        #expect(ClaimDraft.professional.with(\.codes, codes).found == found)
    }

    @Test(arguments: [
        ("HI*ABK:K0260~", []), ("HI*TQ:I10~", []), ("", []),
        ("HI*ABF:K0260~", ["x12.element.code at 2300/HI-01-1"]),
    ])
    func theFirstOfADentalClaimIsIt(_ codes: String, _ found: [String]) {
        #expect(ClaimDraft.dental.with(\.codes, codes).found == found)
    }
}
