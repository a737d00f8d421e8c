import TableSyntax

/// How many rows and columns came of a roster.
struct TableCounts: Hashable, Sendable {
    /// Rows with something in them, without the header and what stands above it.
    var rows: Int
    /// Columns that the header names.
    var columns: Int
}

extension TableCounts {
    /// Counts each table of an input: each sheet of a workbook that has one, or the text.
    ///
    /// - Throws: why it is no table, or cannot be read to its end.
    static func count(_ input: String) throws(ConversionFailure) -> [TableCounts] {
        var counts: [TableCounts] = []
        try TableWalk.walk(input) { event in
            switch event {
            case .table(let opening):
                counts.append(TableCounts(rows: 0, columns: opening.match.width))
            case .row(let row): if !row.holdsNothing { counts[counts.count - 1].rows += 1 }
            case .other: break
            }
        }
        return counts
    }
}

/// Goes through the rows of the tables of one input.
enum TableWalk {
    enum Event {
        /// A table begins; of text, and of each sheet that has one.
        case table(TableOpening)
        /// A row beneath its header; valid only inside the call.
        case row(TableRow)
        /// A row above the header, the header, or one of a sheet without a table.
        case other(TableRow, sheet: String)
    }

    /// - Throws: why it is no table, or cannot be read to its end.
    static func walk(
        _ input: String, _ body: (Event) -> Void
    ) throws(ConversionFailure) {
        var opened = try InputQueue.openOneTable(input, .shipped)
        if let workbook = opened.workbook {
            walk(workbook, body)
        } else if let opening = opened.table, let source = opened.source.take() {
            try walk(source, opening, body)
        }
    }

    private static func walk(
        _ source: consuming InputSource, _ opening: TableOpening, _ body: (Event) -> Void
    ) throws(ConversionFailure) {
        let end = source.end
        var reader = TableReader(source)
        body(.table(opening))
        while let row = reader.next() {
            body(row.number > opening.headerRow ? .row(row) : .other(row, sheet: ""))
        }
        if let failure = end.failure { throw failure }
    }

    private static func walk(_ workbook: OpenWorkbook, _ body: (Event) -> Void) {
        for sheet in workbook.sheets {
            var header = Int.max
            if case .table(let opening) = sheet.content {
                body(.table(opening))
                header = opening.headerRow
            }
            let isOpen = workbook.reader.open(sheet.sheet)
            while isOpen, let row = workbook.reader.next() {
                body(row.number > header ? .row(row) : .other(row, sheet: sheet.sheet.name))
            }
        }
    }
}
