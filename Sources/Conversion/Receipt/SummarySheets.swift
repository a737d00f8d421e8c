import TableSyntax

/// The sheets of a summary, whole, as they are written into the receipt.
struct SummarySheets {
    struct Sheet {
        var name: String
        var rows: [[WorkbookCell]] = []
        /// Index of the row that names the columns.
        var header: Int?
        /// Indices of rows that count a roster.
        var counted: [Int] = []
    }

    private(set) var sheets: [Sheet] = []
    private var opening: TableOpening?

    /// A summary has a few rows; what has more is none.
    private static let limit = 10_000
    private static let layout = "summary"

    /// - Throws: why it is no summary.
    init(_ input: String) throws(ConversionFailure) {
        var sheets: [Sheet] = []
        var opening: TableOpening?
        var isForeign = false
        var count = 0
        try TableWalk.walk(input) { event in
            switch event {
            case .table(let found):
                isForeign = isForeign || found.match.layout.name != SummarySheets.layout
                opening = opening ?? found
                sheets.append(Sheet(name: "SUMMARY"))
            case .row(let row, let isRecord):
                count += 1
                guard count <= SummarySheets.limit else { return }
                let last = sheets.count - 1
                if isRecord { sheets[last].counted.append(sheets[last].rows.count) }
                sheets[last].rows.append(SummarySheets.cells(row))
            case .other(let row, let name):
                count += 1
                guard count <= SummarySheets.limit else { return }
                SummarySheets.add(row, named: name, to: &sheets)
            }
        }
        guard !isForeign, count <= SummarySheets.limit, opening != nil else {
            throw .unknownKind("this is no summary of a roster")
        }
        self.sheets = sheets
        self.opening = opening
    }

    /// Adds a row that is none of a table's, or names its columns.
    private static func add(_ row: TableRow, named name: String, to sheets: inout [Sheet]) {
        if sheets.isEmpty || !name.isEmpty && sheets[sheets.count - 1].name != name {
            let isFresh = sheets.last?.rows.isEmpty == true
            if isFresh {
                sheets[sheets.count - 1].name = name
            } else {
                sheets.append(Sheet(name: name))
            }
        }
        sheets[sheets.count - 1].header = sheets[sheets.count - 1].rows.count
        sheets[sheets.count - 1].rows.append(cells(row))
    }

    private static func cells(_ row: TableRow) -> [WorkbookCell] {
        row.cells.map { cell in
            let text = String(decoding: row.text(cell), as: UTF8.self)
            if text.isEmpty { return .empty }
            return cell.kind == .number ? .number(text) : .text(text)
        }
    }

    // MARK: Counts

    /// Fills in what was received.
    ///
    /// Where the summary has a row for each sheet of the roster, each gets its own counts; else the
    /// first row gets the rows of all sheets, and the columns of the first.
    ///
    /// - Throws: where the summary has no place for them.
    mutating func fill(
        _ counts: [TableCounts], day: String
    ) throws(ConversionFailure) -> [Receipt.Line] {
        let rows = sheets.indices.flatMap { sheet in sheets[sheet].counted.map { (sheet, $0) } }
        guard let first = counts.first, !rows.isEmpty, let opening else {
            throw .unknownKind("this summary has no row to fill in")
        }
        let sum = TableCounts(rows: counts.reduce(0) { $0 + $1.rows }, columns: first.columns)
        let received = rows.count == counts.count ? counts : [sum]
        var lines: [Receipt.Line] = []
        for ((sheet, row), count) in zip(rows, received) {
            let place = SummaryColumns(opening)
            let cells = sheets[sheet].rows[row]
            lines.append(
                Receipt.Line(
                    sentRows: place.number(.sentRows, cells),
                    sentColumns: place.number(.sentColumns, cells), receivedRows: count.rows,
                    receivedColumns: count.columns))
            try place.set(.receivedRows, .number(String(count.rows)), &sheets[sheet].rows[row])
            try place.set(
                .receivedColumns, .number(String(count.columns)), &sheets[sheet].rows[row])
            try place.set(.receivedTime, .text(day), &sheets[sheet].rows[row])
        }
        return lines
    }
}

/// Where the columns of a summary stand.
private struct SummaryColumns {
    enum Column: String {
        case sentRows = "receipt.sentRows"
        case sentColumns = "receipt.sentColumns"
        case receivedRows = "receipt.receivedRows"
        case receivedColumns = "receipt.receivedColumns"
        case receivedTime = "receipt.receivedTime"
    }

    private let opening: TableOpening
    /// Counts have fewer digits; what has more may be anything.
    private static let longest = 7

    init(_ opening: TableOpening) { self.opening = opening }

    private func index(_ column: Column) -> Int? {
        let match = opening.match
        guard let place = match.table.columns.firstIndex(where: { $0.field == column.rawValue }),
            match.cells[place] >= 0
        else { return nil }
        return match.cells[place]
    }

    func number(_ column: Column, _ cells: [WorkbookCell]) -> Int? {
        guard let index = index(column), index < cells.count else { return nil }
        switch cells[index] {
        case .number(let digits), .text(let digits):
            return digits.utf8.count <= SummaryColumns.longest ? Int(digits) : nil
        case .empty, .date: return nil
        }
    }

    func set(
        _ column: Column, _ cell: WorkbookCell, _ cells: inout [WorkbookCell]
    ) throws(ConversionFailure) {
        guard let index = index(column) else {
            throw .unknownKind("this summary has no columns for what is received")
        }
        while cells.count <= index { cells.append(.empty) }
        cells[index] = cell
    }
}
