import Conversion

/// The levels of `ClaimText` with claims of a hospital or a dentist, which are right.
enum ClaimKindText: String, CaseIterable, Sendable {
    case institutional = "005010X223A2"
    case dental = "005010X224A2"

    /// Two subscribers, of whom the second has a dependent: three claims.
    var plain: String {
        let body =
            ClaimText.billing() + ClaimText.subscriber(2) + claim(1) + claim(2)
            + ClaimText.subscriber(3, hasPatient: true) + ClaimText.patient(4, beneath: 3)
            + claim(3)
        return ClaimText.file(body).with(ClaimText.guide, rawValue, all: true)
    }

    /// A claim with two lines; the day is the number's.
    func claim(_ number: Int) -> String {
        let doctor = "*1*SMITH*MARY****XX*2100000027~"
        switch self {
        case .institutional:
            return "CLM*C\(1000 + number)*150.5***11:A:1**A*Y*Y~DTP*096*TM*1300~"
                + "DTP*434*RD8*20250601-2025060\(4 + number)~DTP*435*DT*202506010930~CL1*1*1*01~"
                + "HI*ABK:J209~HI*ABJ:R0602~NM1*71\(doctor)"
                + "LX*1~SV2*0120**100.5*DA*4~LX*2~SV2*0250*HC:J1885*50*UN*1~DTP*472*D8*20250602~"
        case .dental:
            return "CLM*C\(1000 + number)*150.5***11:B:1*Y*A*Y*Y~DTP*472*D8*2025060\(number)~"
                + "NM1*82\(doctor)PRV*PE*PXC*1223G0001X~"
                + "LX*1~SV3*AD:D2392*100.5****1~TOO*JP*3*M:O~LX*2~SV3*AD:D0120*50****1~"
        }
    }
}
