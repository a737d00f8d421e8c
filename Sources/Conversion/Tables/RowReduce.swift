import Diagnostics
import Output
import Rosters

/// Writes what rows brought, in the order of the input, and keeps the books.
struct RowReduce: ~Copyable {
    private(set) var summary: FileSummary
    private var writing: FileWriting

    init(file: String, options: ConversionOptions) {
        summary = FileSummary(file: file)
        summary.kind = "roster"
        summary.rows = FileSummary.Rows()
        writing = FileWriting(file: file, options: options)
    }

    mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        try writing.begin(&outputs)
    }

    /// Counts bytes that come before the first row.
    mutating func countOpening(_ count: Int) { summary.bytes.envelope += count }

    /// Writes and counts what a mapper brought.
    mutating func add(
        _ mapper: borrowing RowMapper<RowLines>, of ground: some FindingGround,
        to outputs: inout Outputs
    ) throws(ConversionFailure) {
        summary.add(mapper.books)
        summary.findings.count(mapper.findings)
        try writing.writeRecords(mapper.product.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(mapper.product.rejected.bytes)
        try writing.tell(mapper.findings, of: ground, to: &outputs)
    }

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    mutating func close(total: Int, isStopped: Bool, layouts: [String]) {
        summary.bytes.total = total
        summary.isStopped = isStopped
        summary.guide = layouts.joined(separator: ", ")
    }

    mutating func finish(_ outputs: inout Outputs) throws(ConversionFailure) {
        try writing.finish(&outputs)
    }
}

extension FileSummary {
    /// Adds what rows brought.
    mutating func add(_ books: RowBooks) {
        bytes.envelope += books.bytes.envelope
        bytes.accepted += books.bytes.accepted
        bytes.setAside += books.bytes.setAside
        bytes.trivia += books.bytes.trivia
        records.accepted += books.records.accepted
        records.setAside += books.records.setAside
        findings.error += books.findings.error
        findings.warning += books.findings.warning
        findings.note += books.findings.note
        otherValues += books.otherValues
        var sum = rows ?? Rows()
        sum.total += books.rows.total
        sum.envelope += books.rows.envelope
        sum.accepted += books.rows.accepted
        sum.setAside += books.rows.setAside
        sum.trivia += books.rows.trivia
        rows = sum
    }
}
