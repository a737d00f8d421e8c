import Diagnostics
import Output
import Rosters
import TableSyntax

/// Converts one table in text: its rows block by block, in the order of the input.
struct TableConversion: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private let opening: TableOpening
    private var reader: TableBlockReader<InputSource>

    init(
        file: String, source: consuming InputSource, opening: TableOpening,
        options: ConversionOptions
    ) {
        self.file = file
        self.options = options
        self.opening = opening
        reader = TableBlockReader(source, widths: opening.match.table.widths)
    }

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    ///
    /// - Parameter book: rosters and summaries of the run.
    mutating func run(
        into outputs: inout Outputs, _ book: inout CountBook
    ) throws(ConversionFailure) -> FileSummary {
        var reduce = RowReduce(file: file, options: options, match: opening.match)
        try reduce.begin(&outputs)
        var mapper = RowMapper(
            RowLines(RecordLines.Form(file, options, outputs)), file: file, options: options,
            opening: opening)
        var cursor = TableCursor(reader.dialect)
        let block = TableBlock()
        let ground = TextGround(block: block, dialect: reader.dialect)
        mapper.begin(opening)
        mapper.tell(FileNameCheck.findings(file, opening.match.layout, isWorkbook: false))
        mapper.tell(reader.findings)
        var end = reader.dialect.openingCount
        reduce.countOpening(end)
        while reader.next(block) {
            cursor.open(block)
            while let row = cursor.next() {
                mapper.map(row, found: cursor.findings) { ground.withRaw($0, $1) }
                end = row.range.end
                if mapper.isStopped { break }
            }
            try reduce.add(mapper, of: ground, to: &outputs)
            mapper.clear()
            if mapper.isStopped { break }
        }
        mapper.end(at: ByteRange(end, end), sheet: 0)
        try reduce.add(mapper, of: ground, to: &outputs)
        let isWhole = reader.isAtEnd && end == block.endOffset
        // What was read, so that the books of a row that got lost do not balance.
        try reduce.finish(
            &outputs, of: ground,
            total: mapper.isStopped ? end : max(block.endOffset, reader.dialect.openingCount),
            isStopped: mapper.isStopped && !isWhole, &book)
        return reduce.summary
    }
}

extension RecordLines.Form {
    /// The lines to make of records.
    init(_ file: String, _ options: ConversionOptions, _ outputs: borrowing Outputs) {
        self.init(
            file: file, hasRecords: options.writesRecords, hasRejects: outputs.rejects != nil,
            isList: options.format == .json)
    }
}

/// Where findings of a text stand.
struct TextGround: FindingGround {
    let block: TableBlock
    let dialect: TableDialect

    private var isUTF16: Bool {
        dialect.encoding == .utf16BigEndian || dialect.encoding == .utf16LittleEndian
    }

    /// So many bytes around a finding are shown.
    private static let excerptSize = 160

    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        let start = finding.range.start - block.offset
        let end = finding.range.end - block.offset
        guard !isUTF16, start >= 0, start <= end, end <= block.consumed else { return body(nil) }
        var first = start
        while first > 0, start - first < Self.excerptSize / 2,
            block.bytes[first - 1] != dialect.rowEnd
        {
            first -= 1
        }
        var last = start
        while last < block.consumed, last - first < Self.excerptSize,
            block.bytes[last] != dialect.rowEnd, block.bytes[last] != 0x0D
        {
            last += 1
        }
        return body(
            Excerpt(
                UnsafeBufferPointer(start: block.bytes + first, count: last - first),
                marked: start - first..<max(start, min(end, last)) - first))
    }

    func sender(of finding: Finding) -> FindingSender? { nil }

    /// The bytes of a row as they stand in the block: of UTF-16, what it was decoded to.
    func withRaw(_ row: TableRow, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if isUTF16, row.isPiece {
            return body(UnsafeBufferPointer(start: block.bytes, count: block.consumed))
        }
        guard !isUTF16 else { return row.withJoinedCells(body) }
        let start = row.range.start - block.offset
        let count = min(row.range.count, block.consumed - start)
        guard start >= 0, count >= 0 else { return row.withJoinedCells(body) }
        body(UnsafeBufferPointer(start: block.bytes + start, count: count))
    }
}

extension TableRow {
    /// The texts of all cells with tabs between them.
    func withJoinedCells(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var joined = ByteBuffer(capacity: 256)
        for (index, cell) in cells.enumerated() {
            if index > 0 { joined.append(UInt8(ascii: "\t")) }
            joined.append(text(cell))
        }
        body(joined.bytes)
    }
}
