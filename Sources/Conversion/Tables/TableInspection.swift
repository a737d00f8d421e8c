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
        var cursor = TableCursor(dialect)
        var rows = 0
        var bytes = dialect.openingCount
        var records = RecordRows(opening, LayoutChoice.shipped.recognition)
        while reader.next(block) {
            cursor.open(block)
            while let row = cursor.next() {
                if records.kind(of: row).isRecord { rows += 1 }
            }
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

    /// Of a workbook, sheet by sheet; and what of it was lost.
    static func text(
        _ name: String, _ workbook: OpenWorkbook
    ) -> (text: String, failure: ConversionFailure?) {
        var text = "\(name): workbook, \(workbook.byteCount) bytes, "
        text += "\(workbook.sheets.count) sheet\(workbook.sheets.count == 1 ? "" : "s")\n"
        let names = workbook.knownNames
        for sheet in workbook.sheets {
            let rows = count(sheet, in: workbook)
            // Other names than those of layouts may be a member's.
            let name = names[sheet.sheet.number].map { " \($0)" } ?? ""
            let title =
                "sheet \(sheet.sheet.number)\(name)" + (sheet.sheet.isHidden ? ", hidden" : "")
            switch sheet.content {
            case .table(let opening): text += line(opening, rows: rows ?? 0, sheet: title)
            case .aside: text += "  \(title): no rows of the layout\n"
            case .empty:
                text += "  \(title): \(rows == nil ? "cannot be read" : "empty")\n"
            case .unknown: text += "  \(title): \(rows ?? 0) rows of no layout\n"
            }
        }
        do throws(ConversionFailure) {
            try workbook.checkLosses()
            return (text, nil)
        } catch {
            return (text, error)
        }
    }

    /// How many records a sheet has, or of a sheet of no layout, rows with something in them; `nil`
    /// where it cannot be read.
    private static func count(_ sheet: OpenWorkbook.Sheet, in workbook: OpenWorkbook) -> Int? {
        guard workbook.reader.open(sheet.sheet) else { return nil }
        var records: RecordRows?
        if case .table(let opening) = sheet.content {
            records = RecordRows(
                opening, LayoutChoice.shipped.recognition, sheet: sheet.sheet.name)
        }
        var count = 0
        while let row = workbook.reader.next() {
            if records?.kind(of: row).isRecord ?? !row.holdsNothing { count += 1 }
        }
        return count
    }

    private static func line(_ opening: TableOpening, rows: Int, sheet: String?) -> String {
        let match = opening.match
        var text = "  \(sheet.map { "\($0): " } ?? "")layout \(match.layout.name) "
        text += "\(match.layout.version) (\(match.layout.certainty.rawValue)), "
        text += "\(match.width) columns, \(rows) row\(rows == 1 ? "" : "s")"
        if opening.headerRow > 1 { text += " and a header in row \(opening.headerRow)" }
        // Those without a name may hold nothing.
        let count = match.unknown.count { !$0.isNameless }
        if count > 0 {
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
