import Archives
import Diagnostics
import Output
import Rosters
import SystemPackage
import TableSyntax

/// Reads one table file piece by piece, for whoever drives it: recognizes it, maps its rows, keeps its
/// books. Bytes are added as they come.
final class TableReading {
    /// What the last step brought.
    enum Step {
        /// Bytes must be added, or the end told.
        case needsBytes
        /// Records, or findings.
        case brought
        /// There is nothing more.
        case over
    }

    /// What the rows are read from.
    private enum Rows {
        /// Nothing is known so far.
        case opening
        /// A workbook, which is read when it is there whole.
        case arriving(FileDescriptor)
        case text(TextRows)
        case workbook(SheetRowsReading)
        case over
    }

    private(set) var report: FileReport
    /// What the last step brought beside records, and the records.
    private(set) var findings: [Finding] = []
    private(set) var records: [RosterRecord] = []
    /// The first rows so far that are no records.
    private(set) var unreadable: [ByteRange] = []
    private let file: String
    private let options: ConversionOptions
    private var books: RowFileBooks?
    private var book = CountBook()
    private let arriving = ArrivingBytes()
    private var rows = Rows.opening
    /// Why bytes ended before the end, if they did.
    private var cause: ConversionFailure?

    /// As many ranges are kept, so that memory does not grow with the file.
    static let unreadableLimit = 1000

    /// - Parameter options: by which rules and layouts tables are read.
    init(file: String, options: ConversionOptions) {
        self.file = file
        self.options = options
        report = FileReport(FileSummary(file: file))
    }

    // MARK: Bytes

    func append(_ bytes: UnsafeRawBufferPointer) {
        guard case .arriving(let spool) = rows else { return arriving.append(bytes) }
        do {
            try spool.writeAll(bytes)
        } catch {
            fail(.cannotWrite("a temporary file", (error as? Errno) ?? .ioError))
        }
    }

    func end() { arriving.end() }

    /// No more bytes come, though it is not the end; why.
    func breakOff(_ failure: ConversionFailure) {
        cause = failure
        arriving.end()
    }

    /// Reads a workbook that can be read at any place.
    func open(_ workbook: OpenWorkbook) {
        guard let first = workbook.firstTable else { return fail(.unknownLayout(nil)) }
        books = RowFileBooks(file: file, options: options, match: first.match)
        let mapper = RowMapper(
            EntryValues(file: file), file: file, options: options, opening: first)
        let reading = SheetRowsReading(workbook, mapper)
        reading.mapper.tell(FileNameCheck.findings(file, first.match.layout, isWorkbook: true))
        reading.mapper.tell(workbook.findings)
        rows = .workbook(reading)
    }

    /// Says why reading ended before the end.
    func fail(_ failure: ConversionFailure) {
        rows = .over
        if let books { report.summary = books.summary }
        report.failure = failure
        report.summary.failure = failure.message
        report.isComplete = false
    }

    // MARK: Steps

    /// Reads on, until there is something or bytes are missing.
    func step() -> Step {
        findings = []
        records = []
        switch rows {
        case .over: return .over
        case .opening: return openText()
        case .arriving(let spool): return openWorkbook(spool)
        case .text(let text): return read(text)
        case .workbook(let workbook): return read(workbook)
        }
    }

    private func openText() -> Step {
        guard arriving.isAtEnd || arriving.count >= InputSource.prefixLength else {
            return .needsBytes
        }
        let isBinary = arriving.withBytes {
            ArchiveKind(opening: $0) == .zip || TableRecognition.isOldOffice($0)
        }
        if isBinary { return beginSpool() }
        let isWhole = arriving.isAtEnd
        let (kind, verdict) = arriving.withBytes { bytes in
            let prefix = UnsafeBufferPointer(rebasing: bytes.prefix(InputSource.prefixLength))
            return (
                Recognition(prefix, isWhole: isWhole && prefix.count == bytes.count),
                TableOpening.verdict(on: prefix, name: file, options.layouts)
            )
        }
        switch verdict {
        case .fits(let opening) where !kind.isKnown:
            let mapper = RowMapper(
                EntryValues(file: file), file: file, options: options, opening: opening)
            guard let text = try? TextRows(arriving, opening, mapper) else { return .over }
            books = RowFileBooks(file: file, options: options, match: opening.match)
            books?.countOpening(text.end)
            text.mapper.tell(FileNameCheck.findings(file, opening.match.layout, isWorkbook: false))
            rows = .text(text)
            return read(text)
        case .nearest(let layout) where !kind.isKnown: fail(.unknownLayout(layout.phrase))
        case .headless where kind.isText: fail(.unknownLayout(TableOpening.headlessPhrase))
        default: fail(.unknownKind(kind.refusal(unless: .table) ?? "this is no table"))
        }
        return .over
    }

    private func read(_ text: TextRows) -> Step {
        do throws(NeedsBytes) {
            let isMore = try text.readBlock()
            take(text.mapper, narrow: text.narrowed)
            if !isMore { finish(total: text.end) }
            return .brought
        } catch {
            return .needsBytes
        }
    }

    private func read(_ workbook: SheetRowsReading) -> Step {
        let isMore = workbook.readRows()
        take(workbook.mapper)
        if !isMore {
            books?.countOpening(workbook.byteCount)
            finish(total: workbook.byteCount)
        }
        return .brought
    }

    // MARK: Workbooks that arrive

    private func beginSpool() -> Step {
        do throws(ConversionFailure) {
            let spool = try SpoolFile.make(in: FilePath(options.temporaryFolder))
            rows = .arriving(spool)
            arriving.withBytes { append(UnsafeRawBufferPointer($0)) }
        } catch {
            fail(error)
            return .over
        }
        return step()
    }

    private func openWorkbook(_ spool: FileDescriptor) -> Step {
        guard arriving.isAtEnd else { return .needsBytes }
        do throws(ConversionFailure) {
            open(
                try OpenWorkbook(
                    InputFile(owning: spool), name: file, noun: "this file",
                    else: "this is a zip archive", options.layouts,
                    folder: FilePath(options.temporaryFolder)))
        } catch {
            fail(error)
        }
        return step()
    }

    // MARK: Books

    /// Takes what a mapper brought.
    private func take(
        _ mapper: borrowing RowMapper<EntryValues>, narrow: ([Finding]) -> [Finding] = { $0 }
    ) {
        findings += mapper.findings
        findings += narrow(books?.add(mapper) ?? [])
        records += mapper.product.records
        unreadable += mapper.product.unreadable.prefix(Self.unreadableLimit - unreadable.count)
        if let books { report.summary = books.summary }
    }

    private func finish(total: Int) {
        findings += books?.close(total: total, isStopped: false, &book) ?? []
        if let books { report.summary = books.summary }
        report.isComplete = cause == nil
        report.failure = cause
        report.summary.failure = cause?.message
        rows = .over
    }
}
