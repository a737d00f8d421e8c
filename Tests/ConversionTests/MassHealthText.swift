/// An 834 as MassHealth sends it, with what a test wants otherwise.
struct MassHealthText {
    var sender = "DMA7384"
    var groupSender: String?
    var receiver = "110999999B"
    var groupReceiver: String?
    var records = [record()]

    static func record(
        type: String = "021", id: String = "100000000001", address: String = "",
        coverage: String = "HD*021**HMO*ACCS1~DTP*348*D8*20250701~"
    ) -> String {
        "INS*Y*18*\(type)*AI*A~REF*0F*\(id)~NM1*IL*1*LAST*FIRST~\(address)\(coverage)"
    }

    var text: String {
        func padded(_ text: String) -> String {
            text + String(repeating: " ", count: 15 - text.count)
        }
        let header =
            "ST*834*0001*005010X220A1~BGN*00*1*20250715*1200*ET***2~"
            + "N1*P5*MassHealth*FI*009990001~N1*IN**FI*009990002~"
        let set = header + records.joined()
        let count = set.count { $0 == "~" } + 1
        return "ISA*00*          *00*          *ZZ*\(padded(sender))*ZZ*\(padded(receiver))"
            + "*250715*1200*^*00501*000000001*0*T*:~GS*BE*\(groupSender ?? sender)*"
            + "\(groupReceiver ?? receiver)*20250715*1200*1*X*005010X220A1~\(set)"
            + "SE*\(count)*0001~GE*1*1~IEA*1*000000001~"
    }
}
