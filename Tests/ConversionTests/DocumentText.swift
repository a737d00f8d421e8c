@testable import Conversion
@testable import Diagnostics
@testable import Output

/// A conversion of XML documents without files: the books, and what would be written.
struct DocumentText: Equatable {
    /// Lines of JSON, and of what is set aside.
    private(set) var records: [UInt8] = []
    private(set) var rejects: [UInt8] = []
    private(set) var findings: [Finding] = []
    private(set) var bytes = FileSummary.Bytes()
    private(set) var counts = FileSummary.Records()
    private(set) var isRefused = false

    /// Reads bytes in pieces, whose sizes take turns.
    init(
        _ input: [UInt8], pieces: [Int] = [], as format: ConversionOptions.Format = .ndjson
    ) {
        var reading = DocumentReading(file: "a", partners: Partners(ConversionOptions()))
        self.init(input, pieces: pieces, as: format, by: &reading)
    }

    /// The same by a reading at the beginning of an input.
    init(
        _ input: [UInt8], pieces: [Int] = [], as format: ConversionOptions.Format = .ndjson,
        by reading: inout DocumentReading
    ) {
        Seeds.keep(input, for: .referrals)
        var options = ConversionOptions()
        options.format = format
        var lines = DocumentLines(DocumentLines.Form(file: "a", options, hasRejects: true))
        var start = 0
        var turn = 0
        while start < input.count, !reading.isOver {
            let size = pieces.isEmpty ? input.count : max(1, pieces[turn % pieces.count])
            let end = min(input.count, start + size)
            input[start..<end].withUnsafeBytes { reading.feed($0) }
            start = end
            turn += 1
            take(&lines, &reading)
        }
        if !reading.isOver {
            reading.finish()
            take(&lines, &reading)
        }
        reading.close()
        take(&lines, &reading)
        isRefused = reading.refusal != nil
        bytes = reading.summary.bytes
        counts = reading.summary.records
    }

    private mutating func take(_ lines: inout DocumentLines, _ reading: inout DocumentReading) {
        lines.takeAll(from: &reading)
        records += lines.accepted.bytes
        rejects += lines.rejected.bytes
        findings += lines.findings
        lines.clear()
    }

    /// What two of the same bytes differ in, and the first finding that the other lacks.
    func difference(from other: DocumentText) -> String {
        var parts: [String] = []
        if records != other.records { parts.append("records") }
        if rejects != other.rejects { parts.append("rejects") }
        if bytes != other.bytes { parts.append("\(bytes), not \(other.bytes)") }
        if counts != other.counts { parts.append("\(counts), not \(other.counts)") }
        if isRefused != other.isRefused { parts.append("refusal") }
        let index = zip(findings, other.findings).enumerated().first { $1.0 != $1.1 }?.offset
        let place = index ?? min(findings.count, other.findings.count)
        if findings != other.findings {
            let mine = findings.dropFirst(place).first.map { "\($0)" } ?? "none"
            let theirs = other.findings.dropFirst(place).first.map { "\($0)" } ?? "none"
            parts.append("finding \(place): \(mine), not \(theirs)")
        }
        return parts.joined(separator: "; ")
    }

    /// What is broken of what every conversion promises.
    func flaws(of input: [UInt8]) -> [String] {
        var flaws: [String] = []
        if isRefused, !records.isEmpty { flaws.append("what is refused has no records") }
        let sum = bytes.envelope + bytes.accepted + bytes.setAside + bytes.trivia
        if sum != bytes.total { flaws.append("the books balance: \(bytes)") }
        if bytes.total != input.count { flaws.append("all bytes are in the books: \(bytes)") }
        for (name, text) in [("records", records), ("rejects", rejects)] {
            if String(validating: text, as: UTF8.self) == nil { flaws.append("\(name) are UTF-8") }
        }
        let lineCount = records.count { $0 == 0x0A }
        if lineCount != counts.accepted { flaws.append("each record is a line") }
        for finding in findings
        where finding.range.start > finding.range.end || finding.range.end > input.count {
            flaws.append("findings lie in the input: \(finding.rule)")
        }
        return flaws
    }
}
