import Rosters
import TableSyntax

/// Says what a table is: how it is written, its layout, how many rows it has.
enum TableInspection {
    /// Of text.
    static func text(
        _ name: String, _ opening: TableOpening, _ source: consuming InputSource
    ) -> String {
        var reader = TableBlockReader(source, widths: opening.match.table.widths)
        let dialect = reader.dialect
        let block = TableBlock()
        var rows = 0
        var bytes = dialect.openingCount
        while reader.next(block) {
            rows += block.rowCount
            bytes = block.endOffset
        }
        let form =
            switch dialect.form {
            case .fixed: "columns of fixed widths"
            case .delimited(let delimiter, _): "delimited by \(word(delimiter))"
            }
        return "\(name): roster, \(bytes) bytes, \(form), \(word(dialect.encoding))\n"
            + line(opening, rows: rows, sheet: nil)
    }

    /// Of a workbook, sheet by sheet.
    static func text(_ name: String, _ workbook: OpenWorkbook) -> String {
        var text = "\(name): workbook, \(workbook.byteCount) bytes, "
        text += "\(workbook.sheets.count) sheet\(workbook.sheets.count == 1 ? "" : "s")\n"
        for sheet in workbook.sheets {
            var rows = 0
            if workbook.reader.open(sheet.sheet) {
                while workbook.reader.next() != nil { rows += 1 }
            }
            let title =
                "sheet \(sheet.sheet.number) \(sheet.sheet.name)".shownAsName
                + (sheet.sheet.isHidden ? ", hidden" : "")
            switch sheet.content {
            case .table(let opening): text += line(opening, rows: rows, sheet: title)
            case .aside: text += "  \(title): no rows of the layout\n"
            case .empty: text += "  \(title): empty\n"
            case .unknown: text += "  \(title): \(rows) rows of no layout\n"
            }
        }
        return text
    }

    private static func line(_ opening: TableOpening, rows: Int, sheet: String?) -> String {
        let match = opening.match
        let below = max(0, rows - opening.headerRow)
        var text = "  \(sheet.map { "\($0): " } ?? "")layout \(match.layout.name) "
        text += "\(match.layout.version) (\(match.layout.certainty.rawValue)), "
        text += "\(match.width) columns, \(below) row\(below == 1 ? "" : "s")"
        if opening.headerRow > 1 { text += " below a header in row \(opening.headerRow)" }
        if !match.unknown.isEmpty {
            let count = match.unknown.count
            text += ", \(count) column\(count == 1 ? "" : "s") that it does not have"
        }
        return text + "\n"
    }

    private static func word(_ delimiter: UInt8) -> String {
        switch delimiter {
        case 0x09: "tabs"
        case UInt8(ascii: ","): "commas"
        case UInt8(ascii: ";"): "semicolons"
        default: String(UnicodeScalar(delimiter))
        }
    }

    private static func word(_ encoding: TableDialect.Encoding) -> String {
        switch encoding {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1252: "Windows-1252"
        }
    }
}
