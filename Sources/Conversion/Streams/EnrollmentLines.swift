import Diagnostics

/// The enrollments of an 834 file as normalized NDJSON, a block of lines after another.
///
/// The lines are those that `turnpike convert` writes, made by the same engine, without files and
/// without making values of records first. It is read once, as far as it is asked for.
public final class EnrollmentLines: Sequence, IteratorProtocol {
    private var reading: FileReading<RecordLines>
    private let feed: ByteFeed

    /// Opens one file, which may be packed with gzip or alone in a zip archive.
    ///
    /// - Parameters:
    ///   - path: of the file, or `-` for standard input.
    ///   - name: what records and findings call the file; `nil` is its path.
    ///   - errorHandling: what becomes of a record with an error.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    /// - Throws: `cannotOpen`, `emptyFolder`, `cannotRead`, `damagedArchive`, or `unknownKind`,
    ///   which is also for what holds several files.
    public init(
        path: String, name: String? = nil,
        errorHandling: ConversionOptions.ErrorHandling = .setAside,
        profile: ProfileChoice = .automatic, rules: RuleSettings = RuleSettings()
    ) throws(ConversionFailure) {
        let (opened, feed) = try ByteFeed.open(path)
        self.feed = feed
        reading = FileReading(
            RecordLines(RecordLines.Form(file: name ?? opened)), file: name ?? opened,
            partners: Partners(profile, rules), errorHandling: errorHandling, isRecognised: true)
    }

    /// Converts bytes that come in chunks, cut anywhere.
    ///
    /// - Parameters:
    ///   - chunks: each is taken when the one before has been used.
    ///   - name: what records and findings call the file.
    ///   - errorHandling: what becomes of a record with an error.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init<Chunks: Sequence>(
        chunks: Chunks, name: String,
        errorHandling: ConversionOptions.ErrorHandling = .setAside,
        profile: ProfileChoice = .automatic, rules: RuleSettings = RuleSettings()
    ) where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
        feed = ByteFeed(chunks)
        reading = FileReading(
            RecordLines(RecordLines.Form(file: name)), file: name,
            partners: Partners(profile, rules), errorHandling: errorHandling)
    }

    /// Converts a file that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what records and findings call the file.
    ///   - errorHandling: what becomes of a record with an error.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public convenience init(
        _ bytes: some Sequence<UInt8>, name: String,
        errorHandling: ConversionOptions.ErrorHandling = .setAside,
        profile: ProfileChoice = .automatic, rules: RuleSettings = RuleSettings()
    ) {
        self.init(
            chunks: CollectionOfOne(bytes), name: name, errorHandling: errorHandling,
            profile: profile, rules: rules)
    }

    /// What the next block brings; `nil` at the end.
    public func next() -> ConvertedBlock? {
        while reading.next(from: feed) {
            if let block = ConvertedBlock(reading) { return block }
        }
        return nil
    }

    /// What has become of the file so far; complete when there are no more blocks.
    public var report: FileReport { reading.report }
}
