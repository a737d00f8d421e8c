/// Other insurance and what its payers decided, to build claims from.
enum OtherPayers {
    /// Loops 2320 to 2330B of a payer; `inner` stands behind SBR.
    static func payer(_ number: String, rank: String = "S", _ inner: String = "") -> String {
        """
        SBR*\(rank)*18*******CI~\(inner)OI***Y***Y~NM1*IL*1*LAST*FIRST****MI*M1~\
        NM1*PR*2*OTHER*****PI*\(number)~
        """
    }

    /// A line of 10 with what payers decided on it: loops 2430 without their dates.
    static func line(_ decisions: String..., number: Int = 1, charge: String = "10") -> String {
        "LX*\(number)~SV1*HC:99213*\(charge)*UN*1***1~DTP*472*D8*20250701~"
            + decisions.map { $0 + "DTP*573*D8*20250710~" }.joined()
    }
}
