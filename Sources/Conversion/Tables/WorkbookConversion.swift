import Diagnostics
import Output
import Rosters
import TableSyntax

/// Converts the sheets of one workbook, one after another.
struct WorkbookConversion: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private let workbook: OpenWorkbook
    private let sheetNames: [Int: String]
    /// That findings may speak of; none where values are not shown.
    private var kept: [KeptRow] = []

    init(file: String, workbook: OpenWorkbook, options: ConversionOptions) {
        self.file = file
        self.workbook = workbook
        self.options = options
        sheetNames = workbook.knownNames
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
        guard let first = workbook.firstTable else { throw .unknownLayout(nil) }
        var reduce = RowReduce(file: file, options: options, match: first.match)
        try reduce.begin(&outputs)
        var mapper = RowMapper(
            RowLines(RecordLines.Form(file, options, outputs)), file: file, options: options,
            opening: first)
        mapper.tell(FileNameCheck.findings(file, first.match.layout, isWorkbook: true))
        mapper.tell(workbook.findings)
        var isCut = false
        for (index, sheet) in workbook.sheets.enumerated() {
            try map(sheet, &mapper, &reduce, &outputs)
            if mapper.isStopped {
                isCut = index + 1 < workbook.sheets.count
                break
            }
        }
        try flush(&mapper, &reduce, &outputs)
        reduce.countOpening(workbook.byteCount)
        try reduce.finish(
            &outputs, of: RowGround(sheetNames, kept), total: workbook.byteCount,
            isStopped: mapper.isStopped && (isCut || isRowLeft), &book)
        return reduce.summary
    }

    /// Whether the sheet that was stopped in has more rows.
    private var isRowLeft: Bool { workbook.reader.next() != nil }

    private mutating func map(
        _ sheet: OpenWorkbook.Sheet, _ mapper: inout Mapper, _ reduce: inout RowReduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard mapper.begin(sheet, of: workbook) else { return mapper.end(sheet, of: workbook) }
        while let row = workbook.reader.next() {
            mapper.map(row, of: sheet, in: workbook)
            if options.showsValues, case .table = sheet.content { keep(row, mapper.match) }
            if !mapper.findings.isEmpty || mapper.facts.count >= KeptRow.count
                || mapper.product.isFull(Self.pieceSize)
            {
                try flush(&mapper, &reduce, &outputs)
            }
            if mapper.isStopped { return }
        }
        mapper.end(sheet, of: workbook)
    }

    /// Rules that compare rows speak of any since the last flush, those of the file of the last.
    private mutating func keep(_ row: TableRow, _ match: TableMatch) {
        if kept.count == 2 * KeptRow.count { kept.removeFirst(KeptRow.count) }
        kept.append(KeptRow(row, match))
    }

    private func flush(
        _ mapper: inout Mapper, _ reduce: inout RowReduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try reduce.add(mapper, of: RowGround(sheetNames, kept), to: &outputs)
        mapper.clear()
    }
}

extension RowLines {
    /// Whether there is enough to be written.
    func isFull(_ size: Int) -> Bool { accepted.count > size || rejected.count > size }
}

/// Cells of a row that was read, for findings that speak of it later.
private struct KeptRow {
    let sheet: Int
    let number: Int
    private let match: TableMatch
    /// By the columns of the layout.
    private let texts: [[UInt8]]

    /// So many rows are told at once, and at least as many are kept.
    static let count = 1024
    /// So many bytes of a cell are shown.
    private static let excerptSize = 160

    init(_ row: TableRow, _ match: TableMatch) {
        sheet = row.sheet
        number = row.number
        self.match = match
        texts = match.cells.map { cell in
            guard row.cells.indices.contains(cell) else { return [] }
            return Array(row.text(row.cells[cell]).prefix(KeptRow.excerptSize))
        }
    }

    /// The text of a column by its name in the layout.
    func text(of column: String) -> [UInt8]? {
        match.table.columns.firstIndex { $0.name == column }.map { texts[$0] }
    }
}

/// Where findings of a workbook stand: in the rows that were kept.
private struct RowGround: FindingGround {
    private let rows: [KeptRow]
    private let sheetNames: [Int: String]

    /// - Parameters:
    ///   - sheetNames: those that layouts know, by the number of the sheet.
    ///   - rows: in the order of the input.
    init(_ sheetNames: [Int: String], _ rows: [KeptRow]) {
        self.sheetNames = sheetNames
        self.rows = rows
    }

    /// The cell of the column that a finding names.
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        let row = rows.last { $0.number == finding.row && $0.sheet == finding.sheet }
        guard let text = row?.text(of: finding.place.segment) else { return body(nil) }
        return text.withUnsafeBufferPointer { body(Excerpt($0, marked: 0..<$0.count)) }
    }

    func sheetName(of finding: Finding) -> String? { sheetNames[finding.sheet] }

    var late: any FindingGround { self }
}
