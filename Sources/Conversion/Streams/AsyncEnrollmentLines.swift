import Diagnostics

/// The enrollments of an 834 file that arrives in chunks, as normalized NDJSON.
///
/// ```swift
/// let lines = AsyncEnrollmentLines(body, name: "upload.834")
/// for try await block in lines { try await response.write(block.records) }
/// print(lines.report.isClean)
/// ```
///
/// A chunk is any sequence of bytes: `[UInt8]`, `Data`, and of a NIO `ByteBuffer` its
/// `readableBytesView`. The next one is asked for only when the block before it has been taken, so
/// that no more than a few hundred kilobytes waits in memory. `EnrollmentLines` converts the same
/// without waiting.
public final class AsyncEnrollmentLines<Body: AsyncSequence>: AsyncSequence, AsyncIteratorProtocol
where Body.Element: Sequence, Body.Element.Element == UInt8 {
    public typealias Element = ConvertedBlock
    public typealias Failure = any Error

    private var reading: FileReading<RecordLines>
    private var chunks: AsyncChunks<Body>

    /// - Parameters:
    ///   - body: the bytes of the file in chunks, cut anywhere; it is read once.
    ///   - name: what records and findings call the file.
    ///   - errorHandling: what becomes of a record with an error.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init(
        _ body: Body, name: String,
        errorHandling: ConversionOptions.ErrorHandling = .setAside,
        profile: ProfileChoice = .automatic, rules: RuleSettings = RuleSettings()
    ) {
        chunks = AsyncChunks(body)
        reading = FileReading(
            RecordLines(RecordLines.Form(file: name)), file: name,
            partners: Partners(profile, rules), errorHandling: errorHandling)
    }

    public func makeAsyncIterator() -> AsyncEnrollmentLines { self }

    /// What the next block brings; `nil` at the end.
    ///
    /// - Throws: what the body throws; `CancellationError` where the task was cancelled;
    ///   `ConversionFailure.unknownKind` for what is no X12 file.
    public func next(
        isolation actor: isolated (any Actor)?
    ) async throws -> ConvertedBlock? {
        while try await reading.next(from: &chunks, isolation: actor) {
            if let block = ConvertedBlock(reading) { return block }
        }
        return nil
    }

    /// The same, on whatever actor it is called from.
    public nonisolated(nonsending) func next() async throws -> ConvertedBlock? {
        try await next(isolation: #isolation)
    }

    /// What has become of the file so far; complete when there are no more blocks.
    public var report: FileReport { reading.report }
}
