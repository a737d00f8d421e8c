import Testing

struct DiagnosisPointerTests {
    static func broken(_ component: Int, _ element: String = "SV1-07") -> String {
        "diagnosis.pointer at 2400/\(element)-\(component)"
    }

    static func unknown(_ component: Int, _ element: String = "SV1-07") -> String {
        "x12.element.code at 2400/\(element)-\(component)"
    }

    /// HI, SV107, and what is found.
    static let professional: [(codes: String, pointers: String, found: [String])] = [
        ("HI*ABK:Z0000~", "1", []),
        ("HI*ABK:Z0000~", "01", [unknown(1)]),
        ("HI*ABK:Z0000*ABF:I10~", "2:1", []),
        ("HI*ABK:Z0000**ABF:I10~", "1:3", []),
        ("HI*ABK:Z0000~", "2", [broken(1)]),
        ("HI*ABK:Z0000~", "1:4", [broken(2)]),
        ("HI*ABK:Z0000*ABF:I10~", "1:2:3:9", [broken(3), broken(4)]),
        ("HI*ABK:Z0000**ABF:I10~", "2", [broken(1)]),
        ("HI*ABK:Z0000~", "12", [broken(1)]),
        // What is no code of the guide's is one error.
        ("HI*ABK:Z0000~", "0", [unknown(1)]),
        ("HI*ABK:Z0000~", "1:13", [unknown(2)]),
        ("HI*ABK:Z0000~", "02", [unknown(1)]),
        ("HI*ABK:Z0000~", "A", [unknown(1)]),
        // Of an HI that has no place, the guide's own rules tell.
        ("HI*ABK:Z0000~HI*ABF:I10~", "1:2", ["x12.segment.qualifier at 2300/HI-01"]),
    ]

    @Test(arguments: professional)
    func pointersNameDiagnoses(_ codes: String, _ pointers: String, _ found: [String]) {
        let lines = "LX*1~SV1*HC:99213*10*UN*1***\(pointers)~DTP*472*D8*20250701~"
        let draft = ClaimDraft.professional.with(\.codes, codes).with(\.lines, lines)
        #expect(draft.found == found)
    }

    static let dental: [(codes: String, pointers: String, found: [String])] = [
        ("HI*ABK:K0260*ABF:K0261~", "1:2", []),
        ("", "", ["x12.element.trailing at 2400/SV3-11"]),
        ("HI*ABK:K0260~", "1:2", [broken(2, "SV3-11")]),
        ("", "1", [broken(1, "SV3-11")]),
        ("HI*ABK:K0260~", "5", [unknown(1, "SV3-11")]),
    ]

    @Test(arguments: dental)
    func pointersOfDentalLines(_ codes: String, _ pointers: String, _ found: [String]) {
        let lines = "LX*1~SV3*AD:D0120*10****1*****\(pointers)~"
        #expect(ClaimDraft.dental.with(\.codes, codes).with(\.lines, lines).found == found)
    }
}
