import Diagnostics

/// The entries of a roster, one after another in the order of the rows: of a workbook, or of text.
///
/// ```swift
/// for record in try RosterEntries(path: "CP_ASSIGNMENT_FULL.xlsx") where record.isAccepted {
///     print(record.entry.memberID?.text.string ?? "-")
/// }
/// ```
///
/// The layout is told by the header. It is read once, as far as it is asked for: memory is that of a
/// block of a few hundred kilobytes, and what the rules that compare rows remember of each. Bad
/// content never makes it fail: it comes as findings, and `report` tells why a file was not read to
/// its end.
public final class RosterEntries: Sequence, IteratorProtocol {
    private var queue: RosterQueue
    private let feed: ByteFeed?
    private let memory = UnsafeMutableRawBufferPointer.allocate(
        byteCount: RosterEntries.pieceSize, alignment: 16)

    private static let pieceSize = 1 << 18

    /// Opens one file, which may be packed with gzip or alone in a zip archive.
    ///
    /// - Parameters:
    ///   - path: of the file, or `-` for standard input.
    ///   - name: what records and findings call the file; `nil` is its path.
    ///   - layouts: by which layouts the columns are told.
    ///   - rules: rules that are switched off or changed in severity.
    /// - Throws: `cannotOpen`, `emptyFolder`, `cannotRead`, `damagedArchive`, `unreadableWorkbook`,
    ///   `unknownLayout` for a table that fits no layout, or `unknownKind`, which is also for what
    ///   holds several files.
    public init(
        path: String, name: String? = nil, layouts: LayoutChoice = .shipped,
        rules: RuleSettings = RuleSettings()
    ) throws(ConversionFailure) {
        var options = ConversionOptions()
        options.layouts = layouts
        options.rules = rules
        var opened = try InputQueue.openOneTable(path, layouts)
        let reading = TableReading(file: name ?? opened.name, options: options)
        queue = RosterQueue(reading)
        if let workbook = opened.workbook {
            feed = nil
            reading.open(workbook)
        } else {
            guard let source = opened.source.take() else { throw .emptyFolder }
            feed = ByteFeed(source)
        }
    }

    /// Reads bytes that come in chunks, cut anywhere. A workbook is kept in a file without a name
    /// until it is there whole.
    ///
    /// - Parameters:
    ///   - chunks: each is taken when the one before has been used.
    ///   - name: what records and findings call the file.
    ///   - layouts: by which layouts the columns are told.
    ///   - rules: rules that are switched off or changed in severity.
    public init<Chunks: Sequence>(
        chunks: Chunks, name: String, layouts: LayoutChoice = .shipped,
        rules: RuleSettings = RuleSettings()
    ) where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
        var options = ConversionOptions()
        options.layouts = layouts
        options.rules = rules
        queue = RosterQueue(TableReading(file: name, options: options))
        feed = ByteFeed(chunks)
    }

    /// Reads a file that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what records and findings call the file.
    ///   - layouts: by which layouts the columns are told.
    ///   - rules: rules that are switched off or changed in severity.
    public convenience init(
        _ bytes: some Sequence<UInt8>, name: String, layouts: LayoutChoice = .shipped,
        rules: RuleSettings = RuleSettings()
    ) {
        self.init(chunks: CollectionOfOne(bytes), name: name, layouts: layouts, rules: rules)
    }

    deinit { memory.deallocate() }

    /// The next record, with an error or without; `nil` at the end.
    public func next() -> RosterRecord? {
        while true {
            if let record = queue.next() { return record }
            guard let needsBytes = queue.step() else { return nil }
            if needsBytes { read() }
        }
    }

    private func read() {
        let count = feed?.read(memory) ?? 0
        if count > 0 {
            queue.reading.append(UnsafeRawBufferPointer(rebasing: memory[..<count]))
        } else if let failure = feed?.failure() {
            queue.reading.breakOff(failure)
        } else {
            queue.reading.end()
        }
    }

    /// The first 1,000 findings so far that are no record's: of headers, and of rows compared with
    /// each other. `report` counts all.
    public var findings: [Finding] { queue.findings }

    /// Bytes of the first 1,000 rows so far that are no records: sums, say. Empty in workbooks.
    public var unreadable: [ByteRange] { queue.reading.unreadable }

    /// What has become of the file so far; complete when there are no more records.
    public var report: FileReport { queue.reading.report }
}
