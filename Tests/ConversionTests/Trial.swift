import Foundation
import Testing

@testable import Conversion
@testable import X12Syntax

/// What a conversion left behind.
struct Outcome {
    var status: Int32
    var records: [Line]
    var rejects: [Line]
    var findings: [FoundLine]
    /// How many findings of a rule are not listed.
    var unlisted: [String: Int]
    var summary: Summary
    /// Findings and summary as people see them.
    var report: String

    var rules: [String] { findings.map(\.rule) }
    var file: Summary.File { summary.files[0] }

    /// A record or a reject.
    struct Line: Decodable {
        var text = ""
        let recordType: String
        let scope: String?
        let raw: String?
        let source: Source
        let findings: [FoundLine]?

        /// All but the source and the findings.
        var content: String { text.before(",\"source\"") }

        struct Source: Decodable {
            let bytes: [Int]
            let part: Bool?
        }

        enum CodingKeys: CodingKey { case recordType, scope, raw, source, findings }
    }

    /// What stands for findings that are not listed.
    struct UnlistedLine: Decodable {
        let rule: String
        let unlisted: Int
    }

    struct FoundLine: Decodable {
        let rule: String
        let severity: String
        let bytes: [Int]
        let inherited: Bool?
    }

    struct Summary: Decodable {
        let balanced: Bool
        let skipped: Int?
        let files: [File]

        struct File: Decodable {
            let file: String
            let kind: String?
            let guide: String?
            let profile: String?
            let balanced: Bool
            let bytes: Bytes
            let records: Records
            let findings: Findings
            let failure: String?
            let codeLists: CodeLists?
            let otherValues: Int?
        }

        struct CodeLists: Decodable, Equatable { let given, missing: [String] }

        struct Bytes: Decodable { let total, envelope, accepted, setAside, trivia: Int }
        struct Records: Decodable { let accepted, setAside: Int }
        struct Findings: Decodable, Equatable { let error, warning, note: Int }
    }
}

/// Converts bytes from one temporary folder into another, again and again.
final class Trial {
    private let folder: TestFolder
    private let converter: Converter

    init(
        _ errorHandling: ConversionOptions.ErrorHandling = .setAside,
        profile: ProfileChoice = .automatic, rules: RuleSettings = RuleSettings(),
        codes: CodeLists = CodeLists(), listsAll: Bool = false, jobs: Int = 1,
        blockSize: Int = Block.ordinarySize, greatestUnitSize: Int = Block.greatestSize
    ) throws {
        folder = try TestFolder()
        var options = ConversionOptions()
        options.errorHandling = errorHandling
        options.profile = profile
        options.rules = rules
        options.codes = codes
        options.listsAllFindings = listsAll
        options.jobs = jobs
        options.blockSize = blockSize
        options.greatestUnitSize = greatestUnitSize
        var destinations = Converter.Destinations()
        destinations.records = folder.appending(path: "records").path
        destinations.rejects = folder.appending(path: "rejects").path
        destinations.findings = folder.appending(path: "findings").path
        destinations.summary = folder.appending(path: "summary").path
        destinations.report = .text(folder.appending(path: "report").path)
        converter = Converter(options: options, destinations: destinations)
    }

    func callAsFunction(_ text: String, name: String = "input") throws -> Outcome {
        try self(Data(text.utf8), name: name)
    }

    func callAsFunction(_ bytes: Data, name: String = "input") throws -> Outcome {
        Seeds.keep(Array(bytes))
        let input = folder.appending(path: name)
        try bytes.write(to: input)
        for name in ["records", "rejects"] {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let status = converter.run([input.path])
        let found = try lines("findings")
        let unlisted: [Outcome.UnlistedLine] = try found.filter(Trial.isUnlisted).map(Trial.decode)
        return Outcome(
            status: status, records: try records("records"), rejects: try records("rejects"),
            findings: try found.filter { !Trial.isUnlisted($0) }.map(Trial.decode),
            unlisted: Dictionary(uniqueKeysWithValues: unlisted.map { ($0.rule, $0.unlisted) }),
            summary: try Trial.decode(try read("summary")),
            report: try read("report"))
    }

    private static func isUnlisted(_ line: String) -> Bool { line.contains("\"unlisted\":") }

    /// Where nothing was read, there are no records and no rejects.
    private func read(_ name: String) throws -> String {
        let path = folder.appending(path: name)
        let isOptional = ["records", "rejects"].contains(name)
        if isOptional, !FileManager.default.fileExists(atPath: path.path) { return "" }
        let bytes = try Data(contentsOf: path)
        return try #require(String(bytes: bytes, encoding: .utf8), "\(name) is UTF-8")
    }

    private func lines(_ name: String) throws -> [String] {
        try read(name).components(separatedBy: "\n").filter { !$0.isEmpty }
    }

    private func records(_ name: String) throws -> [Outcome.Line] {
        try lines(name).map { text in
            var line: Outcome.Line = try Trial.decode(text)
            line.text = text
            return line
        }
    }

    private static func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

extension Outcome {
    /// What must be true of every input whatsoever; one line for each thing that is not.
    func flaws(of bytes: Data) -> [String] {
        var flaws: [String] = []
        func expect(_ isTrue: Bool, _ flaw: String) { if !isTrue { flaws.append(flaw) } }
        let parts = rejects.count { $0.source.part == true }
        let counted = findings.filter { $0.inherited != true }.map(\.severity)
        expect([0, 1, 65].contains(status), "the status is \(status)")
        expect(summary.balanced && file.balanced, "the books do not balance: \(file.bytes)")
        expect(status == 65 || file.bytes.total == bytes.count, "not all bytes were read")
        expect(records.count == file.records.accepted, "records are missing or too many")
        // What is set aside in parts is one, and has two or more.
        let setAside = file.records.setAside - (rejects.count - parts)
        expect(
            setAside >= (parts > 0 ? 1 : 0) && 2 * setAside <= parts,
            "rejects are missing or too many")
        for (severity, count) in [
            ("error", file.findings.error), ("warning", file.findings.warning),
            ("note", file.findings.note),
        ] {
            let listed = counted.count { $0 == severity }
            expect(
                unlisted.isEmpty ? listed == count : listed <= count,
                "the \(severity)s are miscounted")
        }
        let all = file.findings.error + file.findings.warning + file.findings.note
        expect(all == counted.count + unlisted.values.reduce(0, +), "the findings are miscounted")
        let isClean = file.findings.error == 0 && file.records.setAside == 0
        expect(status == 65 || status == (isClean ? 0 : 1), "the status \(status) is wrong")
        flaws += placeFlaws(bytes)
        return flaws
    }

    private func placeFlaws(_ bytes: Data) -> [String] {
        var flaws: [String] = []
        var last = 0
        for range in (records + rejects).map(\.source.bytes).sorted(by: { $0[0] < $1[0] }) {
            if range[0] < last || range[1] < range[0] || range[1] > bytes.count {
                flaws.append("\(range) overlaps or lies outside")
            }
            last = range[1]
        }
        for reject in rejects where reject.recordType == "unreadable" {
            let raw = bytes[reject.source.bytes[0]..<reject.source.bytes[1]]
            let text =
                String(bytes: raw, encoding: .utf8) ?? String(bytes: raw, encoding: .isoLatin1)
            if reject.raw != text { flaws.append("raw at \(reject.source.bytes) is not the input") }
        }
        for finding in findings
        where finding.bytes[0] > finding.bytes[1] || finding.bytes[1] > bytes.count {
            flaws.append("a finding lies outside")
        }
        return flaws
    }
}
