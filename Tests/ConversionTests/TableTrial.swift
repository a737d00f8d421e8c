import Conversion
import Foundation
import Testing

/// What a conversion of a table left behind.
struct TableOutcome {
    let status: Int32
    let records: [[String: Any]]
    let rejects: [[String: Any]]
    /// `roster.row.short 3`: rule and row of each finding.
    let found: [String]
    let rules: Set<String>
    let summary: [String: Any]
    let report: String
    /// All that was written.
    let text: String

    var file: [String: Any] { (summary["files"] as? [[String: Any]])?.first ?? [:] }
    var failure: String { file["failure"] as? String ?? "" }
    var isBalanced: Bool { summary["balanced"] as? Bool == true }
    var layout: String { file["guide"] as? String ?? "" }

    /// `total envelope accepted setAside trivia` of `rows` or `bytes`.
    func books(_ name: String) -> [Int] {
        let books = file[name] as? [String: Int] ?? [:]
        return ["total", "envelope", "accepted", "setAside", "trivia"].map { books[$0] ?? -1 }
    }

    var memberIDs: [String] { records.map { $0["memberId"] as? String ?? "" } }
}

/// Converts tables from one temporary folder into another.
final class TableTrial {
    private let folder: TestFolder
    private let converter: Converter

    init(layout: String? = nil, _ change: (inout ConversionOptions) -> Void = { _ in }) throws {
        folder = try TestFolder()
        var options = ConversionOptions()
        options.listsAllFindings = true
        if let layout { options.layouts = try LayoutChoice(layout) }
        change(&options)
        var destinations = Converter.Destinations()
        destinations.records = folder.appending(path: "records").path
        destinations.rejects = folder.appending(path: "rejects").path
        destinations.findings = folder.appending(path: "findings").path
        destinations.summary = folder.appending(path: "summary").path
        destinations.report = .text(folder.appending(path: "report").path)
        converter = Converter(options: options, destinations: destinations)
    }

    func callAsFunction(_ text: String, name: String = "input.csv") throws -> TableOutcome {
        try self(Array(text.utf8), name: name)
    }

    func callAsFunction(_ bytes: [UInt8], name: String = "input.csv") throws -> TableOutcome {
        Seeds.keep(bytes)
        let inputs = folder.appending(path: "in")
        try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
        let input = inputs.appending(path: name)
        try Data(bytes).write(to: input)
        for name in ["records", "rejects"] {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let status = converter.run([input.path])
        let findings = try objects("findings")
        return TableOutcome(
            status: status, records: try objects("records"), rejects: try objects("rejects"),
            found: findings.map { "\($0["rule"] ?? "") \($0["row"] ?? 0)" },
            rules: Set(findings.map { $0["rule"] as? String ?? "" }),
            summary: try objects("summary").first ?? [:], report: try read("report"),
            text: try read("records") + read("rejects") + read("findings") + read("report"))
    }

    /// Where nothing was read, there are no records and no rejects.
    private func read(_ name: String) throws -> String {
        let path = folder.appending(path: name)
        let isOptional = ["records", "rejects"].contains(name)
        if isOptional, !FileManager.default.fileExists(atPath: path.path) { return "" }
        let bytes = try Data(contentsOf: path)
        return try #require(String(bytes: bytes, encoding: .utf8), "\(name) is UTF-8")
    }

    private func objects(_ name: String) throws -> [[String: Any]] {
        try read(name).split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any])
        }
    }
}
