import Conversion
import Foundation
import Testing

/// What a conversion without files brings, put together again.
struct Lines: Equatable {
    var records = ""
    var rejects = ""
    var findings = ""
    var rules: [String] = []

    init() {}

    init(_ blocks: some Sequence<ConvertedBlock>) {
        for block in blocks { add(block) }
    }

    mutating func add(_ block: ConvertedBlock) {
        records += String(decoding: block.records, as: UTF8.self)
        rejects += String(decoding: block.rejects, as: UTF8.self)
        findings += String(decoding: block.findingLines, as: UTF8.self)
        rules += block.findings.map(\.rule.description)
    }
}

/// Lines from bytes, as a service asks for them.
struct EnrollmentLinesTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "samples/834")

    private static func expected(_ story: String, _ ending: String) -> String {
        let url = folder.appending(path: "\(story).\(ending)")
        return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }

    @Test func theyAreThoseOfTheSamples() throws {
        try #require(SampleFiles.enrollments.count > 9)
        for (name, bytes) in SampleFiles.enrollments {
            let story = String(name.dropLast(4))
            let conversion = EnrollmentLines(chunks: bytes.chunks(of: 100), name: name)
            let lines = Lines(conversion)
            #expect(lines.records == Self.expected(story, "expected.ndjson"), "\(name)")
            #expect(lines.rejects == Self.expected(story, "rejects.expected.ndjson"), "\(name)")
            let report = conversion.report
            #expect(report.isComplete && report.isBalanced, "\(name)")
            #expect(report.bytes.total == bytes.count, "\(name)")
            let found = report.findings
            #expect(lines.rules.count == found.errors + found.warnings + found.notes, "\(name)")
            #expect(lines.findings.split(separator: "\n").count == lines.rules.count, "\(name)")
        }
    }

    /// The same findings and the same summary as the command writes, from a file.
    @Test func theyAreThoseOfTheCommand() throws {
        let text = EnrollmentText.plain.inserting("ZZZ*1~", before: "DMG") + "rest"
        let outcome = try Trial()(text)
        let conversion = EnrollmentLines(text.utf8, name: "a.834")
        let lines = Lines(conversion)
        #expect(lines.rules == outcome.rules)
        #expect(lines.records.split(separator: "\n").count == outcome.records.count)
        #expect(lines.rejects.split(separator: "\n").count == outcome.rejects.count)
        let summary = try JSONDecoder().decode(
            Outcome.Summary.self, from: Data(conversion.report.json))
        #expect(summary.balanced)
        #expect(summary.files[0].bytes.setAside == outcome.file.bytes.setAside)
        #expect(summary.files[0].findings == outcome.file.findings)
    }

    /// What becomes of a record with an error: lines of records, of rejects, and of what was read.
    @Test(
        arguments: [
            (.setAside, 2, 1, true), (.keep, 3, 0, true), (.stop, 1, 1, false),
        ] as [(ConversionOptions.ErrorHandling, Int, Int, Bool)])
    func errorsAreHandled(
        _ handling: ConversionOptions.ErrorHandling, _ records: Int, _ rejects: Int,
        _ isComplete: Bool
    ) {
        let text = EnrollmentText.file((1...3).map(EnrollmentText.member))
            .with("HD*021**HLT*PLAN2", "HD*099**HLT*PLAN2")
        let conversion = EnrollmentLines(text.utf8, name: "a", errorHandling: handling)
        let lines = Lines(conversion)
        #expect(lines.records.split(separator: "\n").count == records)
        #expect(lines.rejects.split(separator: "\n").count == rejects)
        #expect(conversion.report.isComplete == isComplete)
        #expect(conversion.report.isBalanced && !conversion.report.isClean)
        #expect(conversion.next() == nil)
    }

    @Test func manyBlocksFollowEachOther() {
        let members = (1...5000).map(EnrollmentText.member)
        let conversion = EnrollmentLines(EnrollmentText.file(members).utf8, name: "a")
        var blocks = 0
        var lines = 0
        for block in conversion {
            blocks += 1
            lines += block.records.count { $0 == 0x0A }
            #expect(block.records.last == 0x0A)
        }
        #expect(blocks > 2 && lines == 5000)
        #expect(conversion.report.isClean)
    }
}
