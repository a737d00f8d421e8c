import Foundation
import Testing

/// What every column promises of any input, whole or damaged, in one suite for all of them.
struct ColumnContractTests {
    /// A sample of each column.
    static let samples = [
        "834/daily-changes.834", "837/dental.837", "rosters/refreshreferral_full.csv",
        "rosters/member_roster.csv", "referrals/turnpike.xml", "referrals/referral-note.xml",
        "referrals/fhir-closed-loop.xml",
    ]
    /// Samples whose records point to what stands behind them: a cut takes away some of what they say.
    private static let pointsAhead: Set = ["referrals/fhir-closed-loop.xml"]
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "samples")

    private static func bytes(_ sample: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: sample))
    }

    private static func name(_ sample: String) -> String {
        URL(filePath: sample).lastPathComponent
    }

    @Test(arguments: samples)
    func theWholeFileIsRight(_ sample: String) throws {
        let bytes = try Self.bytes(sample)
        let outcome = try Trial()(bytes, name: Self.name(sample))
        #expect(outcome.flaws(of: bytes).isEmpty, "\(outcome.flaws(of: bytes))")
        #expect(!outcome.records.isEmpty && outcome.status == 0)
        #expect(outcome.report.contains(Self.name(sample)))
    }

    @Test(arguments: samples)
    func anEmptyFileIsRefused(_ sample: String) throws {
        let outcome = try Trial()(Data(), name: Self.name(sample))
        #expect(outcome.status == 65 && outcome.file.failure?.contains("empty") == true)
    }

    /// What a file is called makes it none of ours.
    @Test(arguments: samples, ["%PDF-1.7\n", "{\"a\": 1}\n", "MSH|^~\\&|A\r", "<html></html>\n"])
    func anotherFormatIsRefused(_ sample: String, _ text: String) throws {
        let outcome = try Trial()(Data(text.utf8), name: Self.name(sample))
        #expect(outcome.status == 65 && outcome.file.failure?.isEmpty == false)
        #expect(outcome.records.isEmpty && outcome.rejects.isEmpty)
    }

    /// Cut anywhere, nothing is lost, and the records before the cut stay what they were.
    @Test(arguments: samples)
    func truncated(_ sample: String) throws {
        let bytes = try Self.bytes(sample)
        let convert = try Trial()
        let whole = try convert(bytes, name: Self.name(sample))
        let step = max(1, bytes.count / 600)
        for length in stride(from: 1, to: bytes.count, by: step) {
            let cut = bytes.prefix(length)
            let outcome = try convert(cut, name: Self.name(sample))
            #expect(outcome.flaws(of: cut).isEmpty, "cut at \(length): \(outcome.flaws(of: cut))")
            if outcome.status == 65 { continue }
            if Self.pointsAhead.contains(sample) {
                #expect(outcome.status == 1, "cut at \(length)")
                continue
            }
            let complete = whole.records.filter { $0.source.bytes[1] + 8 <= length }
            #expect(
                outcome.records.map(\.content).starts(with: complete.map(\.content)),
                "cut at \(length)")
        }
    }

    /// Damaged at random, nothing is lost.
    @Test(arguments: samples)
    func damaged(_ sample: String) throws {
        let bytes = try Self.bytes(sample)
        let convert = try Trial()
        var dice = Dice(20_251_122)
        for round in 0..<300 {
            var damaged = bytes
            Damage.strike(&damaged, &dice)
            let outcome = try convert(damaged, name: Self.name(sample))
            #expect(
                outcome.flaws(of: damaged).isEmpty, "round \(round): \(outcome.flaws(of: damaged))")
        }
    }

    /// Every column in one run, as `.zip` members are: one summary, each file its own.
    @Test func oneRunReadsThemAll() throws {
        let kinds = try Self.samples.map { sample in
            try Trial()(Self.bytes(sample), name: Self.name(sample)).records[0].recordType
        }
        #expect(Set(kinds) == ["enrollment", "claim", "rosterEntry", "referral"])
    }
}
