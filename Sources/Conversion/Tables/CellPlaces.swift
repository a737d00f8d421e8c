import Diagnostics
import Rosters
import TableSyntax

/// Where the cells stand that findings across rows are about: rules that compare rows know of each only
/// where it stands, so that its block is read once more where they found something.
enum CellPlaces {
    /// - Parameters:
    ///   - cursor: at the start of the block with the rows.
    ///   - match: what columns a row has, by its number.
    static func narrowed(
        _ findings: [Finding], _ cursor: inout TableCursor, _ match: (Int) -> TableMatch
    ) -> [Finding] {
        var found = findings
        var rows = Dictionary(
            grouping: findings.indices.filter { findings[$0].isOfCell }, by: { findings[$0].row })
        while !rows.isEmpty, let row = cursor.next() {
            guard let indices = rows.removeValue(forKey: row.number) else { continue }
            let match = match(row.number)
            for index in indices where found[index].range == row.range {
                let name = found[index].place.segment
                guard let column = match.table.columns.firstIndex(where: { $0.name == name })
                else { continue }
                found[index] = found[index].moved(
                    to: match.cell(column, of: row) ?? row.missingCell, of: row)
            }
        }
        return found
    }
}

extension Finding {
    /// Whether it is about a row of a text, and names a column.
    fileprivate var isOfCell: Bool { row > 0 && line > 0 && place.segment.utf8.count > 0 }

    /// The same, of a cell of its row.
    fileprivate func moved(to cell: TableCell, of row: TableRow) -> Finding {
        let place = row.linePlace(of: cell)
        var finding = Finding(
            rule, at: row.range(of: cell), place: self.place, expected: expected,
            line: place.line, column: place.column, sheet: sheet, row: self.row,
            related: related, relatedRow: relatedRow, relatedSheet: relatedSheet)
        finding.severity = severity
        finding.isInherited = isInherited
        return finding
    }
}

extension RowMapper where Product: ~Copyable {
    /// The columns of a row that was mapped, by its number.
    ///
    /// - Parameter first: those of the first row.
    borrowing func match(ofRow number: Int, _ first: TableMatch) -> TableMatch {
        let table = tables.last { table in
            facts.indices.contains(table.first) && facts[table.first].row <= number
        }
        return table?.match ?? first
    }
}
