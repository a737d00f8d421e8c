import Diagnostics
import Output
import Rosters

/// Writes what rows brought, in the order of the input, and keeps the books.
struct RowReduce: ~Copyable {
    private var books: RowFileBooks
    private var writing: FileWriting
    private var senders: InputSenders

    /// - Parameter match: of the first table.
    init(file: String, options: ConversionOptions, match: TableMatch) {
        books = RowFileBooks(file: file, options: options, match: match)
        writing = FileWriting(file: file, options: options)
        senders = InputSenders(FindingSender(ofTable: file, match.layout))
    }

    var summary: FileSummary { books.summary }

    mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        try writing.begin(&outputs)
    }

    /// Counts bytes that come before the first row.
    mutating func countOpening(_ count: Int) { books.countOpening(count) }

    /// Writes the lines that a mapper brought so far; the rest is taken when its block is done.
    mutating func write(
        _ lines: inout RowLines, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        try writing.writeRecords(lines.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(lines.rejected.bytes)
        lines.clear()
    }

    /// Writes and counts what a mapper brought.
    ///
    /// - Parameter narrow: finds the cells of what was found when rows were compared.
    mutating func add(
        _ mapper: borrowing RowMapper<RowLines>, of ground: some FindingGround,
        to outputs: inout Outputs, narrow: ([Finding]) -> [Finding] = { $0 }
    ) throws(ConversionFailure) {
        let found = narrow(books.add(mapper))
        senders.add(mapper.senders)
        let ground = SentGround(ground, senders)
        try writing.writeRecords(mapper.product.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(mapper.product.rejected.bytes)
        try writing.tell(mapper.findings, of: ground, to: &outputs)
        try writing.tell(found, of: ground, to: &outputs)
    }

    /// Closes the books and the document of an input.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    ///   - findings: of the input as a whole.
    ///   - book: rosters and summaries of the run.
    mutating func finish(
        _ outputs: inout Outputs, of ground: some FindingGround, total: Int, isStopped: Bool,
        findings: [Finding] = [], _ book: inout CountBook
    ) throws(ConversionFailure) {
        let found = books.close(
            total: total, isStopped: isStopped, findings: findings, &book)
        try writing.tell(found, of: SentGround(ground, senders), to: &outputs)
        try writing.finish(&outputs)
        if books.isSummary {
            outputs.summaryGrounds[books.summary.file] = ground.late.sent(by: senders)
        }
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
