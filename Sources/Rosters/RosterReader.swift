import CareModel
import Diagnostics
import TableGrammar
import TableSyntax

/// Reads the rows of one table as roster entries: each as slots over its bytes.
///
/// Source: the layout that was recognized. Findings go to the reading; nothing is thrown, nothing
/// is dropped: what no field holds goes to `other`.
///
/// A class, so that nothing is copied for a row.
package final class RosterReader: Sendable {
    package let match: TableMatch
    private let plan: RowPlan
    /// Of the cell with the member's id; -1 where there is none.
    private let memberCell: Int
    /// The last cell of those that each row has a value in; -1 where there is none.
    private let lastValueCell: Int
    private let rules: RosterRules
    /// Whether records hold what a summary says of a roster.
    package let hasReceipts: Bool

    /// - Parameters:
    ///   - providers: names by provider, where the user has given a list of them.
    ///   - sheet: the name of the rows' sheet, where there is one.
    package init(_ match: TableMatch, providers: ProviderList? = nil, sheet: String? = nil) {
        self.match = match
        rules = RosterRules(match, providers: providers, sheet: sheet)
        plan = RowPlan(match)
        memberCell =
            match.table.columns.indices.first { match.table.columns[$0].field == "member.id" }
            .map { match.cells[$0] } ?? -1
        hasReceipts = match.table.columns.contains { $0.field?.hasPrefix("receipt.") == true }
        lastValueCell =
            match.table.columns.indices.filter { match.table.columns[$0].usage.contains(.value) }
            .map { match.cells[$0] }.max() ?? -1
    }

    /// Where the values of all records are.
    package var shape: RosterShape { RosterShape(plan) }

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
            ? .header : .table(other.spaced(like: match))
    }

    /// Whether a row says that it is a total, and says little else.
    private func isTotal(_ row: TableRow) -> Bool {
        let texts = row.cells.lazy.map { row.text($0).trimmed }.filter { !$0.isEmpty }
        guard let first = texts.first, texts.count * 2 <= max(match.width, 4) else { return false }
        return TotalWords.areAll(first) && !isPerson(row)
    }

    /// Whether a row without an id has both names of a person, who may be called Sum.
    private func isPerson(_ row: TableRow) -> Bool {
        ["member.name.last", "member.name.first"].allSatisfy { field in
            guard let column = match.table.columns.firstIndex(where: { $0.field == field }) else {
                return false
            }
            let cell = match.cells[column]
            guard row.cells.indices.contains(cell) else { return false }
            let text = row.text(row.cells[cell])
            return text.contains { $0 | 0x20 >= 0x61 } && !text.contains { 0x30...0x39 ~= $0 }
        }
    }

    /// Reads a row; what it says is in the reading until the next.
    package func read(_ row: TableRow, _ reading: inout RowReading) {
        reading.begin(row, plan)
        if row.cells.count >= plan.cellCount, let cells = row.cells.baseAddress {
            plan.readCells(cells, &reading)
        } else {
            readShort(row, &reading)
        }
        if !match.unknown.isEmpty { readUnknown(&reading) }
        if row.cells.count != match.width { readRagged(&reading) }
        rules.check(&reading)
    }

    /// Reads the cells of a row that has not all columns: those that are missing are empty, at its end.
    @inline(never)
    private func readShort(_ row: TableRow, _ reading: inout RowReading) {
        let missing = row.missingCell
        var cells = Array(row.cells)
        while cells.count < max(plan.cellCount, 1) { cells.append(missing) }
        cells.withUnsafeBufferPointer { cells in
            if let first = cells.baseAddress { plan.readCells(first, &reading) }
        }
    }

    /// The record that was read last; valid until the next.
    ///
    /// - Parameter reading: stays as it is.
    package func record(of reading: inout RowReading) -> RecordObject<RosterFields> {
        let slots = reading.builder.slots
        (slots + SlotPlan.record).update(repeating: .none, count: plan.slotCount)
        plan.link(UnsafePointer(reading.columnSlots), reading.builder.bytes, to: slots)
        return reading.builder.record(SlotPlan.record, as: RosterFields.self)
    }

    // MARK: What no field holds

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
        let isShifted = row.line > 0 && row.cells.count > match.roomyWidth
        if isFull {
            reading.report(.rowLong)
        } else if isShifted {
            // A delimiter at the end alone does no harm; where all values behind one are a column off,
            // some are none of their column.
            let isOdd = reading.findings.contains { $0.severity >= .warning }
            reading.report(.rowLong, severity: isOdd ? .error : .warning)
        }
    }

    /// Keeps the text of a cell, if it has any: a name is made only then, as a row may have thousands
    /// of empty cells before one that somebody wrote far off.
    @discardableResult
    private func keep(
        _ index: Int, _ name: @autoclosure () -> String, _ reading: inout RowReading
    ) -> Bool {
        let cell = reading.row.cells[index]
        let text = reading.row.text(cell)
        let kept = text.trimmedRange
        if kept.isEmpty { return false }
        let slot = Slot(
            start: cell.start + UInt32(truncatingIfNeeded: kept.lowerBound),
            extent: UInt32(truncatingIfNeeded: kept.count) | Slot.unusualFlag)
        reading.keep(slot, name(), cell)
        return true
    }
}
