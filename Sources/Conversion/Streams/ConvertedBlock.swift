import Diagnostics
import Output

/// What a conversion made of a stretch of its input: lines to send on, and what was found.
public struct ConvertedBlock: Sendable {
    /// Records without errors as NDJSON: whole lines in UTF-8, in the order of the input.
    public let records: [UInt8]
    /// Records with errors, and what could not be read, as NDJSON with their findings.
    public let rejects: [UInt8]
    /// All findings, of records and of the file, in the order of the input.
    public let findings: [Finding]
    private let file: String

    /// `nil` where nothing was made and nothing found.
    init?(_ reading: borrowing FileReading<RecordLines>) {
        records = reading.result.product.accepted.array()
        rejects = reading.result.product.rejected.array()
        findings = reading.result.findings
        file = reading.report.file
        if records.isEmpty, rejects.isEmpty, findings.isEmpty { return nil }
    }

    /// The findings as NDJSON, as `turnpike convert --findings` writes them.
    public var findingLines: [UInt8] {
        var text = ByteBuffer()
        for finding in findings { FindingJSON.writeLine(finding, file: file, to: &text) }
        return text.array()
    }
}
