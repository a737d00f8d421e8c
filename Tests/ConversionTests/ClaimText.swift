import Foundation

/// A small 837 that is right; what a test does to it is the hazard.
enum ClaimText {
    static let guide = "005010X222A1"
    static let group = "GS*HC*SENDER*RECEIVER*20250701*2149*1*X*\(guide)~"
    static let header =
        "BHT*0019*00*REF1*20250701*2149*CH~NM1*41*2*SUBMITTER*****46*S1234~"
        + "PER*IC*DESK*TE*6175550142~NM1*40*2*RECEIVER*****46*R1234~"

    /// A billing provider's level.
    static func billing(_ number: Int = 1) -> String {
        "HL*\(number)**20*1~NM1*85*2*CLINIC*****XX*2100000019~N3*40 HARBOR RD~"
            + "N4*BOSTON*MA*021250010~REF*EI*001122334~"
    }

    /// A subscriber's level, of the subscriber who is the patient or of one who is not.
    static func subscriber(_ number: Int, beneath parent: Int = 1, hasPatient: Bool = false)
        -> String
    {
        let person = "NM1*IL*1*DOE*JOHN****MI*70000000\(1000 + number)~"
        let payer = "NM1*PR*2*PAYER*****PI*PAY01~"
        if hasPatient { return "HL*\(number)*\(parent)*22*1~SBR*P********MC~" + person + payer }
        return "HL*\(number)*\(parent)*22*0~SBR*P*18*******MC~" + person
            + "N3*1 ELM ST~N4*BOSTON*MA*021220007~DMG*D8*19800101*M~" + payer
    }

    /// A dependent's level.
    static func patient(_ number: Int, beneath parent: Int) -> String {
        "HL*\(number)*\(parent)*23*0~PAT*19~NM1*QC*1*DOE*ANNA~N3*1 ELM ST~"
            + "N4*BOSTON*MA*021220007~DMG*D8*20150101*F~"
    }

    /// A claim with two lines.
    static func claim(_ number: Int) -> String {
        let day = 20_250_601 + number % 28
        return "CLM*C\(1000 + number)*150.5***11:B:1*Y*A*Y*Y~HI*ABK:J209*ABF:R0602~"
            + "NM1*82*1*SMITH*MARY****XX*2100000027~PRV*PE*PXC*207Q00000X~"
            + "LX*1~SV1*HC:99213*100.5*UN*1***1:2~DTP*472*D8*\(day)~"
            + "LX*2~SV1*HC:94640*50*UN*1***2~DTP*472*D8*\(day)~"
    }

    /// A transaction set of these levels and claims.
    static func set(_ body: String, control: String = "0001", guide: String = guide) -> String {
        "ST*837*\(control)*\(guide)~\(header)\(body)SE*0*\(control)~".recounted
    }

    /// A file with one set.
    static func file(_ body: String, control: String = "000000001") -> String {
        EnrollmentText.interchange(control) + group + set(body) + "GE*1*1~IEA*1*\(control)~"
    }

    /// Two subscribers, of whom the second has a dependent: three claims.
    static let body =
        billing() + subscriber(2) + claim(1) + claim(2) + subscriber(3, hasPatient: true)
        + patient(4, beneath: 3) + claim(3)

    static let plain = file(body)

    /// A file whose claims are many, in one set; every second subscriber has a dependent.
    static func many(_ count: Int) -> String {
        var body = billing()
        var level = 1
        for number in 0..<count {
            level += 1
            let hasPatient = number % 2 == 1
            body += subscriber(level, hasPatient: hasPatient)
            if hasPatient {
                level += 1
                body += patient(level, beneath: level - 1)
            }
            body += claim(number)
        }
        return file(body)
    }
}
