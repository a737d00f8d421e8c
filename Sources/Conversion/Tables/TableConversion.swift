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
    /// What the rows so far say of those that come.
    private var stand: RowStand
    /// Rows so far that are records.
    private var recordCount = 0
    /// The block whose rows were taken last.
    private var last: RowBlock
    /// Where these rows end, and where all of the block does.
    private var end: Int
    private var blockEnd: Int
    /// Whether an error ended the reading before the end.
    private var isCut = false
    private let inputEnd: InputEnd
    private let make: () -> RowBlock

    init(
        file: String, source: consuming InputSource, opening: TableOpening,
        options: ConversionOptions, form: RecordLines.Form
    ) {
        self.file = file
        self.options = options
        self.opening = opening
        inputEnd = source.end
        reader = TableBlockReader(source, widths: opening.match.table.widths)
        let dialect = reader.dialect
        make = {
            RowBlock(dialect) {
                RowMapper(RowLines(form), file: file, options: options, opening: opening)
            }
        }
        last = make()
        stand = last.stand
        end = dialect.openingCount
        blockEnd = end
    }

    /// No machine has more cores.
    private static let greatestJobs = 1024

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    ///
    /// - Parameter book: rosters and summaries of the run.
    mutating func run(
        into outputs: inout Outputs, _ book: inout CountBook
    ) throws(ConversionFailure) -> FileSummary {
        var reduce = RowReduce(file: file, options: options, match: opening.match)
        try reduce.begin(&outputs)
        reduce.countOpening(end)
        let hasRows = reader.next(last.block)
        try begin(&reduce, &outputs)
        if hasRows {
            last.stand = stand
            last.map()
            try take(last, &reduce, &outputs)
            let threads = min(max(options.jobs, 1), Self.greatestJobs) - 1
            if threads > 0, !reader.isAtEnd, !last.mapper.isStopped {
                try runSideBySide(threads, &reduce, &outputs)
            } else {
                try runAlone(&reduce, &outputs)
            }
        }
        return try finish(&reduce, &outputs, &book)
    }

    /// Begins the table, and tells what is known of the file before its rows.
    private mutating func begin(
        _ reduce: inout RowReduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        last.mapper.begin(opening)
        last.mapper.tell(FileNameCheck.findings(file, opening.match.layout, isWorkbook: false))
        last.mapper.tell(reader.findings)
        try reduce.add(last.mapper, of: last.ground, to: &outputs)
        stand = last.mapper.stand
    }

    /// As many bytes are written at once: what is written stays where the processor has it near.
    private static let writtenCount = 64 * 1024

    /// One block after the other.
    private mutating func runAlone(
        _ reduce: inout RowReduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        while !last.mapper.isStopped, reader.next(last.block) {
            last.stand = stand
            last.begin()
            while last.mapOn(until: Self.writtenCount) {
                try reduce.write(&last.mapper.product, to: &outputs)
            }
            try take(last, &reduce, &outputs)
            last.shrink()
        }
    }

    /// Blocks are mapped by other threads, and by this one where it would wait; it alone reads and
    /// writes. All are mapped by what the rows so far say; where rows in between say otherwise, as the
    /// header of a second table does, a block is mapped again.
    private mutating func runSideBySide(
        _ count: Int, _ reduce: inout RowReduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let queue = OrderedQueue(loads: count + 3, make: make)
        var threads: [QueueThread] = []
        defer { queue.end(threads) }
        var isAtEnd = false
        while true {
            if !isAtEnd, let load = queue.free() {
                isAtEnd = !reader.next(load.block)
                if !isAtEnd {
                    load.stand = stand
                    queue.fill()
                }
            }
            if !isAtEnd, threads.count < count, let thread = QueueThread({ queue.work() }) {
                threads.append(thread)
            }
            let mustWait = isAtEnd || queue.free() == nil
            if mustWait, queue.oldest(waits: false) == nil, queue.help() { continue }
            guard let load = queue.oldest(waits: mustWait) else {
                if isAtEnd { return }
                continue
            }
            if !load.stand.isLike(stand) {
                load.stand = stand
                load.map()
            }
            try take(load, &reduce, &outputs)
            if load.mapper.isStopped {
                isCut = isCut || queue.hasMore
                return
            }
            queue.take()
        }
    }

    /// Writes and counts what a block brought.
    private mutating func take(
        _ load: RowBlock, _ reduce: inout RowReduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try reduce.add(load.mapper, of: load.ground, to: &outputs, narrow: load.narrowed)
        stand = load.mapper.stand
        recordCount += load.mapper.recordCount
        end = load.end
        blockEnd = load.block.endOffset
        if load.mapper.isStopped { isCut = end < blockEnd || !reader.isAtEnd }
        last = load
    }

    private mutating func finish(
        _ reduce: inout RowReduce, _ outputs: inout Outputs, _ book: inout CountBook
    ) throws(ConversionFailure) -> FileSummary {
        let isStopped = last.mapper.isStopped
        last.mapper.clear()
        last.mapper.end(at: ByteRange(end, end), sheet: 0, earlier: recordCount)
        try reduce.add(last.mapper, of: last.ground, to: &outputs)
        // What was read, so that the books of a row that got lost do not balance.
        let total = isStopped ? end : blockEnd
        try reduce.finish(
            &outputs, of: last.ground, total: total, isStopped: isCut,
            findings: inputEnd.findings(at: total), &book)
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

/// Where findings of a text stand; a class, as each row is given it.
final class TextGround: FindingGround {
    let block: TableBlock
    let dialect: TableDialect

    init(block: TableBlock, dialect: TableDialect) {
        self.block = block
        self.dialect = dialect
    }

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
