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
        /// Where its columns stand; `nil` where it has no table.
        var columns: SummaryColumns?
    }

    private(set) var sheets: [Sheet] = []

    /// A summary has a few rows; what has more is none.
    private static let limit = 10_000
    static let layout = "summary"

    /// - Throws: why it is no summary.
    init(_ input: String) throws(ConversionFailure) {
        var sheets: [Sheet] = []
        var hasTable = false
        var isForeign = false
        var count = 0
        try TableWalk.walk(input) { event in
            switch event {
            case .table(let found):
                isForeign = isForeign || found.match.layout.name != SummarySheets.layout
                hasTable = true
                sheets.append(Sheet(name: "SUMMARY", columns: SummaryColumns(found)))
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
        guard !isForeign, count <= SummarySheets.limit, hasTable else {
            throw .otherKind("this is no summary of a roster")
        }
        self.sheets = sheets
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
    /// rows of all sheets, and the columns of the first, go to its only row, or of several to those
    /// that count so: the others are of other rosters.
    ///
    /// - Returns: what was filled in, and how many rows stay as they are.
    /// - Throws: where the summary has no place for them.
    mutating func fill(
        _ counts: [TableCounts], day: String
    ) throws(ConversionFailure) -> (lines: [Receipt.Line], otherRows: Int) {
        let rows = sheets.indices.flatMap { sheet in sheets[sheet].counted.map { (sheet, $0) } }
        guard let first = counts.first, !rows.isEmpty else {
            throw .otherKind("this summary has no row to fill in")
        }
        let sum = TableCounts(rows: counts.reduce(0) { $0 + $1.rows }, columns: first.columns)
        let received = rows.count == counts.count ? counts : rows.map { _ in sum }
        let wanted = rows.count == counts.count ? Array(rows.indices) : matching(sum, rows)
        var lines: [Receipt.Line] = []
        for index in wanted {
            let ((sheet, row), count) = (rows[index], received[index])
            guard let place = sheets[sheet].columns else { continue }
            let cells = sheets[sheet].rows[row]
            lines.append(
                Receipt.Line(
                    sentRows: place.number(.sentRows, cells),
                    sentColumns: place.number(.sentColumns, cells), receivedRows: count.rows,
                    receivedColumns: count.columns,
                    isUnread: place.isUnread(.sentRows, cells)
                        || place.isUnread(.sentColumns, cells)))
            try place.set(.receivedRows, .number(String(count.rows)), &sheets[sheet].rows[row])
            try place.set(
                .receivedColumns, .number(String(count.columns)), &sheets[sheet].rows[row])
            try place.set(.receivedTime, .text(day), &sheets[sheet].rows[row])
        }
        return (lines, rows.count - wanted.count)
    }

    /// Of several rows the indices of those that count a roster: the ones with its number of rows, or
    /// where none has, without a number; and of these the ones with its number of columns, if any.
    private func matching(_ counts: TableCounts, _ rows: [(sheet: Int, row: Int)]) -> [Int] {
        if rows.count == 1 { return [0] }
        func said(_ column: SummaryColumns.Column, _ index: Int) -> Int? {
            let (sheet, row) = rows[index]
            return sheets[sheet].columns?.number(column, sheets[sheet].rows[row])
        }
        func isSilent(_ index: Int) -> Bool {
            let (sheet, row) = rows[index]
            let isUnread = sheets[sheet].columns?.isUnread(.sentRows, sheets[sheet].rows[row])
            return said(.sentRows, index) == nil && isUnread == false
        }
        let equal = rows.indices.filter { said(.sentRows, $0) == counts.rows }
        let alike = equal.isEmpty ? rows.indices.filter(isSilent) : equal
        let exact = alike.filter { said(.sentColumns, $0) == counts.columns }
        return exact.isEmpty ? alike : exact
    }
}
