/// Writes synthetic 837 files in the shape of what goes to MassHealth.
///
/// No person, number or provider in them exists. The same options give the same bytes on every
/// run and machine, and memory does not grow with the number of claims. A file without planted
/// defects keeps the guide and its rules of balance.
public struct ClaimSynthesis: Sendable {
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
        var writer = ClaimWriter(options)
        var summary = Summary()
        var remaining = max(options.records, 0)
        let size = transactionSize(for: remaining)
        writer.envelope.open(&writer.out, isEmpty: remaining == 0)
        while remaining > 0 {
            let records = min(size, remaining)
            remaining -= records
            summary.transactions += 1
            writer.openTransaction(summary.transactions)
            var written = 0
            while written < records {
                written += writer.writeSubscriber(limit: records - written, &summary.defects)
                if writer.out.byteCount >= Self.chunkSize {
                    try Self.deliver(&writer, &summary, upTo: summary.records + written, sink)
                }
            }
            summary.records += written
            writer.closeTransaction(summary.transactions)
        }
        writer.envelope.close(&writer.out, transactions: summary.transactions)
        summary.segments = writer.out.segmentCount
        try Self.deliver(&writer, &summary, upTo: summary.records, sink)
        return summary
    }

    private static let chunkSize = 256 * 1024

    private static func deliver<Failure: Error>(
        _ writer: inout ClaimWriter, _ summary: inout Summary, upTo records: Int,
        _ sink: ([UInt8], Int) throws(Failure) -> Void
    ) throws(Failure) {
        summary.bytes += writer.out.byteCount
        try sink(writer.out.take(), records)
    }

    /// GE01 has six digits, so that very many claims make larger transactions.
    private func transactionSize(for records: Int) -> Int {
        max(options.transactionSize, 1, (records - 1) / 999_999 + 1)
    }
}
