import Diagnostics
import X12Syntax

/// The enrollments of an 834 file, one after another in the order of the input.
///
/// ```swift
/// for record in try EnrollmentRecords(path: "members.834") where record.isAccepted {
///     print(record.enrollment.memberID?.text.string ?? "-")
/// }
/// ```
///
/// It is read once, as far as it is asked for: memory is that of a block of a few hundred kilobytes
/// or of the longest record, and some 50 bytes for each coverage and subscriber, which the rules
/// that compare records remember. Bad content never makes it fail: it comes as findings, and
/// `report` tells why a file was not read to its end.
public final class EnrollmentRecords: Sequence, IteratorProtocol {
    private var queue: RecordQueue<EnrollmentRecord>
    private let feed: ByteFeed

    /// Opens one file, which may be packed with gzip or alone in a zip archive.
    ///
    /// - Parameters:
    ///   - path: of the file, or `-` for standard input.
    ///   - name: what records and findings call the file; `nil` is its path.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    /// - Throws: `cannotOpen`, `emptyFolder`, `cannotRead`, `damagedArchive`, or `unknownKind`,
    ///   which is also for what holds several files.
    public init(
        path: String, name: String? = nil, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) throws(ConversionFailure) {
        let (opened, feed) = try ByteFeed.open(path)
        self.feed = feed
        queue = RecordQueue(
            file: name ?? opened, profile: profile, rules: rules, isRecognised: true)
    }

    /// Reads bytes that come in chunks, cut anywhere.
    ///
    /// - Parameters:
    ///   - chunks: each is taken when the one before has been used.
    ///   - name: what records and findings call the file.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init<Chunks: Sequence>(
        chunks: Chunks, name: String, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
        feed = ByteFeed(chunks)
        queue = RecordQueue(file: name, profile: profile, rules: rules)
    }

    /// Reads a file that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what records and findings call the file.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public convenience init(
        _ bytes: some Sequence<UInt8>, name: String, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) {
        self.init(chunks: CollectionOfOne(bytes), name: name, profile: profile, rules: rules)
    }

    /// The next record, with an error or without; `nil` at the end.
    public func next() -> EnrollmentRecord? {
        while true {
            if let record = queue.next() { return record }
            guard queue.file.next(from: feed) else { return nil }
            queue.take()
        }
    }

    /// The first 1,000 findings so far that are no record's: of envelopes, headers and trailers,
    /// and of records compared with each other. `report` counts all.
    public var findings: [Finding] { queue.findings }

    /// The first 1,000 ranges so far that no record, header or envelope holds.
    public var unreadable: [ByteRange] { queue.unreadable }

    /// What has become of the file so far; complete when there are no more records.
    public var report: FileReport { queue.file.report }
}
