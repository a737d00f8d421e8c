import Foundation
import Testing

/// What breaks other readers of 837: status, claims accepted, claims set aside, rules.
struct ClaimHazardTests {
    private static let plain = ClaimText.plain
    private static let second = ClaimText.file(
        ClaimText.billing() + ClaimText.subscriber(2) + ClaimText.claim(4), control: "000000002")

    /// Three subscribers, of whom the second has two claims.
    private static let subscribers = ClaimText.file(
        ClaimText.billing() + ClaimText.subscriber(2) + ClaimText.claim(1)
            + ClaimText.subscriber(3) + ClaimText.claim(2) + ClaimText.claim(3)
            + ClaimText.subscriber(4) + ClaimText.claim(4))

    @Test(arguments: files + delimiters)
    func readRight(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: lost)
    func whatIsLostIsSetAsideAndNobodyElses(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: claims)
    func oneClaimIsSetAsideAndNoOther(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: hierarchy + levels)
    func noClaimIsLost(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: envelopes)
    func aFindingEachTheClaimsAreKept(_ hazard: Hazard) throws { try hazard.check() }

    private static let files = [
        Hazard("valid 837P", plain, 0, 3, 0),
        Hazard("X222A2", plain.with(ClaimText.guide, "005010X222A2", all: true), 0, 3, 0),
        Hazard(
            "errata left out", plain.with(ClaimText.guide, "005010X222", all: true), 0, 3, 0,
            ["x12.guide.nearest"]),
        Hazard(
            "unknown GS08", plain.with("X*005010X222A1", "X*005010X999A1"), 0, 3, 0,
            ["x12.guide.disagree"]),
        Hazard(
            "unknown GS08, none in ST",
            plain.with("X*005010X222A1", "X*005010X999A1").with("0001*005010X222A1", "0001"), 1, 0,
            1, ["x12.guide.unknown"]),
        Hazard(
            "unknown guide", plain.with(ClaimText.guide, "005010X999A1", all: true), 1, 0, 1,
            ["x12.guide.unknown"]),
        Hazard("two interchanges", plain + second, 0, 4, 0),
        Hazard(
            "two interchanges with different delimiters",
            plain + second.with(":", ">", all: true).delimited(element: "|", terminator: "\n"),
            0, 4, 0),
        Hazard("enrollments before", EnrollmentText.plain + second, 0, 3, 0),
        Hazard("TA1 alone", plain.before("GS*") + ta1 + "IEA*0*000000001~", 0, 0, 0),
        Hazard("TA1 before GS", plain.with("~GS*", "~" + ta1 + "GS*"), 0, 3, 0),
        Hazard(
            "no claims", ClaimText.file(ClaimText.billing() + ClaimText.subscriber(2)), 0, 0, 0,
            ["x12.set.empty"]),
    ]

    private static let lost = [
        Hazard(
            "a claim's segments before any level",
            plain.inserting(
                "DTP*431*D8*20250601~HI*ABK:J209~LX*1~SV1*HC:99213*1*UN*1***1~", before: "HL"),
            1, 3, 1, ["x12.loop.missing"]),
        Hazard(
            "a terminator between a claim's segments", plain.gluing("HI"), 1, 2, 1,
            ["x12.segment.terminator"]),
        Hazard(
            "a terminator between lines", plain.gluing("LX", ""), 1, 2, 1,
            ["x12.segment.terminator"]),
        Hazard(
            "a terminator after a composite", plain.gluing("DTP"), 1, 2, 1,
            ["x12.segment.terminator"]),
        Hazard(
            "a terminator between claims", plain.with("~CLM*C1002", "\nCLM*C1002").recounted, 1, 1,
            1,
            ["x12.segment.terminator"]),
        Hazard(
            "a terminator in a subscriber's level", plain.gluing("DMG"), 1, 1, 3,
            ["x12.segment.terminator"]),
        Hazard(
            "the HL of a subscriber misspelt", subscribers.with("HL*3", "HX*3"), 1, 1, 3,
            [
                "x12.segment.unknown", "x12.segment.order", "claim.payer.order",
                "x12.segment.missing", "x12.segment.unexpected", "x12.level.missing",
                "x12.level.missing", "x12.level.number",
            ]),
        Hazard(
            "the HL of a subscriber left out", subscribers.with("HL*3*1*22*0~", "").recounted, 1, 1,
            3,
            [
                "x12.segment.order", "claim.payer.order", "x12.segment.missing",
                "x12.segment.unexpected", "x12.level.missing", "x12.level.missing",
                "x12.level.number",
            ]),
        Hazard(
            "the HL of a subscriber with a dependent misspelt", plain.with("HL*3", "HX*3"), 1, 1, 2,
            [
                "x12.segment.unknown", "x12.segment.order", "claim.payer.order",
                "x12.element.missing", "x12.segment.missing", "x12.level.number",
                "x12.level.parent", "x12.level.child",
            ]),
        Hazard(
            "a line break in a member id", plain.with("700000001002", "70000000\n1002"), 1, 1, 2,
            ["x12.element.identifier"]),
    ]

    private static let delimiters = [
        Hazard("newline terminator", plain.with("~", "\n", all: true), 0, 3, 0),
        Hazard("CRLF terminator", plain.with("~", "\r\n", all: true), 0, 3, 0),
        Hazard("CRLF after terminators", plain.with("~", "~\r\n", all: true), 0, 3, 0),
        Hazard("blank segment", plain.with("~HI*", "~~HI*"), 0, 3, 0, ["x12.segment.blank"]),
        Hazard(
            "blank segment in a level", plain.with("~N3", "~~N3"), 0, 3, 0,
            [
                "x12.segment.blank"
            ]),
        Hazard(
            "line break behind an amount", plain.with("*150.5*", "*150.5\n*"), 0, 3, 0,
            ["x12.element.control"]),
        Hazard(
            "line break behind a day", plain.with("20250602", "20250602\n"), 0, 3, 0,
            ["x12.element.control"]),
        Hazard("BOM", "\u{FEFF}" + plain, 0, 3, 0, ["x12.bytes.mark"]),
        Hazard("non-ASCII name", plain.with("SMITH", "MUÑOZ"), 0, 3, 0),
        Hazard("non-ASCII name in a level", plain.with("DOE*JOHN", "MUÑOZ*JOSÉ"), 0, 3, 0),
        Hazard(
            "Latin-1 name", plain.with("SMITH", "MUÑOZ"), 0, 3, 0, ["x12.element.encoding"],
            latin1: true),
        Hazard(
            "Latin-1 name in a level", plain.with("CLINIC", "CLÍNICA"), 0, 3, 0,
            ["x12.element.encoding"], latin1: true),
        Hazard("ISA and HL in a name", plain.with("SMITH*MARY", "ISA*HL"), 0, 3, 0),
        Hazard("component separator >", plain.with(":", ">", all: true), 0, 3, 0),
        Hazard(
            "control characters as delimiters",
            plain.delimited(element: "\u{1D}", terminator: "\u{1C}").with(":", "\u{1F}", all: true),
            0, 3, 0),
        Hazard("no repetition separator", plain.with("*^*", "* *"), 0, 3, 0),
    ]

    private static let claims = [
        Hazard(
            "unknown segment", plain.inserting("ZZ1*1~", before: "HI"), 1, 2, 1,
            [
                "x12.segment.unknown"
            ]),
        Hazard(
            "a segment of the header", plain.inserting("BHT*0019~", before: "HI"), 1, 2, 1,
            [
                "x12.segment.unexpected"
            ]),
        Hazard("no diagnosis", plain.removing("HI*"), 1, 2, 1, ["x12.segment.missing"]),
        Hazard("no line number", plain.removing("LX*1"), 1, 2, 1, ["x12.loop.missing"]),
        Hazard(
            "no place of service", plain.with("***11:B:1", "***:B:1"), 1, 2, 1,
            [
                "x12.element.missing"
            ]),
        Hazard(
            "day that is none", plain.with("20250602", "20250631"), 1, 2, 1,
            [
                "x12.element.date"
            ]),
        Hazard(
            "code that is none", plain.with("*Y*A*Y*Y", "*Y*Q*Y*Y"), 1, 2, 1,
            [
                "x12.element.code"
            ]),
        Hazard(
            "amount with a comma", plain.with("*150.5*", "*150,5*"), 1, 2, 1,
            [
                "x12.element.number"
            ]),
        // What is read wrong is wrong, whatever else is told of its characters.
        Hazard(
            "line break in an amount", plain.with("*150.5*", "*15\n0.5*"), 1, 2, 1,
            ["x12.element.control", "x12.element.number"]),
        Hazard(
            "component separator in an amount", plain.with("*150.5*", "*15:0.5*"), 1, 2, 1,
            ["x12.element.composite", "x12.element.number"]),
        Hazard(
            "Latin-1 blank behind an amount", plain.with("*150.5*", "*150.5\u{A0}*"), 1, 2, 1,
            ["x12.element.encoding", "x12.element.number"], latin1: true),
        Hazard(
            "line break in a day", plain.with("20250602", "2025\n0602"), 1, 2, 1,
            ["x12.element.control", "x12.element.date"]),
        Hazard(
            "provider of no role", plain.with("NM1*82", "NM1*XX"), 1, 2, 1,
            [
                "x12.segment.qualifier"
            ]),
    ]

    /// What the rules of claims find.
    private static let values = [
        Hazard(
            "bad NPI digit", plain.with("2100000027", "2100000028"), 1, 2, 1,
            [
                "claim.npi.digit"
            ]),
        Hazard(
            "pointer to an absent diagnosis", plain.with("1:2~", "1:3~"), 1, 2, 1,
            [
                "claim.diagnosis.pointer"
            ]),
        Hazard(
            "nonsense ICD-10 ZZZZZ", plain.with("R0602", "ZZZZZ"), 1, 2, 1,
            ["claim.code.diagnosis"]),
        Hazard("imbalance", plain.with("*150.5*", "*150.51*"), 1, 2, 1, ["claim.charge.sum"]),
        Hazard(
            "ICD-9 beside ICD-10", plain.with("ABF:R0602", "BF:78605"), 1, 2, 1,
            [
                "claim.diagnosis.mixed"
            ]),
        Hazard(
            "$0 claim", plain.with("*150.5*", "*0*").with("*100.5*", "*0*").with("*50*", "*0*"), 0,
            3, 0),
        Hazard(
            "birth date in 2099", plain.with("20150101", "20990101"), 1, 2, 1,
            [
                "claim.birth.future"
            ]),
    ]

    @Test(arguments: values)
    func whatIsWrongInAValueCostsNoNeighbour(_ hazard: Hazard) throws { try hazard.check() }

    private static let hierarchy = [
        Hazard("bad HL parent", plain.with("HL*2*1*", "HL*2*9*"), 1, 1, 2, ["x12.level.parent"]),
        Hazard(
            "HL parent of the wrong kind", plain.with("HL*4*3*", "HL*4*1*"), 1, 2, 1,
            ["x12.level.parent"]),
        Hazard("HL number again", plain.with("HL*4*", "HL*2*"), 0, 3, 0, ["x12.level.number"]),
        Hazard("HL number left out", plain.with("HL*4*", "HL*7*"), 0, 3, 0, ["x12.level.number"]),
        Hazard(
            "HL child not announced", plain.with("*22*1", "*22*0"), 0, 3, 0,
            [
                "x12.level.child"
            ]),
        Hazard("HL child missing", plain.with("*22*0", "*22*1"), 0, 3, 0, ["x12.level.child"]),
        Hazard(
            "HL code that is none", plain.with("HL*2*1*22", "HL*2*1*99"), 1, 1, 2,
            [
                "x12.element.code"
            ]),
        Hazard(
            "claim beneath the provider", plain.inserting(ClaimText.claim(9), before: "HL*2"), 1, 3,
            1,
            [
                "x12.level.missing"
            ]),
        // One claim has lost its CLM: the others of the subscriber are whole.
        Hazard(
            "CLM lost", plain.removing("CLM*"), 1, 2, 1, ["x12.loop.missing"]),
        Hazard(
            "CLM lost before other claims",
            subscribers.with(ClaimText.claim(2), ClaimText.claim(2).from("HI*")).recounted, 1, 3, 1,
            ["x12.loop.missing"]),
        // The level is not whole yet.
        Hazard(
            "a claim's segment in a level", plain.inserting("HI*ABK:E119~", before: "NM1*PR"), 1, 1,
            3, ["x12.segment.unexpected"]),
        // Whose claims follow, and of which file they are, is not known: SE and ST are lost.
        Hazard(
            "SE and ST lost",
            ClaimText.file(
                ClaimText.billing() + ClaimText.subscriber(2) + ClaimText.claim(1)
                    + "BHT*0019*00*X2*20250701*0930*CH~" + ClaimText.billing()
                    + ClaimText.subscriber(2) + ClaimText.claim(2)), 1, 0, 2,
            ["x12.segment.unexpected", "x12.level.number", "x12.level.missing"]),
        Hazard(
            "claim before any level", plain.with("~HL*1", "~\(ClaimText.claim(9))HL*1").recounted,
            1, 3, 1,
            [
                "x12.level.missing"
            ]),
        // It is taken as a billing provider's; what was the subscriber's has no place there.
        Hazard(
            "HL without elements", plain.with("HL*2*1*22*0~", "HL~"), 1, 1, 3,
            [
                "x12.level.number", "x12.element.missing",
                "x12.element.missing", "x12.element.missing", "x12.segment.unexpected",
                "x12.loop.missing", "x12.level.missing", "x12.level.missing",
            ]),
    ]

    private static let levels = [
        Hazard("2010AA N3 missing", plain.removing("N3*40"), 1, 0, 3, ["x12.segment.missing"]),
        Hazard(
            "subscriber without a name", plain.removing("NM1*IL"), 1, 1, 2,
            [
                "x12.loop.missing"
            ]),
        Hazard("patient without a name", plain.removing("NM1*QC"), 1, 2, 1, ["x12.loop.missing"]),
        Hazard("payer missing", plain.removing("NM1*PR"), 1, 1, 2, ["x12.loop.missing"]),
        // The segment is set aside by itself as well: there may be no claim to show it.
        Hazard(
            "unknown segment in a level", plain.inserting("ZZ1*1~", before: "SBR"), 1, 1, 3,
            ["x12.segment.unknown"]),
        Hazard(
            "provider among subscribers", plain.inserting(provider, before: "CLM"), 1, 1, 3,
            ["x12.segment.qualifier"]),
        Hazard(
            "contact of the payer", plain.inserting("PER*IC*A*TE*6175550111~", before: "CLM"), 1,
            1, 3, ["x12.segment.unexpected"]),
    ]

    private static let provider =
        "NM1*85*2*OTHER*****XX*2100000019~N3*1 A ST~N4*BOSTON*MA*021250010~REF*EI*001122335~"

    private static let envelopes = [
        Hazard(
            "duplicate ISA13", plain + plain, 1, 6, 0,
            ["x12.interchange.duplicate"] + repeated + repeated + repeated),
        Hazard("SE01", plain.with("~SE*", "~SE*1"), 1, 3, 0, ["x12.set.count"]),
        Hazard("no SE", plain.removing("SE*"), 1, 3, 0, ["x12.set.unclosed"]),
        Hazard("no GE", plain.removing("GE*"), 1, 3, 0, ["x12.group.unclosed"]),
        Hazard(
            "group of another transaction", plain.with("GS*HC*", "GS*BE*"), 1, 3, 0,
            ["x12.group.transaction"]),
        Hazard(
            "group of another transaction, GS08 without a guide",
            plain.with("GS*HC*", "GS*BE*").with("*X*005010X222A1", "*X*005010"), 1, 3, 0,
            ["x12.guide.disagree", "x12.group.transaction"]),
        Hazard("no IEA", plain.before("IEA"), 1, 3, 0, ["x12.interchange.unclosed"]),
        Hazard(
            "truncated in the last claim", plain.before("~SE*") + "~", 1, 2, 1,
            ["x12.record.cut", "x12.file.truncated"]),
        Hazard(
            "no SE before another interchange", plain.before("~SE*") + "~" + second, 1, 4, 0,
            unclosed),
        Hazard(
            "truncated in a segment before another interchange",
            plain.before("*HC:94640") + "\n" + second, 1, 1, 2,
            ["x12.record.cut"] + unclosed + ["x12.bytes.outside"]),
        Hazard(
            "truncated in a segment before an interchange with other delimiters",
            plain.before("*HC:94640")
                + second.with(":", ">", all: true).delimited(element: "|", terminator: "'"),
            1, 1, 2, ["x12.record.cut"] + unclosed + ["x12.bytes.outside"]),
        Hazard(
            "truncated in a level", plain.before("NM1*QC"), 1, 2, 0,
            ["x12.record.cut", "x12.file.truncated"]),
        Hazard(
            "header without a submitter", plain.removing("NM1*41").removing("PER*"), 1, 3, 0,
            [
                "x12.loop.missing"
            ]),
    ]

    private static let unclosed = [
        "x12.set.unclosed", "x12.group.unclosed", "x12.interchange.unclosed",
    ]
    private static let repeated = ["claim.record.repeated"]
    private static let ta1 = "TA1*000000009*250701*2149*A*000~"

    /// Values without a field in the header, in levels and in a claim: as many are counted as are
    /// under `other` of all claims.
    @Test(arguments: [
        ("~NM1*41*2*SUBMITTER*****46", "~NM1*41*2*SUBMITTER***CANARY**46", 3),
        ("*2149*CH~", "*2149*CH*CANARY~", 3), ("*CLINIC*****XX", "*CLINIC***CANARY**XX", 3),
        ("DOE*JOHN****MI*700000001002", "DOE*JOHN**CANARY**MI*700000001002", 2),
        ("~HL*3*", "~HL*9*1*22*0~SBR*P*18*****CANARY**MC~NM1*IL*1*A*B****MI*1~HL*3*", 0),
        ("CLM*C1002*150.5***", "CLM*C1002*150.5*CANARY**", 1),
    ])
    func valuesWithoutAFieldAreCounted(_ old: String, _ new: String, _ count: Int) throws {
        #expect(try Trial()(Self.plain).file.otherValues == 0)
        let outcome = try Trial()(Self.plain.with(old, new))
        let kept = (outcome.records + outcome.rejects).map {
            $0.text.components(separatedBy: "\"value\":\"CANARY\"").count - 1
        }
        #expect(outcome.file.otherValues == count)
        #expect(kept.reduce(0, +) == count)
    }

    /// What a level breaks is counted once, and stands with each claim beneath it.
    @Test func inheritedAndCountedOnce() throws {
        let outcome = try Trial()(Self.plain.removing("N3*40"))
        #expect(outcome.file.findings.error == 1)
        #expect(outcome.rejects.count == 3)
        for reject in outcome.rejects {
            #expect(reject.findings?.map(\.rule) == ["x12.segment.missing"])
            #expect(reject.findings?.map(\.inherited) == [true])
        }
    }

    /// What is wrong with one claim leaves the others as they are, to the byte.
    @Test(arguments: claims)
    func theNeighboursAreTheSame(_ hazard: Hazard) throws {
        let whole = try Trial()(Self.plain)
        let outcome = try Trial()(hazard.bytes)
        #expect(outcome.records.map(\.content) == whole.records.dropFirst().map(\.content))
    }
}
