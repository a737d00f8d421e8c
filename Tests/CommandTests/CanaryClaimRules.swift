/// The claims of `CanaryClaims`, with one change for each rule of claims and of their levels.
extension CanaryClaims {
    private static let payer =
        "SBR*S*18*******CI~AMT*D*77707~OI***Y***Y~NM1*IL*1*QZMKOTHER*QZMK****MI*77707~"
        + "NM1*PR*2*QZMKPAYER*****PI*QZMKPAY~"
    private static let adjudication = "SVD*QZMKPAY*77707*HC:99213**1~DTP*573*D8*20250710~"
    /// Paid in full by another payer.
    static let coordinated = file(
        "005010X222A1",
        visit.replacing("LX*1~", with: payer + "LX*1~") + adjudication)

    static let rules = levelRules + dateRules + diagnosisRules + moneyRules

    private static let levelRules = [
        changed("x12.level.parent", professional, "HL*2*1*22", "HL*2*77707*22"),
        changed("x12.level.number", professional, "HL*2*1*22", "HL*77707*1*22"),
        changed("x12.level.child", professional, "HL*2*1*22*0", "HL*2*1*22*1"),
        changed("x12.level.missing", professional, "HL*2*1*22*0~", ""),
        changed("claim.patient.missing", professional, "SBR*P*18", "SBR*P*"),
        changed("claim.payer.order", coordinated, "SBR*S*18", "SBR*P*18"),
        changed("claim.npi.digit", professional, "2417000017", "2417000018"),
        changed("claim.npi.zeros", professional, "2417000017", "0000000000"),
        CanaryFile.Case("claim.record.repeated", file("005010X222A1", visit + visit)),
        CanaryFile.Case(
            "claim.id.repeated",
            file("005010X222A1", visit + visit.replacing("20250707", with: "20250708"))),
    ]

    private static let dateRules = [
        changed("claim.accident.date", professional, "Y*A*Y*Y~", "Y*A*Y*Y**OA~"),
        changed("claim.accident.state", professional, "Y*A*Y*Y~", "Y*A*Y*Y**AA~"),
        changed("claim.admission.late", institutional, "DT*202507070800", "DT*202507090800"),
        changed("claim.admission.missing", institutional, "DTP*435*DT*202507070800~", ""),
        changed("claim.birth.future", professional, "19660606", "20990909"),
        changed(
            "claim.period.reversed", professional, "472*D8*20250707", "472*RD8*20250707-20250701"),
        changed("claim.service.before-birth", professional, "472*D8*20250707", "472*D8*19500606"),
        changed("claim.service.future", professional, "472*D8*20250707", "472*D8*20990909"),
        changed(
            "claim.service.outside-statement", institutional, "*77707*UN*1~",
            "*77707*UN*1~DTP*472*D8*20250601~"),
        changed("claim.bill.type", institutional, "***11:A", "***03:A"),
        changed("claim.reference.original", professional, "11:B:1", "11:B:7"),
    ]

    private static let diagnosisRules = [
        changed("claim.diagnosis.mixed", professional, "ABK:Z5900", "ABK:Z5900*BF:77707"),
        changed("claim.diagnosis.pointer", professional, "UN*1***1~", "UN*1***9~"),
        changed(
            "claim.diagnosis.principal", institutional, ":::::::Y~", ":::::::Y*ABK:Z5901~"),
        changed("claim.diagnosis.version", professional, "ABK:Z5900", "BK:77707"),
    ]

    private static let moneyRules = [
        changed("claim.charge.sum", professional, "99213*77707", "99213*777077"),
        changed("claim.amount.long", professional, "99213*77707", "99213*77707777.077"),
        changed("claim.charge.total-line", institutional, "SV2*0300**77707", "SV2*0001**77707"),
        changed("claim.adjudication.balance", coordinated, "SVD*QZMKPAY*77707", "SVD*QZMKPAY*777"),
        changed("claim.paid.balance", coordinated, "AMT*D*77707", "AMT*D*777"),
        changed("claim.paid.missing", coordinated, "AMT*D*77707~", ""),
        changed("claim.adjudication.payer", coordinated, "SVD*QZMKPAY*", "SVD*QZMKNONE*"),
    ]
}
