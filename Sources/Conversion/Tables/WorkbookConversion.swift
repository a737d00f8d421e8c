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
        let ground = RowGround(sheetNames)
        try flush(&mapper, &reduce, ground, &outputs)
        reduce.countOpening(workbook.byteCount)
        try reduce.finish(
            &outputs, of: ground, total: workbook.byteCount,
            isStopped: mapper.isStopped && (isCut || isRowLeft), &book)
        return reduce.summary
    }

    /// Whether the sheet that was stopped in has more rows.
    private var isRowLeft: Bool { workbook.reader.next() != nil }

    private func map(
        _ sheet: OpenWorkbook.Sheet, _ mapper: inout Mapper, _ reduce: inout RowReduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard mapper.begin(sheet, of: workbook) else { return mapper.end(sheet, of: workbook) }
        while let row = workbook.reader.next() {
            mapper.map(row, of: sheet, in: workbook)
            if !mapper.findings.isEmpty || mapper.product.isFull(Self.pieceSize) {
                try flush(&mapper, &reduce, RowGround(sheetNames, row, mapper.match), &outputs)
            }
            if mapper.isStopped { return }
        }
        mapper.end(sheet, of: workbook)
    }

    private func flush(
        _ mapper: inout Mapper, _ reduce: inout RowReduce, _ ground: RowGround,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try reduce.add(mapper, of: ground, to: &outputs)
        mapper.clear()
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
    private let sheetNames: [Int: String]

    /// - Parameters:
    ///   - sheetNames: those that layouts know, by the number of the sheet.
    ///   - row: `nil` where findings are no row's.
    init(_ sheetNames: [Int: String], _ row: TableRow? = nil, _ match: TableMatch? = nil) {
        self.sheetNames = sheetNames
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

    func sheetName(of finding: Finding) -> String? { sheetNames[finding.sheet] }
}
