import CareModel
import Diagnostics
import TableGrammar
import TableSyntax

/// Reads the rows of one table as roster entries: each as slots over its bytes.
///
/// Source: the layout that was recognized. Findings go to the reading; nothing is thrown, nothing
/// is dropped: what no field holds goes to `other`.
package struct RosterReader: Sendable {
    package let match: TableMatch
    private let columns: [ColumnPlan]
    /// Of the same columns.
    private let readers: [CellReader]
    private let slotCount: Int
    /// Of the cell with the member's id; -1 where there is none.
    private let memberCell: Int
    /// The last cell of those that each row has a value in; -1 where there is none.
    private let lastValueCell: Int
    private let rules: RosterRules
    /// What the readers of cells go by.
    private let facts: [ColumnFacts]

    /// - Parameter providers: names by provider, where the user has given a list of them.
    package init(_ match: TableMatch, providers: ProviderList? = nil) {
        self.match = match
        rules = RosterRules(match, providers: providers)
        var slots = SlotPlan()
        var columns: [ColumnPlan] = []
        var readers: [CellReader] = []
        var facts: [ColumnFacts] = []
        var memberCell = -1
        for (index, column) in match.table.columns.enumerated() where match.cells[index] >= 0 {
            let path = column.field.flatMap { FieldPath($0, in: RosterFields.self) }
            if column.field == "member.id" { memberCell = match.cells[index] }
            let fact = ColumnFacts(column, at: index)
            facts.append(fact)
            readers.append(CellReader(fact))
            columns.append(
                ColumnPlan(
                    column: index, cell: match.cells[index],
                    target: path.map { slots.target(of: $0) } ?? .other))
        }
        self.columns = columns
        self.readers = readers
        self.facts = facts
        self.memberCell = memberCell
        lastValueCell =
            match.table.columns.indices.filter { match.table.columns[$0].usage.contains(.value) }
            .map { match.cells[$0] }.max() ?? -1
        slotCount = slots.count
    }

    /// Where the values of all records are: their own slots begin at `record`, a value or list may be
    /// in each that is `filled`, and those of an object begin where `objects` says for the slot that
    /// holds it.
    package var shape: (record: Int, filled: Set<Int>, objects: [Int: Int]) {
        var filled: Set<Int> = []
        var objects: [Int: Int] = [:]
        for target in columns.map(\.target) where target.slot > 0 {
            filled.insert(target.slot)
            for link in [target.first, target.second] where link.slot > 0 {
                objects[link.slot] = Int(link.value.start)
            }
        }
        return (SlotPlan.record, filled, objects)
    }

    /// What a row is.
    package enum RowKind: Sendable {
        case record
        /// Nothing but blanks.
        case blank
        /// It names the columns once more.
        case header
        /// It names the columns of another table.
        case table(TableMatch)
        /// It adds up the rows above.
        case total
    }

    /// Whether a row is a record beyond doubt: its member's id begins with a digit.
    @inline(__always)
    package func isRecord(_ row: TableRow) -> Bool {
        guard memberCell >= 0, memberCell < row.cells.count else { return false }
        let cell = row.cells[memberCell]
        return cell.count > 0 && row.bytes[Int(cell.start)] &- 0x30 < 10
    }

    /// What a row is.
    package func kind(
        of row: TableRow, _ recognition: LayoutRecognition, sheet: String?, file: String
    ) -> RowKind {
        isRecord(row)
            ? .record : unusualKind(of: row, recognition, sheet: sheet, file: file)
    }

    @inline(never)
    private func unusualKind(
        of row: TableRow, _ recognition: LayoutRecognition, sheet: String?, file: String
    ) -> RowKind {
        if row.holdsNothing { return .blank }
        if isTotal(row) { return .total }
        guard recognition.mayBeHeader(row),
            case .fits(let other) = recognition.verdict(on: row, sheet: sheet, file: file)
        else { return .record }
        return other.cells == match.cells && other.layout.name == match.layout.name
            ? .header : .table(other)
    }

    private static let totals = ["total", "totals", "grandtotal", "sum", "count", "recordcount"]
        .map { HeaderName($0) }

    /// Whether a row says that it is a total, and says little else.
    private func isTotal(_ row: TableRow) -> Bool {
        let texts = row.cells.lazy.map { row.text($0) }.filter { text in
            text.contains { $0 > 0x20 }
        }
        guard let first = texts.first, texts.count * 2 <= max(match.width, 4) else { return false }
        let name = HeaderName(first.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") })
        return Self.totals.contains(name)
    }

    /// Reads a row; what it says is in the reading until the next.
    package func read(_ row: TableRow, _ reading: inout RowReading) {
        reading.begin(row, columnCount: match.table.columns.count)
        _ = reading.builder.add(slotCount: slotCount)
        columns.withUnsafeBufferPointer { columns in
            readers.withUnsafeBufferPointer { readers in
                guard let column = columns.baseAddress, let reader = readers.baseAddress else {
                    return
                }
                readCells(of: row, column, reader, columns.count, &reading)
            }
        }
        if !match.unknown.isEmpty { readUnknown(&reading) }
        if row.cells.count != match.width { readRagged(&reading) }
        rules.check(&reading)
    }

    /// Reads the cells of all columns that the file has.
    @inline(__always)
    private func readCells(
        of row: TableRow, _ columns: UnsafePointer<ColumnPlan>,
        _ readers: UnsafePointer<CellReader>, _ count: Int, _ reading: inout RowReading
    ) {
        let slots = reading.builder.slots
        let values = reading.columnSlots
        let days = reading.columnDays
        var content: UInt64 = 0
        var (column, reader) = (columns, readers)
        for _ in 0..<count {
            let index = column.pointee.cell
            let cell = index < row.cells.count ? row.cells[index] : TableCell(missingIn: row)
            let slot = CellReader.read(reader, cell, in: row, &reading)
            if !slot.isEmpty {
                let base = reading.builder.bytes + Int(slot.start)
                values[column.pointee.column] = slot
                if reader.pointee.isDate, slot.count == 8 {
                    days[column.pointee.column] = CalendarDate.number(base)
                }
                content &+= ContentHash.number(base, slot.count, column.pointee.salt)
                if !put(slot, base, column, slots) {
                    keep(slot, reader.pointee.facts.name, cell, &reading)
                }
            }
            column += 1
            reader += 1
        }
        reading.content = content
    }

    /// The record that was read last; valid until the next.
    package func record(of reading: RowReading) -> RecordObject<RosterFields> {
        reading.builder.record(SlotPlan.record, as: RosterFields.self)
    }

    /// Puts a value into its field; `false` where none can hold it.
    @inline(__always)
    private func put(
        _ slot: Slot, _ base: UnsafePointer<UInt8>, _ column: UnsafePointer<ColumnPlan>,
        _ slots: UnsafeMutablePointer<Slot>
    ) -> Bool {
        let place = column.pointee.target.slot
        if place == 0 { return false }
        if column.pointee.target.isFlag, !RosterReader.isFlag(base, slot.count) { return false }
        let element = column.pointee.target.element
        if element == 0 {
            slots[place] = slot
        } else {
            slots[element + 1] = slot
            if slots[place].isEmpty {
                slots[place] = Slot(object: element)
            } else {
                let index = UInt32(truncatingIfNeeded: element)
                slots[Int(slots[place].extent)].start = index
                slots[place].extent = index
            }
        }
        slots[column.pointee.target.first.slot] = column.pointee.target.first.value
        slots[column.pointee.target.second.slot] = column.pointee.target.second.value
        return true
    }

    /// Whether a value is Y or N.
    @inline(__always)
    private static func isFlag(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        count == 1 && (base[0] == UInt8(ascii: "Y") || base[0] == UInt8(ascii: "N"))
    }

    // MARK: What no field holds

    @inline(never)
    private func keep(
        _ slot: Slot, _ name: String, _ cell: TableCell, _ reading: inout RowReading
    ) {
        guard let value = Text(reading.text(slot)) else { return }
        let range = reading.row.range(of: cell)
        reading.builder.other.append(
            OtherValue(place: name, value: value, bytes: range.start..<range.end))
    }

    private func readUnknown(_ reading: inout RowReading) {
        for column in match.unknown where column.index < reading.row.cells.count {
            keep(column.index, column.name, &reading)
        }
    }

    /// A row that has more cells than the header, or in text fewer.
    @inline(never)
    private func readRagged(_ reading: inout RowReading) {
        let row = reading.row
        guard row.cells.count > match.width else {
            // Spreadsheets leave out blank cells at the end, but never those that have values.
            let isCut = row.cells.count <= lastValueCell
            if row.line > 0 { reading.report(.rowShort, severity: isCut ? .error : nil) }
            return
        }
        var isFull = false
        for index in match.width..<row.cells.count {
            isFull = keep(index, "column \(index + 1)", &reading) || isFull
        }
        if isFull { reading.report(.rowLong) }
    }

    /// Keeps the text of a cell, if it has any.
    @discardableResult
    private func keep(_ index: Int, _ name: String, _ reading: inout RowReading) -> Bool {
        let cell = reading.row.cells[index]
        let text = reading.row.text(cell)
        guard let first = text.firstIndex(where: { $0 > 0x20 }),
            let last = text.lastIndex(where: { $0 > 0x20 })
        else { return false }
        let slot = Slot(
            start: cell.start + UInt32(truncatingIfNeeded: first),
            extent: UInt32(truncatingIfNeeded: last - first + 1) | Slot.unusualFlag)
        keep(slot, name, cell, &reading)
        return true
    }
}

extension TableCell {
    /// A cell that a row is too short to have: empty, at its end.
    fileprivate init(missingIn row: TableRow) {
        self.init(
            start: 0, count: 0, inputStart: UInt32(truncatingIfNeeded: row.range.count),
            kind: .empty, isPlain: true)
    }
}

extension TableRow {
    /// Whether no cell holds anything but blanks, tabs, line ends and the mark at the end of files
    /// of DOS.
    package var holdsNothing: Bool {
        cells.allSatisfy { cell in
            text(cell).allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0x1A }
        }
    }
}
