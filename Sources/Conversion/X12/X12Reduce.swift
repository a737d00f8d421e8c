import Diagnostics
import Output
import X12Syntax

/// Writes what blocks brought, in the order of the input, and keeps the books.
struct X12Reduce: ~Copyable {
    private var books: FileBooks
    private var writing: FileWriting

    init(file: String, options: ConversionOptions) {
        books = FileBooks(file: file, partners: Partners(options), codes: options.codes)
        writing = FileWriting(file: file, options: options)
    }

    var summary: FileSummary { books.summary }

    /// Opens the document of an input.
    mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        try writing.begin(&outputs)
    }

    mutating func add(
        _ result: borrowing BlockResult<RecordLines>, of block: Block,
        _ headers: [TransactionHeader?], to outputs: inout Outputs
    ) throws(ConversionFailure) {
        let found = books.add(result, of: block, headers)
        try writing.writeRecords(result.product.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(result.product.rejected.bytes)
        try writing.tell(result.findings, of: block, to: &outputs)
        try writing.tell(found, of: block, to: &outputs)
        for (finding, count) in result.unlisted {
            writing.leave(finding, count: count, of: block, &outputs)
        }
    }

    /// Closes the document of an input.
    ///
    /// - Parameters:
    ///   - last: the block that was read last.
    ///   - isStopped: whether an error ended the reading before the end.
    ///   - end: what was noticed there.
    mutating func finish(
        _ outputs: inout Outputs, after last: Block, isStopped: Bool, _ end: InputEnd
    ) throws(ConversionFailure) {
        let found = books.finish(
            isStopped: isStopped, end.findings(at: last.offset + last.consumed))
        try writing.tell(found, of: last, to: &outputs)
        try writing.finish(&outputs)
    }
}
