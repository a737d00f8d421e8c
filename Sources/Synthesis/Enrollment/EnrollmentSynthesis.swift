/// Writes synthetic 834 files (005010X220A1) in the shape of MassHealth's.
///
/// No person, number or provider in them exists. The same options give the same bytes on every
/// run and machine, and memory does not grow with the number of records.
public struct EnrollmentSynthesis: Sendable {
    /// What to write.
    public let options: Options

    /// Prepares a file; nothing is drawn before `write`.
    public init(_ options: Options) {
        self.options = options
    }

    /// Writes one interchange into `sink`, in chunks of about 256 kB, and reports what it holds.
    ///
    /// What the sink throws ends the writing and is thrown on.
    @discardableResult
    public func write<Failure: Error>(
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Summary {
        try write { chunk, _ throws(Failure) in try sink(chunk) }
    }

    /// Writes one interchange into `sink`, which is told as well how many records end in what it has by
    /// then.
    @discardableResult
    public func write<Failure: Error>(
        _ sink: (_ chunk: [UInt8], _ records: Int) throws(Failure) -> Void
    ) throws(Failure) -> Summary {
        var writer = EnrollmentWriter(options)
        var summary = Summary()
        var remaining = max(options.records, 0)
        let size = transactionSize(for: remaining)
        writer.envelope.open(&writer.out)
        repeat {
            let records = min(size, remaining)
            remaining -= records
            summary.transactions += 1
            writer.openTransaction(summary.transactions, records: records)
            var written = 0
            while written < records {
                written += writer.writeHousehold(limit: records - written, &summary.defects)
                if writer.out.byteCount >= Self.chunkSize {
                    try Self.deliver(&writer, &summary, upTo: summary.records + written, sink)
                }
            }
            summary.records += written
            writer.closeTransaction(summary.transactions)
        } while remaining > 0
        writer.envelope.close(&writer.out, transactions: summary.transactions)
        summary.segments = writer.out.segmentCount
        try Self.deliver(&writer, &summary, upTo: summary.records, sink)
        return summary
    }

    private static let chunkSize = 256 * 1024

    private static func deliver<Failure: Error>(
        _ writer: inout EnrollmentWriter, _ summary: inout Summary, upTo records: Int,
        _ sink: ([UInt8], Int) throws(Failure) -> Void
    ) throws(Failure) {
        summary.bytes += writer.out.byteCount
        try sink(writer.out.take(), records)
    }

    /// GE01 has six digits, so that very many records make larger transactions.
    private func transactionSize(for records: Int) -> Int {
        max(options.transactionSize, 1, (records - 1) / 999_999 + 1)
    }
}
