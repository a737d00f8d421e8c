// Segments that keep all rules, to put the ones under test between.
extension ClaimReading {
    static let header = """
        BHT*0019*00*REF1*20250715*1200*CH~\
        NM1*41*2*SUBMITTER*****46*SUB1~PER*IC*HELP*TE*6175550100~NM1*40*2*RECEIVER*****46*REC1~
        """

    /// Loop 2000A; `inner` stands at the end of 2010AA, `level` behind HL.
    static func billing(_ inner: String = "", level: String = "") -> String {
        """
        HL*1**20*1~\(level)NM1*85*2*CLINIC*****XX*1234567893~N3*1 A ST~N4*LYNN*MA*019021234~\
        REF*EI*900000001~\(inner)
        """
    }

    /// Loop 2000B; `inner` stands at the end of 2010BA, `payer` at that of 2010BB.
    static func subscriber(
        _ inner: String = "", sbr: String = "SBR*P*18*******MC~", payer: String = "",
        child: Int = 0
    ) -> String {
        """
        HL*2*1*22*\(child)~\(sbr)NM1*IL*1*LAST*FIRST****MI*100000000001~N3*1 B ST~\
        N4*LYNN*MA*01902~DMG*D8*19800102*F~\(inner)NM1*PR*2*PAYER*****PI*P1~\(payer)
        """
    }

    /// Loop 2000C; `inner` stands at the end of 2010CA.
    static func patient(_ inner: String = "", pat: String = "PAT*19~") -> String {
        """
        HL*3*2*23*0~\(pat)NM1*QC*1*LAST*CHILD~N3*1 B ST~N4*LYNN*MA*01902~DMG*D8*20150203*M~\(inner)
        """
    }

    /// Loop 2300 of a professional claim.
    static func claim(_ id: String = "C1", _ inner: String = "") -> String {
        """
        CLM*\(id)*10***11:B:1*Y*A*Y*Y~\(inner)HI*ABK:Z0000~LX*1~SV1*HC:99213*10*UN*1***1~\
        DTP*472*D8*20250701~
        """
    }

    /// Loop 2300 of an institutional claim.
    static func stay(_ id: String = "C1", _ inner: String = "") -> String {
        """
        CLM*\(id)*10***11:A:1**A*Y*Y~DTP*434*RD8*20250701-20250702~CL1*1*1*01~\(inner)\
        HI*ABK:Z0000~LX*1~SV2*0120**10*DA*1~
        """
    }
}
