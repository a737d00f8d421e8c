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
        var facts: [ColumnFacts] = []
        var memberCell = -1
        for (index, column) in match.table.columns.enumerated() where match.cells[index] >= 0 {
            let path = column.field.flatMap { FieldPath($0, in: RosterFields.self) }
            if column.field == "member.id" { memberCell = match.cells[index] }
            let fact = ColumnFacts(column, at: index)
            facts.append(fact)
            columns.append(
                ColumnPlan(
                    column: index, cell: match.cells[index], reader: CellReader(fact),
                    target: path.map { slots.target(of: $0) } ?? .other))
        }
        self.columns = columns
        self.facts = facts
        self.memberCell = memberCell
        lastValueCell =
            match.table.columns.indices.filter { match.table.columns[$0].usage.contains(.value) }
            .map { match.cells[$0] }.max() ?? -1
        slotCount = slots.count
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

    /// What a row is, by a look at the member's id where there is one.
    @inline(__always)
    package func kind(
        of row: TableRow, _ recognition: LayoutRecognition, sheet: String?, file: String
    ) -> RowKind {
        if memberCell >= 0, memberCell < row.cells.count {
            let cell = row.cells[memberCell]
            if cell.count > 0, row.bytes[Int(cell.start)] &- 0x30 < 10 { return .record }
        }
        return unusualKind(of: row, recognition, sheet: sheet, file: file)
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
        let count = row.cells.count
        columns.withUnsafeBufferPointer { columns in
            for index in columns.indices {
                let cell =
                    columns[index].cell < count
                    ? row.cells[columns[index].cell] : TableCell(missingIn: row)
                let slot = columns[index].reader.read(cell, in: row, &reading)
                if slot.isEmpty { continue }
                reading.set(columns[index].column, slot)
                if !put(slot, columns[index].target, &reading) {
                    keep(slot, columns[index].reader.facts.name, cell, &reading)
                }
            }
        }
        if !match.unknown.isEmpty { readUnknown(&reading) }
        if count != match.width { readRagged(&reading) }
        rules.check(&reading)
    }

    /// The record that was read last; valid until the next.
    package func record(of reading: RowReading) -> RecordObject<RosterFields> {
        reading.builder.record(SlotPlan.record, as: RosterFields.self)
    }

    /// Puts a value into its field; `false` where none can hold it.
    @inline(__always)
    private func put(
        _ slot: Slot, _ target: ColumnPlan.Target, _ reading: inout RowReading
    ) -> Bool {
        let slots = reading.builder.slots
        switch target {
        case .other: return false
        case .slot(let place, let kind, let links):
            if kind == .flag, !reading.isFlag(slot) { return false }
            slots[place] = slot
            links.connect(slots)
        case .element(let list, let object, let links):
            slots[object + 1] = slot
            if slots[list].isEmpty {
                slots[list] = Slot(object: object)
            } else {
                let index = UInt32(truncatingIfNeeded: object)
                slots[Int(slots[list].extent)].start = index
                slots[list].extent = index
            }
            links.connect(slots)
        }
        return true
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
