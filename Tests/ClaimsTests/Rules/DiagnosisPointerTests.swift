import Testing

struct DiagnosisPointerTests {
    static func broken(_ component: Int, _ element: String = "SV1-07") -> String {
        "diagnosis.pointer at 2400/\(element)-\(component)"
    }

    /// HI, SV107, and what is found.
    static let professional: [(codes: String, pointers: String, found: [String])] = [
        ("HI*ABK:Z0000~", "1", []),
        ("HI*ABK:Z0000~", "01", []),
        ("HI*ABK:Z0000*ABF:I10~", "2:1", []),
        ("HI*ABK:Z0000**ABF:I10~", "1:3", []),
        ("HI*ABK:Z0000~", "2", [broken(1)]),
        ("HI*ABK:Z0000~", "1:4", [broken(2)]),
        ("HI*ABK:Z0000*ABF:I10~", "1:2:3:9", [broken(3), broken(4)]),
        ("HI*ABK:Z0000**ABF:I10~", "2", [broken(1)]),
        // Of an HI that has no place, the guide's own rules tell.
        ("HI*ABK:Z0000~HI*ABF:I10~", "1:2", []),
    ]

    @Test(arguments: professional)
    func pointersNameDiagnoses(_ codes: String, _ pointers: String, _ found: [String]) {
        let lines = "LX*1~SV1*HC:99213*10*UN*1***\(pointers)~DTP*472*D8*20250701~"
        let draft = ClaimDraft.professional.with(\.codes, codes).with(\.lines, lines)
        #expect(draft.found.filter { !$0.hasPrefix("x12.") } == found)
    }

    /// What is no number of a diagnosis at all is told by its element, and by nothing else.
    @Test(arguments: ["0", "13", "A"])
    func oneCauseIsOneFinding(_ pointer: String) {
        let lines = "LX*1~SV1*HC:99213*10*UN*1***1:\(pointer)~DTP*472*D8*20250701~"
        #expect(
            ClaimDraft.professional.with(\.lines, lines).found == [
                "x12.element.code at 2400/SV1-07-2"
            ])
    }

    static let dental: [(codes: String, pointers: String, found: [String])] = [
        ("HI*ABK:K0260*ABF:K0261~", "1:2", []),
        ("", "", []),
        ("HI*ABK:K0260~", "1:2", [broken(2, "SV3-11")]),
        ("", "1", [broken(1, "SV3-11")]),
    ]

    @Test(arguments: dental)
    func pointersOfDentalLines(_ codes: String, _ pointers: String, _ found: [String]) {
        let lines = "LX*1~SV3*AD:D0120*10****1*****\(pointers)~"
        #expect(
            ClaimDraft.dental.with(\.codes, codes).with(\.lines, lines).found
                .filter { !$0.hasPrefix("x12.") } == found)
    }
}
