import Conversion
import Diagnostics
import Testing

@Suite("Claims are handed out as values")
struct ClaimRecordsTests {
    static let text = """
        ISA*00*          *00*          *ZZ*110999999B     *ZZ*DMA7384        *250701*2149*^*00501*000000003*0*T*:~
        GS*HC*110999999B*DMA7384*20250701*2149*3*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*1*20250701*2149*CH~
        NM1*41*2*TOLLHOUSE*****46*110999999B~
        PER*IC*DESK*TE*6175550142~
        NM1*40*2*MASSHEALTH*****46*DMA7384~
        HL*1**20*1~
        NM1*85*2*EASTERLY*****XX*2678406986~
        N3*153 WALNUT ST~
        N4*GLOUCESTER*MA*019309856~
        REF*EI*970007437~
        HL*2*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*VIEIRA*REGINALD****MI*102666292955~
        N3*962 BROOKSIDE AVE~
        N4*LYNN*MA*019050000~
        DMG*D8*20020430*M~
        NM1*PR*2*MASSHEALTH*****PI*DMA7384~
        CLM*A1*50***11:B:1*Y*A*Y*Y~
        HI*ABK:F411~
        LX*1~
        SV1*HC:H0004*50*UN*1***1~
        DTP*472*D8*20250622~
        CLM*A2*75***11:B:1*Y*A*Y*Y~
        HI*ABK:F411~
        LX*1~
        SV1*HC:H0004*75*UN*1***1~
        DTP*472*D8*20250623~
        HL*3*1*22*1~
        SBR*P********MC~
        NM1*IL*1*VIEIRA*OLGA****MI*102666292963~
        NM1*PR*2*MASSHEALTH*****PI*DMA7384~
        HL*4*3*23*0~
        PAT*19~
        NM1*QC*1*VIEIRA*PAUL~
        N3*962 BROOKSIDE AVE~
        N4*LYNN*MA*019050000~
        DMG*D8*20120430*M~
        CLM*A3*25***11:B:1*Y*A*Y*Y~
        HI*ABK:F411~
        LX*1~
        SV1*HC:H0004*25*UN*1***1~
        DTP*472*D8*20250622~
        SE*43*0001~
        GE*1*3~
        IEA*1*000000003~

        """

    @Test("Each claim has what header and levels say", arguments: [1, 7, 4096])
    func standsAlone(pieceSize: Int) {
        let bytes = Array(ClaimRecordsTests.text.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: pieceSize).map {
            bytes[$0..<min($0 + pieceSize, bytes.count)]
        }
        let reader = ClaimRecords(chunks: pieces, name: "a.837")
        let records = Array(reader)
        #expect(reader.findings.map(\.rule.description) == [])
        #expect(records.map { $0.claim.claimID?.string } == ["A1", "A2", "A3"])
        #expect(records.map { $0.claim.serviceLines.count } == [1, 1, 1])
        #expect(
            records.map { $0.claim.context.memberID?.text.string } == [
                "102666292955", "102666292955", "102666292963",
            ])
        #expect(records.map { $0.claim.context.patient?.name.first?.string } == [nil, nil, "PAUL"])
        #expect(records.map { $0.claim.context.relationship?.value.string } == ["18", "18", "19"])
        #expect(
            records.allSatisfy { $0.claim.context.billingProvider?.npi?.string == "2678406986" })
        #expect(records.map { $0.source.context.count } == [3, 3, 4])
        #expect(reader.report.isClean)
    }

    @Test("What is wrong with a level is told once, and inherited by each claim beneath it")
    func inherited() {
        let text = ClaimRecordsTests.text.replacing("N3*153 WALNUT ST~\n", with: "")
        let reader = ClaimRecords(Array(text.utf8), name: "a.837")
        let records = Array(reader)
        let rules = records.map { $0.findings.map(\.rule.description) }
        #expect(rules == Array(repeating: ["x12.segment.missing"], count: 3))
        #expect(records.allSatisfy { $0.findings.allSatisfy(\.isInherited) && !$0.isAccepted })
        #expect(
            reader.findings.map(\.rule.description) == ["x12.segment.missing", "x12.set.count"])
        #expect(reader.report.findings.errors == 2)
        #expect(reader.report.records.setAside == 3)
    }

    @Test("Claims that arrive are the same")
    func arriving() async throws {
        let bytes = Array(ClaimRecordsTests.text.utf8)
        let body = AsyncStream<ArraySlice<UInt8>> { stream in
            for start in stride(from: 0, to: bytes.count, by: 100) {
                stream.yield(bytes[start..<min(start + 100, bytes.count)])
            }
            stream.finish()
        }
        var ids: [String?] = []
        for try await record in AsyncClaimRecords(body, name: "a.837") {
            ids.append(record.claim.claimID?.string)
        }
        #expect(ids == ["A1", "A2", "A3"])
    }
}
