/// A file of claims to MassHealth, of which parts can be changed.
struct PartnerClaimText {
    var sender = "110999999B"
    var groupSender = "110999999B"
    var receiver = "DMA7384"
    var groupReceiver = "DMA7384"
    var submitter = "110999999B"
    var payer = "DMA7384"
    var member = "100000000001"
    var claims = [PartnerClaimText.activity()]

    /// A claim of no charge with a line for each procedure.
    static func activity(
        _ procedures: String..., id: String = "C1", day: String = "20250701",
        frequency: Int = 1, charge: Int = 0
    ) -> String {
        let sent = procedures.isEmpty ? ["G9005:U1:U2"] : procedures
        let lines = sent.enumerated().map { index, procedure in
            "LX*\(index + 1)~SV1*HC:\(procedure)*\(charge)*UN*1***1~DTP*472*D8*\(day)~"
        }
        return """
            CLM*\(id)*\(charge * sent.count)***11:B:\(frequency)*Y*A*Y*Y~REF*F8*1~HI*ABK:Z0000~\
            \(lines.joined())
            """
    }

    var text: String {
        let set = """
            BHT*0019*00*REF1*20250715*1200*CH~NM1*41*2*SUBMITTER*****46*\(submitter)~\
            PER*IC*HELP*TE*6175550100~NM1*40*2*RECEIVER*****46*\(payer)~\
            HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~N3*1 A ST~N4*LYNN*MA*019021234~\
            REF*EI*900000001~HL*2*1*22*0~SBR*P*18*******MC~NM1*IL*1*LAST*FIRST****MI*\(member)~\
            N3*1 B ST~N4*LYNN*MA*01902~DMG*D8*19800101*F~NM1*PR*2*PAYER*****PI*\(payer)~\
            \(claims.joined())
            """
        let isa =
            "ISA*00*          *00*          *ZZ*" + padded(sender) + "*ZZ*" + padded(receiver)
            + "*250715*1200*^*00501*000000001*0*T*:~"
        return """
            \(isa)GS*HC*\(groupSender)*\(groupReceiver)*20250715*1200*1*X*005010X222A1~\
            ST*837*0001*005010X222A1~\(set)SE*\(set.count { $0 == "~" } + 2)*0001~GE*1*1~\
            IEA*1*000000001~
            """
    }

    private func padded(_ id: String) -> String {
        id + String(repeating: " ", count: max(0, 15 - id.count))
    }
}
