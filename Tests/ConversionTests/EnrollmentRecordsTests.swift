import CareModel
import Conversion
import Diagnostics
import Testing

/// Enrollments from bytes, as another package reads them.
struct EnrollmentRecordsTests {
    private static let head =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *250101*0000*^*00501"
        + "*000000001*0*T*:~GS*BE*AA*BB*20250101*0000*1*X*005010X220A1~ST*834*0001*005010X220A1~"
        + "BGN*00*1*20250101*0000****2~N1*P5*S*FI*11~N1*IN*P*FI*22~"
    private static let tail = "SE*12*0001~GE*1*1~IEA*1*000000001~"
    private static let good =
        "INS*Y*18*021*28*A***AC~REF*0F*100000000001~NM1*IL*1*DOE*ANN~HD*021**HMO*P~DTP*348*D8*20250101~"
    private static let bad = "INS*Y*18*021*28*A***AC~REF*0F*100000000002~"

    @Test(arguments: [1, 7, Int.max])
    func recordsComeWithTheirFindings(chunkSize: Int) {
        let bytes = Array((Self.head + Self.good + Self.bad + Self.tail).utf8)
        let file = EnrollmentRecords(chunks: bytes.chunks(of: chunkSize), name: "a.834")
        let records = Array(file)
        #expect(records.map(\.isAccepted) == [true, false])
        #expect(
            records.map { $0.enrollment.memberID?.text.string }
                == ["100000000001", "100000000002"])
        #expect(records[0].enrollment.coverages.first?.plan?.string == "P")
        #expect(records.map { $0.context.sponsor?.name?.string } == ["S", "S"])
        let header = Self.head.utf8.count
        let source = records[0].source
        #expect(source.bytes == ByteRange(header, header + Self.good.utf8.count))
        #expect([source.file, source.interchange, source.group] == ["a.834", "000000001", "1"])
        #expect(source.transaction == "0001" && source.record == 1)
        #expect(records[1].findings.map(\.rule.description) == ["x12.loop.missing"])
        #expect(file.findings.isEmpty && file.unreadable.isEmpty)
    }

    @Test func theReportAccountsForAll() {
        let text = Self.head + Self.good + Self.bad + Self.tail + "\n"
        let file = EnrollmentRecords(text.utf8, name: "a.834")
        #expect(!file.report.isComplete && !file.report.isClean)
        #expect(Array(file).count == 2)
        let report = file.report
        #expect(report.isComplete && report.isBalanced && !report.isClean)
        #expect(report.bytes.total == text.utf8.count)
        #expect(report.bytes.accepted == Self.good.utf8.count)
        #expect(report.bytes.setAside == Self.bad.utf8.count)
        #expect(report.bytes.trivia == 1)
        #expect([report.records.accepted, report.records.setAside] == [1, 1])
        let found = report.findings
        #expect([found.errors, found.warnings, found.notes] == [1, 0, 0])
        #expect(report.kind == "834" && report.guide == "005010X220A1")
        #expect(report.profile == nil && report.failure == nil)
    }

    /// Sender, receiver and usage stand in the envelope: in GS, or else in ISA.
    static let envelopes: [(old: String, new: String, sender: String, receiver: String)] = [
        ("GS", "GS", "AA", "BB"), ("GS*BE*AA*BB", "GS*BE*AA*", "AA", "B"),
        ("GS*BE*AA*BB", "GS*BE**BB", "A", "BB"),
    ]

    @Test(arguments: envelopes, ["T", "P"])
    func theContextNamesWhoSentIt(
        _ envelope: (old: String, new: String, sender: String, receiver: String), _ usage: String
    ) {
        let text = (Self.head + Self.good + Self.tail)
            .replacing(envelope.old, with: envelope.new)
            .replacing("*0*T*:", with: "*0*\(usage)*:")
        let contexts = EnrollmentRecords(text.utf8, name: "a.834").map(\.context)
        #expect(contexts.map { $0.sender?.string } == [envelope.sender])
        #expect(contexts.map { $0.receiver?.string } == [envelope.receiver])
        #expect(contexts.map { $0.usage?.value.string } == [usage])
        #expect(
            contexts.map { $0.usage?.label?.description } == [usage == "T" ? "test" : "production"])
    }

    @Test func whatNoRecordHoldsIsNamed() {
        let text = Self.head + Self.good + "SE*10*0001~GE*1*1~IEA*1*000000001~rest"
        let file = EnrollmentRecords(text.utf8, name: "a.834")
        #expect(Array(file).count == 1)
        #expect(file.unreadable.map(\.count) == [4])
        #expect(file.findings.map(\.rule.description) == ["x12.bytes.outside"])
        #expect(file.report.records.setAside == 1)
    }

    /// Memory does not grow with what is wrong between records.
    @Test func aThousandFindingsAreListedAndAllAreCounted() {
        let wrong = EnrollmentText.interchange("000000001") + "IEA*7*000000001~"
        let text = String(repeating: wrong + "rest", count: 1500)
        let file = EnrollmentRecords(text.utf8, name: "a.834")
        #expect(Array(file).isEmpty)
        #expect(file.findings.count == 1000)
        #expect(file.unreadable.count == 1000)
        #expect(file.report.findings.errors >= 1500)
        #expect(file.report.isBalanced)
    }

    /// What follows is asked for when what came before is used up, a block at a time.
    @Test func itReadsNoMoreThanItMust() throws {
        let members = (1...20_000).map(EnrollmentText.member)
        let bytes = Array(EnrollmentText.file(members).utf8)
        let chunks = CountedChunks(bytes, of: 1000)
        let file = EnrollmentRecords(chunks: chunks, name: "a.834")
        #expect(chunks.count == 0)
        try #require(file.next() != nil)
        #expect(chunks.count <= 300)
        let before = chunks.count
        try #require(file.next() != nil)
        #expect(chunks.count == before)
        #expect(Array(file).count == 19_998)
        #expect(chunks.count * 1000 >= bytes.count)
        #expect(file.next() == nil)
    }

    @Test func muchWhiteSpaceMayComeFirst() {
        let text = String(repeating: "\r\n", count: 300_000) + EnrollmentText.plain
        let file = EnrollmentRecords(text.utf8, name: "a.834")
        #expect(Array(file).count == 2)
        #expect(file.report.isClean)
    }

    @Test(arguments: [
        ("", "this is an empty file"), ("  \n", "this holds nothing but white space"),
        ("%PDF-1.7", "this is a PDF document"), ("\u{1F}\u{0}", "this is text without an ISA"),
        ("{\"a\":1}", "this looks like JSON"), ("[ {\"a\":1}]", "this looks like JSON"),
        ("[Medicaid_ID],[Name]", "this is text without an ISA"),
        ("PK\u{3}\u{4}", "this is a zip archive"),
    ])
    func whatIsNoX12IsToldInTheReport(_ text: String, _ message: String) {
        let file = EnrollmentRecords(text.utf8, name: "a.834")
        #expect(file.next() == nil)
        #expect(file.report.failure?.message.hasPrefix(message) == true)
        #expect(file.report.failure?.exitStatus == 65)
        #expect(!file.report.isComplete && !file.report.isClean)
    }
}
