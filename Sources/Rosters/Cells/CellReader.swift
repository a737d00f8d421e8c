import CareModel
import Diagnostics
import TableGrammar
import TableSyntax

/// Reads the cells of one column: the slot of each, and what is wrong with it.
package struct CellReader: Sendable {
    private let name: String
    private let isDate: Bool
    private let formats: [DateFormat]

    package init(_ column: LayoutColumn) {
        name = column.name
        isDate = column.type == "date"
        formats = column.formats
    }

    /// The slot of a cell, empty where the cell is; findings go to the reading.
    @inline(__always)
    package func read(
        _ cell: TableCell, in row: TableRow, _ reading: inout RowReading
    ) -> Slot {
        var start = Int(cell.start)
        var end = start + Int(cell.count)
        while end > start, row.bytes[end - 1] <= 0x20 { end -= 1 }
        while start < end, row.bytes[start] <= 0x20 { start += 1 }
        let extent = UInt32(truncatingIfNeeded: end - start)
        return Slot(
            start: UInt32(truncatingIfNeeded: start),
            extent: end == start ? 0 : extent | (cell.isPlain ? 0 : Slot.unusualFlag))
    }
}
