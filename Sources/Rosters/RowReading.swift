import CareModel
import Diagnostics
import TableSyntax

/// One row on its way to a record: its cells, the slots that they fill, and what was found in it.
///
/// Its memory serves the next row too, and it is never copied. Slots refer to the row's own bytes as long as no text is
/// written anew; then all are copied, so that the slots that were made stay right.
package struct RowReading: ~Copyable {
    /// The slots of the record.
    package var builder = RecordBuilder()
    /// Of what was read last.
    package private(set) var row: TableRow
    /// Of the row, in the order in which they were found.
    package private(set) var findings: [Finding] = []
    /// All values as a number; rows of the same values have the same.
    var content: UInt64 = 0
    /// Of the table that the row is of.
    private var plan: RowPlan?
    private let arena = RowArena()
    private let columns = ColumnSlots()
    /// Whether the row's bytes stand in the arena.
    private var isCopied = false
    /// Columns, a bit each, whose date is in the second of the column's formats, or in a later one.
    package private(set) var foreignDates: (second: UInt64, other: UInt64) = (0, 0)

    /// Whether a date of the row has a time beside it.
    private(set) var hasTimes = false

    /// Whether a code or flag of the row is one of its column's but for the case of letters, or the
    /// letter of a service location is small.
    private(set) var hasOddCase = false

    package init() {
        columnSlots = columns.slots
        columnDays = columns.days
        columnTimes = columns.times
        row = TableRow(
            number: 0, cells: UnsafeBufferPointer(start: nil, count: 0), bytes: arena.base)
    }

    /// Begins a row of a table; forgets the one before.
    @inline(__always)
    mutating func begin(_ row: TableRow, _ plan: RowPlan) {
        self.row = row
        builder.start(row.bytes)
        if plan !== self.plan { enter(plan) }
        isCopied = false
        if hasTimes { clearTimes() }
        guard !findings.isEmpty else { return }
        findings.removeAll(keepingCapacity: true)
        foreignDates = (0, 0)
        hasOddCase = false
    }

    /// Begins the rows of another table: columns that its rows do not have are empty.
    @inline(never)
    private mutating func enter(_ plan: RowPlan) {
        self.plan = plan
        columns.clear(plan.columnCount)
        columnSlots = columns.slots
        columnDays = columns.days
        columnTimes = columns.times
        hasTimes = false
        // Room for a record, which is linked only if somebody asks for it.
        _ = builder.add(slotCount: plan.slotCount)
    }

    // MARK: Columns

    /// What was read of a column of the layout, by index; empty where there is nothing.
    @inline(__always)
    package func slot(ofColumn column: Int) -> Slot { columnSlots[column] }

    /// The slots of all columns of the layout.
    package private(set) var columnSlots: UnsafeMutablePointer<Slot>

    /// The days of all columns of the layout, as numbers; 0 where none was read.
    package private(set) var columnDays: UnsafeMutablePointer<Int32>

    /// The times of the day beside the days of all columns of the layout, in thousandths of a
    /// second; 0 where none was read.
    private(set) var columnTimes: UnsafeMutablePointer<Int32>

    /// So many bytes all values have at most, together.
    @inline(__always)
    package var length: Int {
        // Each value is of a cell of its own, and in text those stand one behind the other.
        if row.line > 0, !isCopied, let last = row.cells.last {
            return Int(last.start) &+ Int(last.count)
        }
        return valueLength
    }

    @inline(never)
    private var valueLength: Int {
        (0..<(plan?.columnCount ?? 0)).reduce(0) { $0 + columnSlots[$1].count }
    }

    /// A bit for each column of the table whose cell is to be read closely.
    @inline(__always)
    var openCells: UnsafeMutablePointer<UInt64> { columns.open }

    /// Notes that a date is in another format than the layout's own.
    mutating func noteForeignDate(_ column: Int, isSecond: Bool) {
        guard column < 64 else { return }
        if isSecond {
            foreignDates.second |= 1 << UInt64(column)
        } else {
            foreignDates.other |= 1 << UInt64(column)
        }
    }

    /// Notes the time of the day, not midnight, beside the date of a column: rows that differ in it
    /// are not the same.
    mutating func noteTime(_ time: Int32, _ column: Int) {
        hasTimes = true
        columnTimes[column] = time
        content &+= ContentSalt(column).number(time: time)
    }

    @inline(never)
    private mutating func clearTimes() {
        hasTimes = false
        columns.clearTimes()
    }

    /// Notes that rules have to compare codes of the row without regard to case.
    mutating func noteOddCase() { hasOddCase = true }

    // MARK: Text

    /// The bytes of a slot.
    @inline(__always)
    package func text(_ slot: Slot) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: builder.bytes + Int(slot.start), count: slot.count)
    }

    /// The slot of text that no cell holds: a date in the record's form, say.
    ///
    /// - Parameters:
    ///   - count: how many bytes it has at most.
    ///   - isPlain: whether it is printable ASCII without `"` and `\`.
    ///   - write: writes it; how many bytes it has.
    package mutating func slot(
        upTo count: Int, isPlain: Bool = true, _ write: (UnsafeMutablePointer<UInt8>) -> Int
    ) -> Slot {
        if !isCopied { copyRow() }
        let start = arena.count
        builder.move(to: arena.reserve(count))
        let written = min(count, max(0, write(arena.writable + start)))
        arena.count = start + written
        return Slot(
            start: UInt32(truncatingIfNeeded: start),
            extent: UInt32(truncatingIfNeeded: written) | (isPlain ? 0 : Slot.unusualFlag))
    }

    private mutating func copyRow() {
        isCopied = true
        var end = 0
        for cell in row.cells { end = max(end, Int(cell.start) + Int(cell.count)) }
        arena.count = 0
        _ = arena.reserve(end)
        arena.writable.update(from: row.bytes, count: end)
        arena.count = end
        builder.move(to: arena.base)
    }

    /// Keeps a value that no field holds.
    ///
    /// - Parameter name: of its column.
    mutating func keep(_ slot: Slot, _ name: String, _ cell: TableCell) {
        guard let value = Text(text(slot)) else { return }
        let range = row.range(of: cell)
        builder.other.append(
            OtherValue(place: name, value: value, bytes: range.start..<range.end))
    }

    // MARK: Findings

    /// Adds what was found in a cell.
    ///
    /// - Parameters:
    ///   - column: as the layout calls it; empty for a column that it does not have.
    ///   - severity: where it is not the rule's.
    ///   - expected: what would be right, never a value of the input.
    @inline(never)
    package mutating func report(
        _ rule: Rule, at cell: TableCell, column: String, severity: Severity? = nil,
        expected: String? = nil
    ) {
        let place = row.linePlace(of: cell)
        var finding = Finding(
            rule, at: row.range(of: cell), place: Place(segment: column), expected: expected,
            line: place.line, column: place.column, sheet: row.sheet, row: row.number)
        if let severity { finding.severity = severity }
        findings.append(finding)
    }

    /// Adds what was found in the row itself, or where a cell is missing.
    @inline(never)
    package mutating func report(
        _ rule: Rule, column: String = "", severity: Severity? = nil, expected: String? = nil
    ) {
        var finding = Finding(
            rule, at: row.range, place: Place(segment: column), expected: expected,
            line: row.line, column: row.line > 0 ? 1 : 0, sheet: row.sheet, row: row.number)
        if let severity { finding.severity = severity }
        findings.append(finding)
    }

    /// Adds findings that somebody else made of the row.
    package mutating func add(_ found: [Finding]) { findings += found }
}

/// The slots of a row by the columns of the layout.
private final class ColumnSlots {
    private(set) var slots: UnsafeMutablePointer<Slot>
    private(set) var days: UnsafeMutablePointer<Int32>
    private(set) var times: UnsafeMutablePointer<Int32>
    /// A bit for each.
    private(set) var open: UnsafeMutablePointer<UInt64>
    private var capacity = 64

    init() {
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: .none, count: capacity)
        days = .allocate(capacity: capacity)
        days.initialize(repeating: 0, count: capacity)
        times = .allocate(capacity: capacity)
        times.initialize(repeating: 0, count: capacity)
        open = .allocate(capacity: capacity / 64 + 1)
        open.initialize(repeating: 0, count: capacity / 64 + 1)
    }

    deinit {
        slots.deallocate()
        days.deallocate()
        times.deallocate()
        open.deallocate()
    }

    func clear(_ count: Int) {
        if count > capacity { grow(count) }
        slots.update(repeating: .none, count: count)
        days.update(repeating: 0, count: count)
        clearTimes()
    }

    func clearTimes() { times.update(repeating: 0, count: capacity) }

    private func grow(_ count: Int) {
        slots.deallocate()
        days.deallocate()
        times.deallocate()
        open.deallocate()
        capacity = count
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: .none, count: capacity)
        days = .allocate(capacity: capacity)
        days.initialize(repeating: 0, count: capacity)
        times = .allocate(capacity: capacity)
        times.initialize(repeating: 0, count: capacity)
        open = .allocate(capacity: capacity / 64 + 1)
        open.initialize(repeating: 0, count: capacity / 64 + 1)
    }
}

/// The bytes of a row that are not the input's; grows to the longest.
private final class RowArena {
    private(set) var writable: UnsafeMutablePointer<UInt8>
    private var capacity = 4096
    var count = 0
    /// As many bytes beyond the last are readable.
    private static let padding = 64

    init() {
        writable = .allocate(capacity: capacity + Self.padding)
        writable.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit { writable.deallocate() }

    var base: UnsafePointer<UInt8> { UnsafePointer(writable) }

    /// Makes room for so many bytes more; where all of them stand now.
    func reserve(_ more: Int) -> UnsafePointer<UInt8> {
        if count + more > capacity {
            let larger = max(capacity * 2, count + more)
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
            grown.update(from: writable, count: count)
            (grown + count).initialize(repeating: 0, count: larger + Self.padding - count)
            writable.deallocate()
            writable = grown
            capacity = larger
        }
        return base
    }
}
