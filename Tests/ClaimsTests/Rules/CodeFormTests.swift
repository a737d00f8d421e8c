import Testing

/// The forms of codes: what keeps each rule, and what breaks it.
struct CodeFormTests {
    private static func professional(_ old: String, _ new: String) -> [String] {
        var draft = ClaimDraft.professional
        draft.codes = draft.codes.replacing(old, with: new)
        draft.lines = draft.lines.replacing(old, with: new)
        draft.clm = draft.clm.replacing(old, with: new)
        return draft.found
    }

    static let diagnosis = "code.diagnosis at 2300/HI-01-2"

    @Test(arguments: [
        ("F32", []), ("f329", []), ("C4A0", []), ("S72001A", []), ("U071", []), ("Z3A01", []),
        ("F3", [diagnosis]), ("S72001AA", [diagnosis]), ("F32.9", [diagnosis]),
        ("1234", [diagnosis]), ("FA2", [diagnosis]), ("F32-", [diagnosis]),
    ])
    func diagnosesOfICD10(_ code: String, _ found: [String]) {
        #expect(Self.professional("Z0000", code) == found)
    }

    /// ICD-9 was in use before October 2015.
    @Test(arguments: [
        ("250", []), ("2500", []), ("25000", []), ("V10", []), ("V1005", []), ("E812", []),
        ("E8120", []), ("25", [diagnosis]), ("250000", [diagnosis]), ("E81", [diagnosis]),
        ("E81200", [diagnosis]), ("250.0", [diagnosis]), ("F32", [diagnosis]),
    ])
    func diagnosesOfICD9(_ code: String, _ found: [String]) {
        let draft = ClaimDraft.professional.with(\.codes, "HI*BK:\(code)~")
            .with(\.lines, "LX*1~SV1*HC:99213*10*UN*1***1~DTP*472*D8*20150930~")
        #expect(draft.found == found)
    }

    static let hcpcs = "code.hcpcs at 2400/SV1-01-2"

    @Test(arguments: [
        ("99213", []), ("0001U", []), ("0101T", []), ("G9011", []), ("g9011", []), ("D0120", []),
        ("9921", [hcpcs]), ("992133", [hcpcs]), ("G901A", [hcpcs]), ("GG011", [hcpcs]),
        ("9921-", [hcpcs]),
    ])
    func proceduresOfHCPCS(_ code: String, _ found: [String]) {
        #expect(Self.professional("99213", code) == found)
    }

    /// Segments before and behind DTP of a line, and where a code of HCPCS is wrong.
    @Test(arguments: [
        ("SV5*HC:E0143*DA*30*10*20*4~", "", []), ("SV5*HC:BAD*DA*30*10*20*4~", "", ["SV5-01-2"]),
        ("", "HCP*03*10*0******HC*99213~", []), ("", "HCP*03*10*0******HC*BAD~", ["HCP-10"]),
        ("", "HCP*03*10*0******ER*BAD~", []),
    ])
    func proceduresOfEquipmentAndPricing(
        _ before: String, _ behind: String, _ places: [String]
    ) {
        let draft = ClaimDraft.professional
        let lines = draft.lines.replacing("DTP*472", with: before + "DTP*472") + behind
        #expect(
            draft.with(\.lines, lines).found == places.map { "code.hcpcs at 2400/" + $0 })
    }

    /// Of other lists nothing is known.
    @Test func otherQualifiersSayOtherLists() {
        #expect(Self.professional("HC:99213", "ER:X") == [])
    }

    static let cdt = "code.cdt at 2400/SV3-01-2"

    @Test(arguments: [("D0120", []), ("d9999", []), ("D012", [cdt]), ("99213", [cdt])])
    func proceduresOfCDT(_ code: String, _ found: [String]) {
        let draft = ClaimDraft.dental
        #expect(draft.with(\.lines, draft.lines.replacing("D0120", with: code)).found == found)
    }

    static let ndc = "code.ndc at 2410/LIN-03"

    @Test(arguments: [
        ("N4*12345678901", []), ("N4*1234567890", [ndc]), ("N4*12345-6789-01", [ndc]),
        ("UP*1234", []),
    ])
    func drugs(_ drug: String, _ found: [String]) {
        let draft = ClaimDraft.professional
        let lines = draft.lines + "LIN**\(drug)~CTP****1*UN~"
        #expect(draft.with(\.lines, lines).found == found)
    }

    static let revenue = "code.revenue at 2400/SV2-01"

    @Test(arguments: [("0300", []), ("300", [revenue]), ("03000", [revenue]), ("030A", [revenue])])
    func revenueCodes(_ code: String, _ found: [String]) {
        let draft = ClaimDraft.institutional
        #expect(draft.with(\.lines, draft.lines.replacing("0300", with: code)).found == found)
    }

    static let drg = "code.drg at 2300/HI-01-2"
    static let procedure = "code.procedure at 2300/HI-01-2"

    @Test(arguments: [
        ("HI*DR:470~", []), ("HI*DR:5601~", []), ("HI*DR:47~", [drg]), ("HI*DR:47A~", [drg]),
        ("HI*BBR:0016070:D8:20250701~", []), ("HI*BBR:0dtj4zz:D8:20250701~", []),
        ("HI*BBR:001607:D8:20250701~", [procedure]), ("HI*BBR:001607O:D8:20250701~", [procedure]),
        ("HI*BBR:001607I:D8:20250701~", [procedure]),
    ])
    func codesOfInpatients(_ segment: String, _ found: [String]) {
        let draft = ClaimDraft.institutional
        #expect(draft.with(\.codes, draft.codes + segment).found == found)
    }

    @Test(arguments: [
        ("3601", []), ("36", []), ("3", [procedure]), ("36010", [procedure]),
        ("36.01", [procedure]),
    ])
    func proceduresOfICD9(_ code: String, _ found: [String]) {
        var draft = ClaimDraft.institutional
        draft.codes = "HI*BK:250~HI*BR:\(code):D8:20150901~"
        draft.inner = draft.inner.replacing("20250701-20250702", with: "20150901-20150902")
        #expect(draft.found == found)
    }

    static let place = "code.place at 2300/CLM-05-1"
    static let unlisted = "x12.element.list at 2300/CLM-05-1"

    @Test(arguments: [
        ("11", []), ("02", []), ("1", [place]), ("AB", [place]), ("98", [unlisted]),
        ("112", ["x12.element.long at 2300/CLM-05-1"]),
    ])
    func placesOfService(_ code: String, _ found: [String]) {
        #expect(Self.professional("11:B", "\(code):B") == found)
    }

    /// SV105 of two lines, and what is found.
    @Test(arguments: [
        ("11", "1", ["code.place at 2400/SV1-05"]),
        ("98", "Q", ["x12.element.list at 2400/SV1-05", "code.place at 2400/SV1-05"]),
    ])
    func placesOfLines(_ first: String, _ second: String, _ found: [String]) {
        let lines = [first, second].enumerated().map { index, place in
            "LX*\(index + 1)~SV1*HC:99213*5*UN*1*\(place)**1~DTP*472*D8*20250701~"
        }
        #expect(ClaimDraft.professional.with(\.lines, lines.joined()).found == found)
    }

    static let taxonomy = "code.taxonomy at 2310B/PRV-03"

    @Test(arguments: [
        ("207Q00000X", []), ("203bf0100y", []), ("207Q00000", [taxonomy]),
        ("207Q00000XX", [taxonomy]), ("207Q-0000X", [taxonomy]),
    ])
    func taxonomies(_ code: String, _ found: [String]) {
        let others = "NM1*82*1*DOE*****XX*1234567893~PRV*PE*PXC*\(code)~"
        #expect(ClaimDraft.professional.with(\.others, others).found == found)
    }

    static let zip = "code.zip at 2010AA/N4-03"

    @Test(arguments: [
        ("LYNN*MA*019021234", []), ("LYNN*MA*01902", []), ("LYNN*MA*1902", [zip]),
        ("LYNN*MA*01902-1234", [zip]), ("LYNN*MA*0190212", [zip]), ("LYNN*MA*0190A", [zip]),
        ("TORONTO*ON*M5V 2T6*CA", []), ("TORONTO*ON*M5V2T6", []), ("LONDON**SW1A 1AA*GB", []),
        ("LYNN*MA*SW1A 1AA*US", [zip]),
    ])
    func zipCodes(_ address: String, _ found: [String]) {
        let billing = ClaimDraft.professional.billing.replacing(/N4\*[^~]*/, with: "N4*\(address)")
        #expect(ClaimDraft.professional.with(\.billing, billing).found == found)
    }

    /// Where no other country is named, a state and a postal code are.
    @Test(arguments: [
        ("LYNN*MA*01902", []), ("LYNN*MA", [incomplete]), ("LYNN**01902", [incomplete]),
        ("LYNN", [incomplete]), ("LYNN*MA**US", [incomplete]), ("TORONTO***CA", [incomplete]),
        ("LONDON***GB", []), ("TORONTO*ON*M5V 2T6*CA", []),
    ])
    func whatAnAddressLacks(_ address: String, _ found: [String]) {
        let billing = ClaimDraft.professional.billing.replacing(/N4\*[^~]*/, with: "N4*\(address)")
        #expect(ClaimDraft.professional.with(\.billing, billing).found == found)
    }

    static let incomplete = "address.incomplete at 2010AA/N4-01"

    /// Lists that someone else keeps: a code that is not in the copy is a warning of the structure.
    @Test(arguments: [
        ("LYNN*MA*019021234", []), ("LYNN*QC*019021234", []),
        ("LYNN*QZ*019021234", ["x12.element.list at 2010AA/N4-02"]),
        ("PARIS**75001*FR", []), ("PARIS**75001*QZ", ["x12.element.list at 2010AA/N4-04"]),
    ])
    func copiedLists(_ address: String, _ found: [String]) {
        let billing = ClaimDraft.professional.billing.replacing(/N4\*[^~]*/, with: "N4*\(address)")
        #expect(ClaimDraft.professional.with(\.billing, billing).found == found)
    }
}
