/// Files of claims to MassHealth whose every value is a marker, and one change for each rule of codes
/// and of the profiles.
enum CanaryClaims {
    private static let levels =
        "BHT*0019*00*QZMKREF*20250814*2130*CH~NM1*41*2*QZMKSUB*****46*110999999B~"
        + "PER*IC*QZMKPER*TE*7770777077~NM1*40*2*MASSHEALTH*****46*DMA7384~HL*1**20*1~"
        + "PRV*BI*PXC*207Q00000X~NM1*85*2*QZMKORG*****XX*2417000017~N3*QZMK STREET~"
        + "N4*QZMKCITY*MA*777070001~REF*EI*777077703~HL*2*1*22*0~SBR*P*18*******MC~"
        + "NM1*IL*1*QZMKLAST*QZMKFIRST****MI*777077707771~N3*QZMK STREET~N4*QZMKCITY*MA*77707~"
        + "DMG*D8*19660606*F~NM1*PR*2*MASSHEALTH*****PI*DMA7384~"
    static let visit =
        "CLM*QZMKCLAIM*77707***11:B:1*Y*A*Y*Y~HI*ABK:Z5900~LX*1~SV1*HC:99213*77707*UN*1***1~"
        + "DTP*472*D8*20250707~LIN**N4*77707770777~CTP****1*UN~"
    private static let stay =
        "CLM*QZMKCLAIM*77707***11:A:1**A*Y*Y~DTP*434*RD8*20250707-20250708~"
        + "DTP*435*DT*202507070800~CL1*1*1*01~HI*ABK:Z5900:::::::Y~HI*ABJ:Z5900~HI*DR:470~"
        + "HI*BBR:0016070:D8:20250707~NM1*71*1*QZMKDOC*QZMK****XX*2417000017~LX*1~"
        + "SV2*0300**77707*UN*1~"
    private static let filling =
        "CLM*QZMKCLAIM*77707***11:B:1*Y*A*Y*Y~DTP*472*D8*20250707~LX*1~SV3*AD:D0120*77707****1~"
    private static let activity =
        "CLM*QZMKCLAIM*0***11:B:1*Y*A*Y*Y~HI*ABK:Z5900~LX*1~SV1*HC:G0506:U1*0*UN*1***1~"
        + "DTP*472*D8*20250707~"

    static func file(_ guide: String, _ claims: String) -> String {
        let set = levels + claims
        return """
            ISA*00*          *00*          *ZZ*110999999B     *ZZ*DMA7384        *250814*2130*^*00501*\
            000000001*0*T*:~GS*HC*110999999B*DMA7384*20250814*2130*1*X*\(guide)~ST*837*0001*\(guide)~\
            \(set)SE*\(set.count { $0 == "~" } + 2)*0001~GE*1*1~IEA*1*000000001~
            """
    }

    static let professional = file("005010X222A1", visit)
    static let institutional = file("005010X223A2", stay)
    private static let dental = file("005010X224A2", filling)
    /// All of them keep all rules.
    static let whole = [
        professional, institutional, dental, file("005010X222A1", activity), coordinated,
    ]

    static func changed(
        _ rule: String, _ text: String, _ old: String, _ new: String, profile: String = "auto"
    ) -> CanaryFile.Case {
        CanaryFile.Case(rule, text.replacing(old, with: new), profile: profile)
    }

    static let cases = codes + parties + encounters + rules

    private static let codes = [
        changed("x12.element.list", professional, "*MA*777070001", "*QZ*777070001"),
        changed("claim.code.diagnosis", professional, "Z5900", "QZMK"),
        changed("claim.code.procedure", institutional, "0016070", "QZMK"),
        changed("claim.code.hcpcs", professional, "99213", "QZMK"),
        changed("claim.code.cdt", dental, "D0120", "QZMK"),
        changed("claim.code.ndc", professional, "77707770777", "QZMK"),
        changed("claim.code.revenue", institutional, "0300", "QZMK"),
        changed("claim.code.drg", institutional, "DR:470", "DR:QZMK"),
        changed("claim.code.place", professional, "***11:B", "***QZ:B"),
        changed("claim.code.taxonomy", professional, "207Q00000X", "QZMK"),
        changed("claim.code.zip", professional, "777070001", "7770700"),
        changed("claim.line.number", professional, "LX*1~", "LX*7~"),
        changed("claim.address.incomplete", professional, "*MA*777070001", "*MA"),
    ]

    private static let parties = [
        changed("masshealth.submitter.pidsl", professional, "46*110999999B", "46*QZMK"),
        changed("masshealth.claim.receiver", professional, "PI*DMA7384", "PI*QZMK"),
        changed("masshealth.claim.member", professional, "777077707771", "77707"),
        changed("masshealth.activity.modifier", whole[3], "G0506:U1", "G0506:QZ"),
        changed("masshealth.activity.day", whole[3], "20250707", "20230101")
            .with("G0506:U1", "T2038:U1"),
        CanaryFile.Case(
            "masshealth.activity.limit",
            file("005010X222A1", activity + activity.replacing("QZMKCLAIM", with: "QZMKOTHER"))),
    ]

    private static let encounters = [
        ("masshealth.encounter.frequency", professional, "11:B:1", "11:B:9"),
        ("masshealth.encounter.diagnosis", professional, "ABK:Z5900", "BK:77707"),
        ("masshealth.encounter.amount", professional, "*77707*", "*-77707*"),
        ("masshealth.encounter.facility", institutional, "***11:A", "***19:A"),
    ].map { changed($0.0, $0.1, $0.2, $0.3, profile: "masshealth-encounter") }
}
