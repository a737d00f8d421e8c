import TableSyntax

/// How many rows and columns came of a roster.
struct TableCounts: Hashable, Sendable {
    /// Rows that are records: neither header nor title, blank, or a sum of others.
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
        // A roster may bring its summary on a sheet of its own, which is none of its rows.
        var hasSummary = false
        var isSummary = false
        try TableWalk.walk(input) { event in
            switch event {
            case .table(let opening):
                isSummary = opening.match.layout.name == SummarySheets.layout
                if isSummary {
                    hasSummary = true
                } else {
                    counts.append(TableCounts(rows: 0, columns: opening.match.width))
                }
            case .row(_, let isRecord):
                if isRecord, !isSummary { counts[counts.count - 1].rows += 1 }
            case .other: break
            }
        }
        if hasSummary, counts.isEmpty { throw .otherKind("this is a summary, and no roster") }
        return counts
    }
}

/// Goes through the rows of the tables of one input.
enum TableWalk {
    enum Event {
        /// A table begins; of text, and of each sheet that has one.
        case table(TableOpening)
        /// A row of it, and whether it is a record; valid only inside the call.
        case row(TableRow, isRecord: Bool)
        /// A row above the header, the header, or one of a sheet without a table.
        case other(TableRow, sheet: String)
    }

    /// - Throws: why it is no table, or cannot be read to its end.
    static func walk(
        _ input: String, _ body: (Event) -> Void
    ) throws(ConversionFailure) {
        var opened = try InputQueue.openOneTable(input, .shipped)
        if let workbook = opened.workbook {
            try walk(workbook, body)
        } else if let opening = opened.table, let source = opened.source.take() {
            try walk(source, opening, body)
        }
    }

    private static func walk(
        _ source: consuming InputSource, _ opening: TableOpening, _ body: (Event) -> Void
    ) throws(ConversionFailure) {
        let end = source.end
        var reader = TableReader(source)
        var rows = RecordRows(opening, LayoutChoice.shipped.recognition)
        body(.table(opening))
        while let row = reader.next() {
            let kind = rows.kind(of: row)
            body(
                kind.isInTable
                    ? .row(row, isRecord: kind.isRecord) : .other(row, sheet: ""))
        }
        if let failure = end.failure { throw failure }
    }

    private static func walk(
        _ workbook: OpenWorkbook, _ body: (Event) -> Void
    ) throws(ConversionFailure) {
        for sheet in workbook.sheets {
            let name = sheet.sheet.name
            var rows: RecordRows?
            if case .table(let opening) = sheet.content {
                body(.table(opening))
                rows = RecordRows(opening, LayoutChoice.shipped.recognition, sheet: name)
            }
            let isOpen = workbook.reader.open(sheet.sheet)
            while isOpen, let row = workbook.reader.next() {
                let kind = rows?.kind(of: row)
                body(
                    kind?.isInTable == true
                        ? .row(row, isRecord: kind?.isRecord == true) : .other(row, sheet: name))
            }
        }
        try workbook.checkLosses()
    }
}
