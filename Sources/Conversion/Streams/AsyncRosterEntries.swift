import Diagnostics

/// The entries of a roster that arrives in chunks, such as the body of a request.
///
/// ```swift
/// let records = AsyncRosterEntries(body, name: "roster.csv")
/// for try await record in records where record.isAccepted { … }
/// print(records.report.isClean)
/// ```
///
/// A chunk is any sequence of bytes: `[UInt8]`, `Data`, and of a NIO `ByteBuffer` its
/// `readableBytesView`. The next one is asked for only when the records before it have been taken.
/// A workbook can be read only when it is there whole; it is kept in a file without a name until
/// then. `RosterEntries` reads the same without waiting.
public final class AsyncRosterEntries<Body: AsyncSequence>: AsyncSequence, AsyncIteratorProtocol
where Body.Element: Sequence, Body.Element.Element == UInt8 {
    public typealias Element = RosterRecord
    public typealias Failure = any Error

    private var queue: RosterQueue
    private var chunks: AsyncChunks<Body>
    private let memory = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 1 << 16, alignment: 16)

    /// - Parameters:
    ///   - body: the bytes of the file in chunks, cut anywhere; it is read once.
    ///   - name: what records and findings call the file.
    ///   - layouts: by which layouts the columns are told.
    ///   - rules: rules that are switched off or changed in severity.
    public init(
        _ body: Body, name: String, layouts: LayoutChoice = .shipped,
        rules: RuleSettings = RuleSettings()
    ) {
        var options = ConversionOptions()
        options.layouts = layouts
        options.rules = rules
        chunks = AsyncChunks(body)
        queue = RosterQueue(TableReading(file: name, options: options))
    }

    deinit { memory.deallocate() }

    public func makeAsyncIterator() -> AsyncRosterEntries { self }

    /// The next record, with an error or without; `nil` at the end.
    ///
    /// - Throws: what the body throws; `CancellationError` where the task was cancelled;
    ///   `ConversionFailure` for what is no roster that can be read.
    public func next(
        isolation actor: isolated (any Actor)?
    ) async throws -> RosterRecord? {
        while true {
            if let record = queue.next() { return record }
            guard let needsBytes = queue.step() else {
                if let failure = queue.reading.report.failure { throw failure }
                return nil
            }
            if !needsBytes { continue }
            if try await chunks.next(isolation: actor) {
                let count = chunks.read(into: memory)
                queue.reading.append(UnsafeRawBufferPointer(rebasing: memory[..<count]))
            } else {
                queue.reading.end()
            }
        }
    }

    /// The same, on whatever actor it is called from.
    public nonisolated(nonsending) func next() async throws -> RosterRecord? {
        try await next(isolation: #isolation)
    }

    /// The first 1,000 findings so far that are no record's: of headers, and of rows compared with
    /// each other. `report` counts all.
    public var findings: [Finding] { queue.findings }

    /// Bytes of the first 1,000 rows so far that are no records: sums, say. Empty in workbooks.
    public var unreadable: [ByteRange] { queue.reading.unreadable }

    /// What has become of the file so far; complete when there are no more records.
    public var report: FileReport { queue.reading.report }
}
