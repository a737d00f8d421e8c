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

    private static func read(
        _ text: String, pieceSize: Int = Int.max
    ) -> (records: [Located<Enrollment>], file: FileFindings) {
        let bytes = Array(text.utf8)
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + min(pieceSize, bytes.count))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        var records: [Located<Enrollment>] = []
        let file = EnrollmentRecords(pieces, name: "a.834").forEach { record, context in
            #expect(context.sponsor?.name?.string == "S")
            records.append(record)
        }
        return (records, file)
    }

    @Test(arguments: [1, 7, Int.max])
    func recordsComeWithTheirFindings(pieceSize: Int) {
        let (records, file) = Self.read(
            Self.head + Self.good + Self.bad + Self.tail, pieceSize: pieceSize)
        #expect(records.map(\.isAccepted) == [true, false])
        #expect(
            records.map { $0.record.memberID?.text.string } == ["100000000001", "100000000002"])
        #expect(records[0].record.coverages.first?.plan?.string == "P")
        #expect(
            records[0].source.bytes
                == ByteRange(Self.head.utf8.count, Self.head.utf8.count + Self.good.utf8.count))
        #expect(records[1].findings.map(\.rule.description) == ["x12.loop.missing"])
        #expect(file.isClean)
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
        var contexts: [EnrollmentContext] = []
        EnrollmentRecords(Array(text.utf8), name: "a.834").forEach { contexts.append($1) }
        #expect(contexts.map { $0.sender?.string } == [envelope.sender])
        #expect(contexts.map { $0.receiver?.string } == [envelope.receiver])
        #expect(contexts.map { $0.usage?.value.string } == [usage])
        #expect(
            contexts.map { $0.usage?.label?.description } == [usage == "T" ? "test" : "production"])
    }

    @Test func whatNoRecordHoldsIsNamed() {
        let (records, file) = Self.read(
            Self.head + Self.good + "SE*10*0001~GE*1*1~IEA*1*000000001~rest")
        #expect(records.count == 1)
        #expect(file.unreadable.map(\.count) == [4])
        #expect(file.findings.map(\.rule.description) == ["x12.bytes.outside"])
    }

    @Test func whatTheBodyThrowsIsThrown() {
        struct Enough: Error {}
        let file = EnrollmentRecords(Array((Self.head + Self.good).utf8), name: "a.834")
        #expect(throws: Enough.self) { try file.forEach { _, _ in throw Enough() } }
    }
}
