import Diagnostics
import Rosters
import TableSyntax

/// The rows of a text as its bytes arrive, mapped block by block.
final class TextRows {
    var mapper: RowMapper<EntryValues>
    private var reader: TableBlockReader<ArrivingSource>
    private var cursor: TableCursor
    private let block: TableBlock
    /// The columns of the block's first row.
    private var match: TableMatch
    /// Offset after the last byte that was read.
    private(set) var end: Int

    init(
        _ bytes: ArrivingBytes, _ opening: TableOpening,
        _ mapper: consuming RowMapper<EntryValues>
    ) throws(NeedsBytes) {
        self.mapper = mapper
        match = opening.match
        // Small for a text of few bytes: memory costs time when it is first touched.
        let size = bytes.isAtEnd ? bytes.count + 64 : TableBlock.ordinarySize
        block = TableBlock(capacity: min(size, TableBlock.ordinarySize))
        reader = try TableBlockReader(
            ArrivingSource(bytes: bytes), widths: opening.match.table.widths)
        cursor = TableCursor(reader.dialect)
        end = reader.dialect.openingCount
        self.mapper.begin(opening)
        self.mapper.tell(reader.findings)
    }

    /// What was found when rows of the block were compared with others, at the cells that it is about.
    func narrowed(_ found: [Finding]) -> [Finding] {
        if found.isEmpty { return [] }
        cursor.open(block)
        return CellPlaces.narrowed(found, &cursor) { mapper.match(ofRow: $0, match) }
    }

    /// Maps the next block; `false` at the end.
    func readBlock() throws(NeedsBytes) -> Bool {
        let isMore = try reader.next(block)
        match = mapper.match
        if hasBrought { mapper.clear() }
        hasBrought = true
        guard isMore else {
            mapper.end(at: ByteRange(end, end), sheet: 0)
            return false
        }
        let ground = TextGround(block: block, dialect: reader.dialect)
        cursor.open(block)
        while let row = cursor.next() {
            if !cursor.findings.isEmpty || !mapper.mapSureRecord(row) {
                mapper.map(row, found: cursor.findings) { ground.withRaw($0, $1) }
            }
        }
        end = block.endOffset
        return true
    }

    /// Whether a block before this has been taken.
    private var hasBrought = false
}

/// The rows of a workbook, mapped some at a time.
final class SheetRowsReading {
    var mapper: RowMapper<EntryValues>
    private let workbook: OpenWorkbook
    private var sheets: ArraySlice<OpenWorkbook.Sheet>
    private var sheet: OpenWorkbook.Sheet?
    private var hasBrought = false
    /// So many rows are mapped at a time.
    private static let rowCount = 500

    init(_ workbook: OpenWorkbook, _ mapper: consuming RowMapper<EntryValues>) {
        self.workbook = workbook
        self.mapper = mapper
        sheets = workbook.sheets[...]
    }

    var byteCount: Int { workbook.byteCount }

    /// Maps the next rows; `false` at the end.
    func readRows() -> Bool {
        if hasBrought { mapper.clear() }
        hasBrought = true
        var count = 0
        while count < Self.rowCount {
            guard let sheet else {
                guard let next = sheets.popFirst() else { return false }
                if mapper.begin(next, of: workbook) {
                    sheet = next
                } else {
                    mapper.end(next, of: workbook)
                }
                continue
            }
            if mapper.mapRow(of: sheet, in: workbook) {
                count += 1
            } else {
                mapper.end(sheet, of: workbook)
                self.sheet = nil
            }
        }
        return true
    }
}
