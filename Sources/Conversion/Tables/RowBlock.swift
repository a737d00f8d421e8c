import Diagnostics
import Output
import TableSyntax

/// A block of a text's rows on its way, and what their mapping brought.
final class RowBlock: QueueLoad {
    private(set) var block = TableBlock()
    // One thread has the block at a time; the queue sees to it.
    @exclusivity(unchecked) var mapper: RowMapper<RowLines>
    /// What the rows before say of these; as far as it is known when the block is filled.
    var stand: RowStand
    /// Offset after the last row that was mapped.
    private(set) var end = 0
    private let dialect: TableDialect
    @exclusivity(unchecked) private var cursor: TableCursor
    private let make: () -> RowMapper<RowLines>

    /// More than a block of ordinary rows brings.
    private static let heavyResult = 4 << 20

    /// - Parameter make: makes a mapper of the first table.
    init(_ dialect: TableDialect, _ make: @escaping () -> RowMapper<RowLines>) {
        self.dialect = dialect
        self.make = make
        mapper = make()
        stand = mapper.stand
        cursor = TableCursor(dialect)
    }

    /// Where findings of its rows stand.
    var ground: TextGround { TextGround(block: block, dialect: dialect) }

    var weight: Int {
        block.byteCount + mapper.product.accepted.count + mapper.product.rejected.count
            + mapper.findings.count * MemoryLayout<Finding>.size
    }

    func map() {
        begin()
        _ = mapOn(until: Int.max)
    }

    /// Forgets what the block before brought, and begins with the rows of this one.
    func begin() {
        mapper.clear()
        mapper.resume(stand)
        cursor.open(block)
        end = block.offset
    }

    /// Maps rows until so many bytes are to be written; whether there may be more rows.
    func mapOn(until byteCount: Int) -> Bool {
        let ground = ground
        while let row = cursor.next() {
            if !cursor.findings.isEmpty || !mapper.mapSureRecord(row) {
                mapper.map(row, found: cursor.findings) { ground.withRaw($0, $1) }
            }
            end = row.range.end
            if mapper.isStopped { return false }
            if mapper.product.accepted.count > byteCount { return true }
        }
        return false
    }

    /// What was found when its rows were compared with others, at the cells that it is about.
    func narrowed(_ found: [Finding]) -> [Finding] {
        if found.isEmpty { return [] }
        cursor.open(block)
        return CellPlaces.narrowed(found, &cursor) { mapper.match(ofRow: $0, stand.match) }
    }

    func shrink() {
        if mapper.product.accepted.count + mapper.product.rejected.count > Self.heavyResult {
            mapper = make()
        }
        if block.capacity > 4 * TableBlock.ordinarySize {
            block = TableBlock()
            cursor = TableCursor(dialect)
        }
    }
}
