import Foundation
import Testing

/// The hazards of `ClaimHazardTests` in claims of hospitals and dentists.
struct ClaimKindHazardTests {
    /// One kind, and what was done to its file.
    static func hazards(_ kind: ClaimKindText) -> [Hazard] {
        let plain = kind.plain
        func one(_ name: String, _ text: String, _ rule: String) -> Hazard {
            Hazard("\(kind) \(name)", text, 1, 2, 1, [rule])
        }
        func kept(_ name: String, _ text: String, _ rules: [String] = []) -> Hazard {
            Hazard("\(kind) \(name)", text, 0, 3, 0, rules)
        }
        return [
            kept("valid", plain),
            kept("newline terminator", plain.with("~", "\n", all: true)),
            kept("CRLF terminator", plain.with("~", "\r\n", all: true)),
            kept("blank segment", plain.with("~LX*1", "~~LX*1"), ["x12.segment.blank"]),
            kept("BOM", "\u{FEFF}" + plain, ["x12.bytes.mark"]),
            kept("non-ASCII name", plain.with("SMITH", "MUÑOZ")),
            kept("component separator >", plain.with(":", ">", all: true)),
            kept("unknown GS08", plain.with("X*005010", "X*005011"), ["x12.guide.disagree"]),
            kept("HL number left out", plain.with("HL*4*", "HL*7*"), ["x12.level.number"]),
            one("bad NPI digit", plain.with("2100000027", "2100000028"), "claim.npi.digit"),
            one("imbalance", plain.with("*150.5*", "*150.51*"), "claim.charge.sum"),
            one("birth date in 2099", plain.with("20150101", "20990101"), "claim.birth.future"),
            one("code that is none", plain.with("*A*Y*Y~", "*Q*Y*Y~"), "x12.element.code"),
            one(
                "unknown segment", plain.inserting("ZZ1*1~", before: "LX"), "x12.segment.unknown"),
            one("no line number", plain.removing("LX*1"), "x12.loop.missing"),
            one("CLM lost", plain.removing("CLM*"), "x12.loop.missing"),
            one("CLM misspelt", plain.with("CLM*C1001", "CLX*C1001"), "x12.segment.unknown"),
            one(
                "HL parent of the wrong kind", plain.with("HL*4*3*", "HL*4*1*"), "x12.level.parent"),
            Hazard("\(kind) bad HL parent", plain.with("HL*2*1*", "HL*2*9*"), 1, 1, 2, [parent]),
            Hazard("\(kind) 2010AA N3 missing", plain.removing("N3*40"), 1, 0, 3, [missing]),
            Hazard(
                "\(kind) unknown guide", plain.with(kind.rawValue, "005010X999A1", all: true), 1, 0,
                1, ["x12.guide.unknown"]),
            Hazard("\(kind) truncated", plain.before("~SE*") + "~", 1, 2, 1, truncated),
            Hazard(
                "\(kind) duplicate ISA13", plain + plain, 1, 6, 0,
                ["x12.interchange.duplicate"] + Array(repeating: "claim.record.repeated", count: 3)),
        ]
    }

    private static let parent = "x12.level.parent"
    private static let missing = "x12.segment.missing"
    private static let truncated = ["x12.record.cut", "x12.file.truncated"]
    private static let hospital = ClaimKindText.institutional.plain
    private static let dentist = ClaimKindText.dental.plain

    private static let own = [
        Hazard(
            "institutional nonsense ICD-10 ZZZZZ", hospital.with("R0602", "ZZZZZ"), 1, 2, 1,
            ["claim.code.diagnosis"]),
        Hazard(
            "institutional place of service for a bill type", hospital.with("11:A", "05:A"), 1, 2,
            1,
            ["claim.bill.type"]),
        Hazard(
            "institutional form of a professional claim", hospital.with("11:A", "11:B"), 1, 2, 1,
            ["x12.element.code"]),
        Hazard(
            "dental errata of type 1", dentist.with("005010X224A2", "005010X224A1", all: true), 0,
            3, 0,
            ["x12.guide.nearest"]),
        Hazard(
            "dental nonsense CDT", dentist.with("D2392", "D239"), 1, 2, 1, ["claim.code.cdt"]),
    ]

    @Test(arguments: ClaimKindText.allCases.flatMap(hazards) + own)
    func eachHasItsOutcome(_ hazard: Hazard) throws {
        let outcome = try Trial()(hazard.bytes)
        #expect(outcome.flaws(of: hazard.bytes).isEmpty)
        #expect(outcome.rules == hazard.rules)
        #expect(outcome.status == hazard.status)
        #expect(outcome.file.records.accepted == hazard.accepted)
        #expect(outcome.file.records.setAside == hazard.setAside)
    }

    /// What the patient paid or is to pay, in encounters.
    @Test(arguments: [
        (ClaimKindText.institutional, "HI", "AMT*F3*-10~", 1),
        (.institutional, "HI", "AMT*F3*10~", 0),
        (.dental, "NM1*82", "AMT*F5*-10~", 1), (.dental, "NM1*82", "AMT*F5*0~", 0),
    ])
    func patientAmounts(_ kind: ClaimKindText, _ next: String, _ amount: String, _ count: Int)
        throws
    {
        let text = kind.plain.inserting(amount, before: next)
        let rules = try Trial(profile: .named("masshealth-encounter"))(text).rules
        #expect(rules.count { $0 == "masshealth.encounter.amount" } == count)
    }
}
