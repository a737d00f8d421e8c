import CareModel
import Diagnostics

/// The referrals of XML documents, one after another in the order of the input.
///
/// ```swift
/// for record in try ReferralRecords(path: "referrals.xml") where record.isAccepted {
///     print(record.referral.memberID?.text.string ?? "-")
/// }
/// ```
///
/// C-CDA Referral Notes, FHIR R4 in XML and Turnpike referrals are read, one document or many after
/// another. It is read once, as far as it is asked for: memory is that of the longest document of
/// C-CDA, or of one referral. Bad content never makes it fail: it comes as findings, and `report`
/// tells why an input was not read to its end.
public final class ReferralRecords: Sequence, IteratorProtocol {
    private var queue: ReferralQueue
    private let feed: ByteFeed
    private let piece: UnsafeMutableRawBufferPointer

    /// The first 1,000 findings so far that are no referral's. `report` counts all.
    public var findings: [Finding] { queue.findings }
    /// The first 1,000 ranges so far that no referral and nothing around one holds.
    public var unreadable: [ByteRange] { queue.unreadable }

    /// Opens one file, which may be packed with gzip or alone in a zip archive.
    ///
    /// - Parameters:
    ///   - path: of the file, or `-` for standard input.
    ///   - name: what records and findings call the file; `nil` is its path.
    ///   - rules: rules that are switched off or changed in severity.
    /// - Throws: `cannotOpen`, `emptyFolder`, `cannotRead`, `damagedArchive`, or `unknownKind`,
    ///   which is also for what holds several files.
    public convenience init(
        path: String, name: String? = nil, rules: RuleSettings = RuleSettings()
    ) throws(ConversionFailure) {
        let (opened, feed) = try ByteFeed.open(path, as: .xml)
        self.init(feed, file: name ?? opened, rules)
    }

    /// Reads bytes that come in chunks, cut anywhere.
    ///
    /// - Parameters:
    ///   - chunks: each is taken when the one before has been used.
    ///   - name: what records and findings call the file.
    ///   - rules: rules that are switched off or changed in severity.
    public convenience init<Chunks: Sequence>(
        chunks: Chunks, name: String, rules: RuleSettings = RuleSettings()
    ) where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
        self.init(ByteFeed(chunks), file: name, rules)
    }

    /// Reads an input that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: the whole input.
    ///   - name: what records and findings call the file.
    ///   - rules: rules that are switched off or changed in severity.
    public convenience init(
        _ bytes: some Sequence<UInt8>, name: String, rules: RuleSettings = RuleSettings()
    ) {
        self.init(chunks: CollectionOfOne(bytes), name: name, rules: rules)
    }

    private init(_ feed: ByteFeed, file: String, _ rules: RuleSettings) {
        self.feed = feed
        queue = ReferralQueue(file: file, rules: rules)
        piece = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit { piece.deallocate() }

    /// The next referral, with an error or without; `nil` at the end.
    public func next() -> ReferralRecord? {
        while true {
            if let record = queue.next() { return record }
            guard queue.needsBytes else { return nil }
            let count = feed.read(piece)
            if count == 0 {
                queue.end(feed.failure())
            } else {
                queue.append(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            }
        }
    }

    /// What has become of the input so far; complete when there are no more referrals.
    public var report: FileReport { queue.report }
}
