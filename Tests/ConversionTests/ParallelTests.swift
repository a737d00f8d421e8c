import Foundation
import Synthesis
import Testing

/// Whatever the number of jobs is, the same bytes come out.
struct ParallelTests {
    /// Some blocks of members, a share of them each with a defect.
    static func generated(
        _ count: Int, seed: UInt64 = 1, defects: Double = 0.3, setSize: Int = 400
    ) -> Data {
        var options = EnrollmentSynthesis.Options(records: count, seed: seed)
        options.defectRate = defects
        options.transactionSize = setSize
        options.lineEnding = .lineFeed
        var data = Data()
        EnrollmentSynthesis(options).write { data += $0 }
        return data
    }

    @Test func samplesOneAfterTheOther() throws {
        #expect(SampleFiles.all.count > 20)
        let trial = try JobsTrial(SampleFiles.all.map { Data($0.bytes) })
        #expect(try trial.differences() == [])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func manyDefects(_ seed: UInt64) throws {
        let bytes = Self.generated(1500, seed: seed)
        try #require(bytes.count > 1 << 19, "it has several blocks")
        #expect(try JobsTrial([bytes]).differences() == [])
    }

    /// Its header stands in the first block, and every other needs it.
    @Test func aGiantSet() throws {
        let bytes = Self.generated(2500, setSize: 1_000_000)
        try #require(bytes.count > 1 << 20)
        #expect(try JobsTrial([bytes]).differences(.keep, .json) == [])
    }

    @Test func severalInterchanges() throws {
        let parts = (1...5).map { Self.generated(250, seed: $0, setSize: 100) }
        #expect(
            try JobsTrial([Data(parts.joined(separator: Data("\r\n".utf8)))]).differences() == [])
    }

    @Test func severalFiles() throws {
        let parts = (1...3).map { Self.generated(600, seed: $0) }
        #expect(try JobsTrial(parts).differences() == [])
    }

    /// The first error stands in a block that others are mapped before and after.
    @Test(arguments: [500, 900, 1400])
    func aStopInTheMiddle(_ record: Int) throws {
        let clean = String(decoding: Self.generated(1500, defects: 0), as: UTF8.self)
        let members = clean.components(separatedBy: "INS*")
        let text =
            members[..<record].joined(separator: "INS*") + "INS*?"
            + members[record...].joined(separator: "INS*")
        let trial = try JobsTrial([Data(text.utf8)])
        #expect(try trial.differences(.stop) == [])
        let report = try trial.convert(jobs: 3, .stop)["report"] ?? Data()
        #expect(String(decoding: report, as: UTF8.self).contains("stopped at the first error"))
    }

    /// Bytes cut out, doubled, moved, and replaced.
    @Test(arguments: [1, 2, 3])
    func damage(_ seed: Int) throws {
        var bytes = Self.generated(1200, seed: UInt64(seed), defects: 0.1)
        var state = UInt64(seed)
        func draw(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for step in 0..<60 {
            let start = draw(bytes.count)
            let end = min(start + draw(400), bytes.count)
            switch step % 4 {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: draw(bytes.count))
            case 2: bytes[start] = Array("*~\n\0:^".utf8)[draw(6)]
            default: bytes.insert(contentsOf: Data("~SE*1*0001~ST*834*9~".utf8), at: start)
            }
        }
        #expect(try JobsTrial([bytes]).differences() == [])
    }

    /// Records of more than a block, and many more findings than are listed.
    @Test func unequalBlocks() throws {
        let long = "LS*2700~" + String(repeating: "LX*1~N1*75*A~REF*17*AX~", count: 30_000)
        let wrong = (1...3_000).map {
            EnrollmentText.member($0).with("*18*", "*99*")
        }
        let text = EnrollmentText.file(
            wrong + [EnrollmentText.member(1) + long + "LE*2700~"] + wrong)
        #expect(try JobsTrial([Data(text.utf8)]).differences() == [])
    }
}
