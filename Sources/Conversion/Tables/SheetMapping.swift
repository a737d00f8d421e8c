import Diagnostics
import TableSyntax

// How the rows of a workbook come to a mapper, whatever becomes of them.
extension RowMapper where Product: ~Copyable {
    /// Begins a sheet; `false` where it has no rows that can be read.
    mutating func begin(_ sheet: OpenWorkbook.Sheet, of workbook: OpenWorkbook) -> Bool {
        let number = sheet.sheet.number
        switch sheet.content {
        case .table(let opening):
            begin(opening, sheet: sheet.sheet.name, number: number)
            if sheet.sheet.isHidden {
                tell([Finding(.sheetHidden, at: ByteRange(0, 0), sheet: number)])
            }
        case .unknown:
            beginUnknown(sheet: sheet.sheet.name)
            tell([Finding(.sheetUnknown, at: ByteRange(0, 0), sheet: number)])
        case .empty, .aside: beginUnknown(sheet: sheet.sheet.name)
        }
        return workbook.reader.open(sheet.sheet)
    }

    /// Maps the next row of a sheet; `false` at the end.
    mutating func mapRow(of sheet: OpenWorkbook.Sheet, in workbook: OpenWorkbook) -> Bool {
        guard let row = workbook.reader.next() else { return false }
        map(row, of: sheet, in: workbook)
        return true
    }

    /// Maps a row of a sheet.
    mutating func map(_ row: TableRow, of sheet: OpenWorkbook.Sheet, in workbook: OpenWorkbook) {
        let found = Finding.located(workbook.reader.takeFindings(), sheet.sheet.number)
        switch sheet.content {
        case .table:
            map(row, found: found, isHidden: workbook.reader.isRowHidden) {
                $0.withJoinedCells($1)
            }
        case .unknown, .empty:
            tell(found)
            setAsideUnknown(row) { $0.withJoinedCells($1) }
        case .aside:
            // Nothing there is read, but it is told what keeps it from being seen whole.
            tell(found.filter { WorkbookLoss.phrase([$0]) != nil })
            mapAside(row) { $0.withJoinedCells($1) }
        }
    }

    /// Ends a sheet.
    mutating func end(_ sheet: OpenWorkbook.Sheet, of workbook: OpenWorkbook) {
        tell(Finding.located(workbook.reader.takeFindings(), sheet.sheet.number))
        if case .table = sheet.content {
            end(at: ByteRange(0, 0), sheet: sheet.sheet.number)
        }
        if sheet.sheet.number == workbook.sheets.last?.sheet.number { tellEmptySheets() }
    }
}

extension Finding {
    /// Findings of the reader of workbooks, which say row and column as line and column.
    fileprivate static func located(_ findings: [Finding], _ sheet: Int) -> [Finding] {
        findings.map { finding in
            Finding(
                finding.rule, at: ByteRange(0, 0),
                place: Place(segment: finding.column > 0 ? "column \(finding.column)" : ""),
                expected: finding.expected, sheet: sheet, row: finding.line)
        }
    }
}
