import Archives
import Diagnostics
import Output
import X12Syntax

/// Reads one file block by block: recognises it, maps its records, keeps its books.
///
/// Whoever drives it brings the bytes: a source that is read, or chunks as they arrive.
struct FileReading<Product: RecordProduct & ~Copyable>: ~Copyable {
    /// What the block read last brought; its findings include those of the end of the file.
    private(set) var result: BlockResult<Product>
    private(set) var report: FileReport
    private var isOver = false
    private var cutter: BlockCutter
    private var block = Block()
    private var headers: HeaderReading
    private var mapper: BlockMapper
    private var books: FileBooks
    private var isRecognised: Bool

    /// - Parameters:
    ///   - product: what is made of records.
    ///   - isRecognised: whether it is known to be X12.
    init(
        _ product: consuming Product, file: String, partners: Partners,
        errorHandling: ConversionOptions.ErrorHandling = .setAside, isRecognised: Bool = false
    ) {
        let catalog = GuideCatalog.shipped
        result = BlockResult(product)
        books = FileBooks(file: file, partners: partners)
        report = FileReport(books.summary)
        cutter = BlockCutter { catalog.plan($0) }
        headers = HeaderReading(file: file, catalog: catalog, partners: partners)
        mapper = BlockMapper(
            file: file, errorHandling: errorHandling, partners: partners, catalog: catalog)
        self.isRecognised = isRecognised
    }

    // MARK: Bytes

    /// Reads and maps the next block; `false` at the end.
    mutating func next(from feed: ByteFeed) -> Bool {
        guard begin() else { return false }
        repeat {
            while cutter.wantsBytes(block) {
                if block.fill(feed.read) == 0 { cutter.end() }
            }
        } while !cutter.cut(&block)
        let isMapped = map()
        if isOver, let failure = feed.failure() { fail(failure) }
        return isMapped
    }

    /// Waits for chunks until a block is full, and maps it; `false` at the end.
    ///
    /// - Throws: what the body throws, `CancellationError`, or why this is no file that is known.
    mutating func next<Body: AsyncSequence>(
        from chunks: inout AsyncChunks<Body>, isolation: isolated (any Actor)?
    ) async throws -> Bool {
        guard begin() else { return false }
        do {
            repeat {
                while cutter.wantsBytes(block) {
                    if try await chunks.next(isolation: isolation) {
                        _ = block.fill { chunks.read(into: $0) }
                    } else {
                        cutter.end()
                    }
                }
            } while !cutter.cut(&block)
        } catch {
            isOver = true
            throw error
        }
        let isMapped = map()
        if let failure = report.failure { throw failure }
        return isMapped
    }

    private mutating func begin() -> Bool { !isOver && cutter.begin(&block) }

    // MARK: Blocks

    /// Maps the block that was cut; `false` where this is no file that is known.
    private mutating func map() -> Bool {
        if let failure = recognise() {
            isOver = true
            fail(failure)
            return false
        }
        let blockHeaders = headers.headers(of: block)
        mapper.map(block, headers: blockHeaders, into: &result)
        let compared = books.add(result, of: block, blockHeaders)
        result.findings += compared
        let end = block.offset + block.consumed
        let isStopped = result.stop.map { $0 < end || !cutter.isAtEnd } ?? false
        isOver = cutter.isAtEnd || result.stop != nil
        if isOver {
            let last = books.finish(isStopped: isStopped)
            result.findings += last
        }
        report.summary = books.summary
        report.isComplete = isOver && !isStopped
        return true
    }

    private mutating func fail(_ failure: ConversionFailure) {
        report.failure = failure
        report.isComplete = false
        report.summary.failure = failure.message
    }

    /// Why this is no file that is known: looks at the first block that is not all white space.
    private mutating func recognise() -> ConversionFailure? {
        if isRecognised { return nil }
        let isLast = cutter.isAtEnd
        let length = block.byteCount
        return block.bytes.withUnsafeBufferPointer { padded in
            let bytes = UnsafeBufferPointer(rebasing: padded.prefix(length))
            let blankCount = bytes.prefix { $0.isWhiteSpace }.count
            if blankCount == length, !isLast { return nil }
            isRecognised = true
            let opening = UnsafeBufferPointer(
                rebasing: bytes.prefix(blankCount + InputSource.prefixLength))
            switch ArchiveKind(opening: opening) {
            case .gzip: return .unknownKind("this is a gzip file")
            case .zip: return .unknownKind("this is a zip archive")
            case nil: break
            }
            let isWhole = isLast && opening.count == length
            return Recognition(opening, isWhole: isWhole).refusal(unless: .x12)
                .map { .unknownKind($0) }
        }
    }

    /// Changes what was made of records: hands it out.
    mutating func withProduct<Value>(_ body: (inout Product) -> Value) -> Value {
        body(&result.product)
    }
}
