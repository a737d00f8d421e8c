import Testing

/// Rules of claims that need more than one of them: levels above, and the file.
struct ClaimFileTests {
    static let visit = """
        CLM*C1*10***11:B:1*Y*A*Y*Y~HI*ABK:Z0000~LX*1~SV1*HC:99213*10*UN*1***1~\
        DTP*472*D8*20250701~
        """
    static let claims: [String] = [
        visit, visit.replacing("C1", with: "C2"), visit.replacing("99213", with: "99214"),
    ]

    /// A file of three claims of one subscriber.
    static func file(npi: String = "1234567893", birth: String = "19800102") -> String {
        let levels = """
            HL*1**20*1~NM1*85*2*CLINIC*****XX*\(npi)~N3*1 A ST~N4*LYNN*MA*019021234~\
            REF*EI*900000001~HL*2*1*22*0~SBR*P*18*******MC~NM1*IL*1*LAST*FIRST****MI*M1~N3*1 B ST~\
            N4*LYNN*MA*01902~DMG*D8*\(birth)*F~NM1*PR*2*PAYER*****PI*P1~
            """
        let header = """
            BHT*0019*00*REF1*20250715*1200*CH~NM1*41*2*SUBMITTER*****46*SUB1~\
            PER*IC*HELP*TE*6175550100~NM1*40*2*RECEIVER*****46*REC1~
            """
        let set = header + levels + claims.joined()
        let count = set.count { $0 == "~" } + 2
        return """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
            *250715*1200*^*00501*000000001*0*T*:~GS*HC*SENDER*RECEIVER*20250715*1200*1*X*\
            005010X222A1~ST*837*0001*005010X222A1~\(set)SE*\(count)*0001~GE*1*1~IEA*1*000000001~
            """
    }

    @Test func whatComesAgainIsToldAndKept() throws {
        let text = Self.file()
        let outcome = try Trial()(text)
        #expect(outcome.rules == ["claim.record.repeated", "claim.id.repeated"])
        #expect(outcome.findings.map(\.severity) == ["warning", "warning"])
        #expect(outcome.findings.first?.bytes == outcome.records[1].source.bytes)
        // The number itself, behind CLM and its separator.
        let start = outcome.records[2].source.bytes[0] + 4
        #expect(outcome.findings.last?.bytes == [start, start + 2])
        #expect(outcome.records.count == 3 && outcome.status == 0)
    }

    /// An error of a level is each claim's, and counted once.
    @Test(arguments: [
        (file(npi: "1234567890"), "claim.npi.digit"),
        (file(birth: "20990101"), "claim.birth.future"),
    ])
    func errorsOfLevelsAreInherited(_ text: String, _ rule: String) throws {
        let outcome = try Trial()(text)
        #expect(outcome.rejects.count == 3 && outcome.records.isEmpty && outcome.status == 1)
        #expect(outcome.file.findings.error == 1)
        for reject in outcome.rejects {
            #expect(reject.findings?.map(\.rule) == [rule])
            #expect(reject.findings?.first?.inherited == true)
        }
        #expect(outcome.rules.filter { $0 == rule }.count == 1)
    }
}
