import Testing

struct ClaimNPITests {
    static let good = "1234567893"
    static let place = "N3*1 A ST~N4*LYNN*MA*01902~"

    /// Providers of a claim in a guide, the loop of the last, and what stands in `NPI`.
    static let roles: [(draft: ClaimDraft, before: String, line: String, loop: String)] = [
        (.professional, "NM1*82*1*DOE*****XX*NPI~", "", "2310B"),
        (.professional, "NM1*DN*1*DOE*****XX*NPI~", "", "2310A"),
        (.professional, "NM1*DN*1*DOE*****XX*1234567893~NM1*P3*1*DOE*****XX*NPI~", "", "2310A"),
        (.professional, "NM1*77*2*LAB*****XX*NPI~" + place, "", "2310C"),
        (.professional, "NM1*DQ*1*DOE*****XX*NPI~", "", "2310D"),
        (.institutional, "NM1*71*1*DOE*****XX*NPI~", "", "2310A"),
        (.institutional, "NM1*72*1*DOE*****XX*NPI~", "", "2310B"),
        (.dental, "NM1*DD*1*DOE*****XX*NPI~", "", "2310D"),
        (.professional, "", "NM1*82*1*DOE*****XX*NPI~", "2420A"),
        (.professional, "", "NM1*QB*2******XX*NPI~", "2420B"),
        (.professional, "", "NM1*DK*1*DOE*****XX*NPI~", "2420E"),
        (.institutional, "", "NM1*72*1*DOE*****XX*NPI~", "2420A"),
    ]

    @Test(arguments: roles)
    func providersHaveNPIs(
        _ draft: ClaimDraft, _ before: String, _ line: String, _ loop: String
    ) {
        func found(_ npi: String) -> [String] {
            draft.with(\.others, before.replacing("NPI", with: npi))
                .with(\.lines, draft.lines + line.replacing("NPI", with: npi)).found
        }
        #expect(found(Self.good) == [])
        #expect(found("1234567890") == ["npi.digit at \(loop)/NM1-09"])
        #expect(found("0000000000") == ["npi.zeros at \(loop)/NM1-09"])
    }

    @Test(arguments: [
        (good, []), ("2417000017", []),
        ("1234567894", ["npi.digit at 2010AA/NM1-09"]),
        ("12345678930", ["npi.digit at 2010AA/NM1-09"]),
        ("123456789A", ["npi.digit at 2010AA/NM1-09"]),
        ("0", ["x12.element.short at 2010AA/NM1-09", "npi.zeros at 2010AA/NM1-09"]),
        ("000000000", ["npi.zeros at 2010AA/NM1-09"]),
        ("0000000000", ["npi.zeros at 2010AA/NM1-09"]),
    ])
    func theBillingProviderHasOne(_ npi: String, _ found: [String]) {
        let billing = ClaimReading.billing().replacing(Self.good, with: npi)
        #expect(ClaimDraft.professional.with(\.billing, billing).found == found)
    }
}
