import Diagnostics
import Output
import Rosters
import TableSyntax

/// Converts the sheets of one workbook, one after another.
struct WorkbookConversion: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private let workbook: OpenWorkbook

    init(file: String, workbook: OpenWorkbook, options: ConversionOptions) {
        self.file = file
        self.workbook = workbook
        self.options = options
    }

    private typealias Mapper = RowMapper<RowLines>

    /// Lines are written when there are so many bytes of them.
    private static let pieceSize = 1 << 18

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    ///
    /// - Parameter book: rosters and summaries of the run.
    mutating func run(
        into outputs: inout Outputs, _ book: inout CountBook
    ) throws(ConversionFailure) -> FileSummary {
        let openings = workbook.sheets.compactMap { sheet in
            if case .table(let opening) = sheet.content { opening } else { nil }
        }
        guard let first = openings.first else { throw .unknownLayout(nil) }
        var reduce = RowReduce(file: file, options: options, match: first.match)
        try reduce.begin(&outputs)
        var mapper = RowMapper(
            RowLines(RecordLines.Form(file, options, outputs)), file: file, options: options,
            opening: first)
        mapper.tell(FileNameCheck.findings(file, first.match.layout, isWorkbook: true))
        // What was found while headers were looked for comes again when sheets are read.
        _ = workbook.reader.takeFindings()
        var isCut = false
        for (index, sheet) in workbook.sheets.enumerated() {
            try map(sheet, &mapper, &reduce, &outputs)
            if mapper.isStopped {
                isCut = index + 1 < workbook.sheets.count
                break
            }
        }
        try flush(&mapper, &reduce, RowGround(), &outputs)
        reduce.countOpening(workbook.byteCount)
        reduce.close(
            total: workbook.byteCount, isStopped: mapper.isStopped && (isCut || isRowLeft),
            layouts: mapper.layouts)
        try reduce.finish(&outputs, of: RowGround(), &book)
        return reduce.summary
    }

    /// Whether the sheet that was stopped in has more rows.
    private var isRowLeft: Bool { workbook.reader.next() != nil }

    private func map(
        _ sheet: OpenWorkbook.Sheet, _ mapper: inout Mapper, _ reduce: inout RowReduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let number = sheet.sheet.number
        switch sheet.content {
        case .table(let opening):
            mapper.begin(opening, sheet: sheet.sheet.name, number: number)
            if sheet.sheet.isHidden { mapper.tell([Self.finding(.sheetHidden, number)]) }
        case .unknown: mapper.tell([Self.finding(.sheetUnknown, number)])
        case .aside, .empty: break
        }
        let isOpen = workbook.reader.open(sheet.sheet)
        while isOpen, let row = workbook.reader.next() {
            let found = Self.located(workbook.reader.takeFindings(), number)
            switch sheet.content {
            case .table:
                mapper.map(row, found: found, isHidden: workbook.reader.isRowHidden) {
                    $0.withJoinedCells($1)
                }
            case .unknown, .empty:
                mapper.tell(found)
                mapper.setAsideUnknown(row) { $0.withJoinedCells($1) }
            case .aside: mapper.passOver(row)
            }
            if !mapper.findings.isEmpty || mapper.product.isFull(Self.pieceSize) {
                try flush(&mapper, &reduce, RowGround(row, mapper.match), &outputs)
            }
            if mapper.isStopped { return }
        }
        mapper.tell(Self.located(workbook.reader.takeFindings(), number))
        if case .table = sheet.content { mapper.end(at: ByteRange(0, 0), sheet: number) }
    }

    private func flush(
        _ mapper: inout Mapper, _ reduce: inout RowReduce, _ ground: RowGround,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try reduce.add(mapper, of: ground, to: &outputs)
        mapper.clear()
    }

    private static func finding(_ rule: Rule, _ sheet: Int) -> Finding {
        Finding(rule, at: ByteRange(0, 0), sheet: sheet)
    }

    /// Findings of the reader say row and column as line and column.
    private static func located(_ findings: [Finding], _ sheet: Int) -> [Finding] {
        findings.map { finding in
            Finding(
                finding.rule, at: ByteRange(0, 0),
                place: Place(
                    segment: finding.column > 0 ? "column \(finding.column)" : ""),
                expected: finding.expected, sheet: sheet, row: finding.line)
        }
    }
}

extension RowLines {
    /// Whether there is enough to be written.
    func isFull(_ size: Int) -> Bool { accepted.count > size || rejected.count > size }
}

/// Where findings of a workbook stand: in the row that was read last.
private struct RowGround: FindingGround {
    private let row: TableRow?
    private let match: TableMatch?

    /// No row at all.
    init() {
        row = nil
        match = nil
    }

    init(_ row: TableRow, _ match: TableMatch) {
        self.row = row
        self.match = match
    }

    /// The cell of the column that a finding names.
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        guard let row, let match, finding.row == row.number,
            let column = match.table.columns.firstIndex(where: {
                $0.name == finding.place.segment
            }), match.cells[column] >= 0, match.cells[column] < row.cells.count
        else { return body(nil) }
        let text = row.text(row.cells[match.cells[column]])
        let shown = UnsafeBufferPointer(rebasing: text.prefix(160))
        return body(Excerpt(shown, marked: 0..<shown.count))
    }

    func sender(of finding: Finding) -> FindingSender? { nil }
}
