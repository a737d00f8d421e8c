import CareModel
import Conversion
import Diagnostics

/// The examples of the documents, compiled and run; `SnippetTests` holds the documents to them.
///
/// Each lies between `// snippet` and `// end`, and says in a test what it does.
struct Snippets {
    /// What an example prints, a line each.
    private(set) var printed: [String] = []

    private mutating func print(_ items: Any...) {
        printed.append(items.map { "\($0)" }.joined(separator: " "))
    }

    mutating func readFile(_ path: String) throws {
        // snippet
        let file = try EnrollmentRecords(path: path)
        for record in file where record.isAccepted {
            let member = record.enrollment.memberID?.text.string ?? "-"
            for coverage in record.enrollment.coverages {
                print(member, coverage.plan?.string ?? "-")
            }
        }
        // end
    }

    mutating func tellTheEnd(_ file: EnrollmentRecords) {
        // snippet
        guard file.report.isClean else {
            for finding in file.findings { print(finding.rule, finding.line, finding.place) }
            if let failure = file.report.failure { print(failure.message) }
            return
        }
        // end
        print("clean")
    }

    static func readMemory(
        _ bytes: [UInt8], chunks: [[UInt8]]
    ) -> (EnrollmentRecords, EnrollmentRecords) {
        // snippet
        let inMemory = EnrollmentRecords(bytes, name: "members.834")
        let inChunks = EnrollmentRecords(chunks: chunks, name: "members.834")
        // end
        return (inMemory, inChunks)
    }

    static func readUpload(
        _ body: AsyncStream<[UInt8]>, store: (Enrollment) async throws -> Void
    ) async throws {
        // snippet
        let upload = AsyncEnrollmentRecords(body, name: "upload.834")
        for try await record in upload where record.isAccepted {
            try await store(record.enrollment)
        }
        // end
    }

    static func sendLines(
        _ body: AsyncStream<[UInt8]>, send: ([UInt8]) async throws -> Void
    ) async throws {
        // snippet
        let lines = AsyncEnrollmentLines(body, name: "upload.834")
        for try await block in lines {
            try await send(block.records)
        }
        try await send(lines.report.json)
        // end
    }

    static func readLeniently(_ bytes: [UInt8]) -> EnrollmentRecords {
        // snippet
        var rules = RuleSettings()
        if let rule = RuleCatalog.rule("x12.element.code") {
            rules.set(rule, to: .warning)
        }
        let lenient = EnrollmentRecords(bytes, name: "members.834", profile: .none, rules: rules)
        // end
        return lenient
    }

    static func convertFiles() -> Int32 {
        // snippet
        var destinations = Converter.Destinations()
        destinations.records = "members.ndjson"
        destinations.rejects = "rejects.ndjson"
        let converter = Converter(options: ConversionOptions(), destinations: destinations)
        let exitStatus = converter.run(["members.834"])
        // end
        return exitStatus
    }
}
