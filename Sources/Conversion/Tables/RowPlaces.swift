import Diagnostics
import Output
import TableSyntax

extension RowAddress {
    @inline(__always)
    init(_ row: TableRow) { self.init(sheet: row.sheet, row: row.number, bytes: row.range) }
}

extension Finding {
    /// A finding at a row, or one of its cells.
    init(_ rule: Rule, at row: TableRow, cell: Int? = nil, expected: String? = nil) {
        let found = cell.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
        let place =
            found.map { row.linePlace(of: $0) } ?? (line: row.line, column: row.line > 0 ? 1 : 0)
        self.init(
            rule, at: found.map { row.range(of: $0) } ?? row.range,
            place: Place(segment: cell.map { "column \($0 + 1)" } ?? ""), expected: expected,
            line: place.line, column: place.column, sheet: row.sheet, row: row.number)
    }
}
