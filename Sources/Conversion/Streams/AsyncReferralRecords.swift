import Diagnostics

/// The referrals of XML documents that arrive in chunks, such as the body of a request.
///
/// ```swift
/// let records = AsyncReferralRecords(body, name: "referral.xml")
/// for try await record in records where record.isAccepted { … }
/// print(records.report.isClean)
/// ```
///
/// A chunk is any sequence of bytes: `[UInt8]`, `Data`, and of a NIO `ByteBuffer` its
/// `readableBytesView`. The next one is asked for only when the referrals before it have been taken.
/// A referral comes as soon as its element has ended, and one of C-CDA or FHIR with its document;
/// `ReferralRecords` reads the same without waiting.
public final class AsyncReferralRecords<Body: AsyncSequence>: AsyncSequence, AsyncIteratorProtocol
where Body.Element: Sequence, Body.Element.Element == UInt8 {
    public typealias Element = ReferralRecord
    public typealias Failure = any Error

    private var queue: ReferralQueue
    private var chunks: AsyncChunks<Body>
    private let memory = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 1 << 16, alignment: 16)

    /// - Parameters:
    ///   - body: the bytes of the input in chunks, cut anywhere; it is read once.
    ///   - name: what records and findings call the file.
    ///   - rules: rules that are switched off or changed in severity.
    public init(_ body: Body, name: String, rules: RuleSettings = RuleSettings()) {
        chunks = AsyncChunks(body)
        queue = ReferralQueue(file: name, rules: rules)
    }

    deinit { memory.deallocate() }

    public func makeAsyncIterator() -> AsyncReferralRecords { self }

    /// The next referral, with an error or without; `nil` at the end.
    ///
    /// - Throws: what the body throws; `CancellationError` where the task was cancelled;
    ///   `ConversionFailure.unknownKind` for XML that is no referral, and for what is no XML.
    public func next(
        isolation actor: isolated (any Actor)?
    ) async throws -> ReferralRecord? {
        while true {
            if let record = queue.next() { return record }
            guard queue.needsBytes else {
                if let failure = queue.report.failure { throw failure }
                return nil
            }
            if try await chunks.next(isolation: actor) {
                let count = chunks.read(into: memory)
                queue.append(UnsafeRawBufferPointer(rebasing: memory[..<count]))
            } else {
                queue.end()
            }
        }
    }

    /// The same, on whatever actor it is called from.
    public nonisolated(nonsending) func next() async throws -> ReferralRecord? {
        try await next(isolation: #isolation)
    }

    /// The first 1,000 findings so far that are no referral's. `report` counts all.
    public var findings: [Finding] { queue.findings }

    /// The first 1,000 ranges so far that no referral and nothing around one holds.
    public var unreadable: [ByteRange] { queue.unreadable }

    /// What has become of the input so far; complete when there are no more referrals.
    public var report: FileReport { queue.report }
}
