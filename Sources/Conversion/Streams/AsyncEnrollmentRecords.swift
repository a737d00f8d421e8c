import Diagnostics

/// The enrollments of an 834 file that arrives in chunks, such as the body of a request.
///
/// ```swift
/// let records = AsyncEnrollmentRecords(body, name: "upload.834")
/// for try await record in records where record.isAccepted { … }
/// print(records.report.isClean)
/// ```
///
/// A chunk is any sequence of bytes: `[UInt8]`, `Data`, and of a NIO `ByteBuffer` its
/// `readableBytesView`. The next one is asked for only when the records before it have been taken,
/// so that no more than a block of a few hundred kilobytes waits in memory. `EnrollmentRecords`
/// reads the same without waiting.
public final class AsyncEnrollmentRecords<Body: AsyncSequence>: AsyncSequence, AsyncIteratorProtocol
where Body.Element: Sequence, Body.Element.Element == UInt8 {
    public typealias Element = EnrollmentRecord
    public typealias Failure = any Error

    private var queue: RecordQueue<EnrollmentRecord>
    private var chunks: AsyncChunks<Body>

    /// - Parameters:
    ///   - body: the bytes of the file in chunks, cut anywhere; it is read once.
    ///   - name: what records and findings call the file.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init(
        _ body: Body, name: String, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) {
        chunks = AsyncChunks(body)
        queue = RecordQueue(file: name, profile: profile, rules: rules)
    }

    public func makeAsyncIterator() -> AsyncEnrollmentRecords { self }

    /// The next record, with an error or without; `nil` at the end.
    ///
    /// - Throws: what the body throws; `CancellationError` where the task was cancelled;
    ///   `ConversionFailure.unknownKind` for what is no X12 file.
    public func next(
        isolation actor: isolated (any Actor)?
    ) async throws -> EnrollmentRecord? {
        while true {
            if let record = queue.next() { return record }
            guard try await queue.file.next(from: &chunks, isolation: actor) else { return nil }
            queue.take()
        }
    }

    /// The same, on whatever actor it is called from.
    public nonisolated(nonsending) func next() async throws -> EnrollmentRecord? {
        try await next(isolation: #isolation)
    }

    /// The first 1,000 findings so far that are no record's: of envelopes, headers and trailers,
    /// and of records compared with each other. `report` counts all.
    public var findings: [Finding] { queue.findings }

    /// The first 1,000 ranges so far that no record, header or envelope holds.
    public var unreadable: [ByteRange] { queue.unreadable }

    /// What has become of the file so far; complete when there are no more records.
    public var report: FileReport { queue.file.report }
}
