import TableGrammar
import TableSyntax

// The columns of a layout as one file has them.
extension TableMatch {
    /// The file's column of that field of the record; `nil` where it has none.
    package func column(_ field: String) -> Int? {
        table.columns.indices.first { table.columns[$0].field == field && has($0) }
    }

    func has(_ column: Int) -> Bool { cells.indices.contains(column) && cells[column] >= 0 }

    /// As the layout calls it.
    func name(_ column: Int) -> String {
        table.columns.indices.contains(column) ? table.columns[column].name : ""
    }

    /// The cell of a column; `nil` where the row ends before it.
    package func cell(_ column: Int, of row: TableRow) -> TableCell? {
        guard has(column), cells[column] < row.cells.count else { return nil }
        return row.cells[cells[column]]
    }
}
