import Conversion
import Synthesis
import TableSyntax

/// The forms in which a roster is written.
enum RosterFileForm: String, CaseIterable {
    case csv, xlsx

    /// What the name of a file asks for.
    init(nameOf path: String?) {
        self = path?.lowercased().hasSuffix(".xlsx") == true ? .xlsx : .csv
    }
}

/// Writes a synthetic roster where it goes.
struct RosterGeneration {
    var options: RosterSynthesis.Options
    let output: String?
    let progress: OutputProgress?

    /// So many rows are held in memory, so that a workbook has the same bytes everywhere.
    private static let smallCount = 20_000

    func write(_ form: RosterFileForm) throws(ConversionFailure) {
        switch form {
        case .csv: try writeText()
        case .xlsx: try writeWorkbook()
        }
    }

    private func writeText() throws(ConversionFailure) {
        var options = options
        options.hasAllSheets = false
        var file = try OutputFile(path: output)
        file.progress = progress
        var sink = TextSink(file: file)
        try RosterSynthesis(options).write(&sink)
        try sink.finish()
    }

    private func writeWorkbook() throws(ConversionFailure) {
        let synthesis = RosterSynthesis(options)
        var sink = WorkbookSink(
            file: try WorkbookFile(
                path: output, sheets: synthesis.sheets.map(\.name),
                isLarge: options.records > RosterGeneration.smallCount, progress: progress),
            progress: progress)
        try synthesis.write(&sink)
        try sink.file.finish()
    }
}

private struct TextSink: RosterSink, ~Copyable {
    var file: OutputFile
    private var text = RosterText()
    private var count = 0

    init(file: consuming OutputFile) { self.file = file }

    mutating func begin(_ sheet: RosterSheet) throws(ConversionFailure) { text.begin(sheet) }

    mutating func add(_ cells: [RosterCell]) throws(ConversionFailure) {
        text.add(cells)
        count += 1
        file.progress?.reach(count)
        if text.isFull { try file.write(text.take()) }
    }

    mutating func finish() throws(ConversionFailure) {
        try file.write(text.take())
        try file.finish()
    }
}

private struct WorkbookSink: RosterSink, ~Copyable {
    var file: WorkbookFile
    let progress: OutputProgress?
    private var count = 0

    init(file: consuming WorkbookFile, progress: OutputProgress?) {
        self.file = file
        self.progress = progress
    }

    mutating func begin(_ sheet: RosterSheet) throws(ConversionFailure) {
        try file.begin(sheet.header)
    }

    mutating func add(_ cells: [RosterCell]) throws(ConversionFailure) {
        count += 1
        progress?.reach(count)
        try file.add(
            cells.map { cell in
                switch cell {
                case .empty: .empty
                case .text(let text): .text(text)
                case .number(let digits): .number(digits)
                }
            })
    }
}
