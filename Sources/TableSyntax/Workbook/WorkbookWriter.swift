import Archives

/// A cell that is written.
package enum WorkbookCell: Sendable, Hashable {
    case empty
    case text(String)
    /// Digits as they stand.
    case number(String)
    case date(year: Int, month: Int, day: Int)
}

/// Writes a workbook (.xlsx) of one sheet after another, with the same bytes for the same cells.
///
///     var workbook = try WorkbookWriter(sink, sheets: ["SUMMARY", "DETAIL"])
///     try workbook.beginSheet()
///     try workbook.header(["Medicaid_ID", "First_Name"])
///     try workbook.row([.text("100000000999"), .text("Ann")])
///     let sink = try workbook.finish()
package struct WorkbookWriter<Sink: ArchiveSink & ~Copyable>: ~Copyable {
    private var archive: ZipWriter<Sink>
    private let sheetCount: Int
    private var openCount = 0
    private var rowNumber = 0
    private var isInSheet = false
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - sheets: names, of which each is 1 to 31 characters without `[]:*?/\`; others are replaced.
    ///   - method: `stored` gives the same bytes on every machine.
    /// - Throws: what the sink throws, or `memory`.
    package init(
        _ sink: consuming Sink, sheets: [String], method: ZipWriter<Sink>.Method = .stored
    ) throws {
        var archive = try ZipWriter(sink, method: method)
        let names = WorkbookTemplate.names(sheets.isEmpty ? ["Sheet1"] : sheets)
        for (name, text) in WorkbookTemplate.parts(names) {
            try archive.begin(name)
            var text = text
            try text.withUTF8 { bytes in try archive.write(UnsafeRawBufferPointer(bytes)) }
            try archive.end()
        }
        self.archive = archive
        sheetCount = names.count
    }

    /// Begins the next sheet.
    package mutating func beginSheet() throws {
        try endSheet()
        openCount += 1
        rowNumber = 0
        isInSheet = true
        try archive.begin("xl/worksheets/sheet\(openCount).xml")
        buffer += Array(WorkbookTemplate.sheetOpening.utf8)
    }

    /// Writes a row of names of columns, set off from the rest.
    package mutating func header(_ names: [String]) throws {
        try header(names.map { .text($0) })
    }

    /// Writes a row of cells, set off from the rest.
    package mutating func header(_ cells: [WorkbookCell]) throws { try row(cells, style: 1) }

    /// Writes a row.
    package mutating func row(_ cells: [WorkbookCell]) throws { try row(cells, style: 0) }

    private mutating func row(_ cells: [WorkbookCell], style: Int) throws {
        if !isInSheet { try beginSheet() }
        rowNumber += 1
        let number = Array(String(rowNumber).utf8)
        buffer += Array("<row r=\"".utf8) + number + Array("\">".utf8)
        for (column, cell) in cells.enumerated() where cell != .empty {
            buffer += Array("<c r=\"".utf8) + CellReference.name(column) + number
            add(cell, style: style)
        }
        buffer += Array("</row>".utf8)
        if buffer.count > 1 << 16 { try flush() }
    }

    private mutating func add(_ cell: WorkbookCell, style: Int) {
        let mark = style == 0 ? "" : " s=\"\(style)\""
        switch cell {
        case .empty: break
        case .number(let digits) where WorkbookTemplate.isNumber(digits):
            buffer += Array("\"\(mark)><v>\(digits)</v></c>".utf8)
        case .date(let year, let month, let day):
            if let serial = SerialDate.serial(year: year, month: month, day: day) {
                buffer += Array("\" s=\"2\"><v>\(serial)</v></c>".utf8)
            } else {
                addText("\(month)/\(day)/\(year)", mark)
            }
        case .text(let text), .number(let text): addText(text, mark)
        }
    }

    private mutating func addText(_ text: String, _ mark: String) {
        buffer += Array("\"\(mark) t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
        WorkbookTemplate.escape(text, into: &buffer)
        buffer += Array("</t></is></c>".utf8)
    }

    private mutating func flush() throws {
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        try bytes.withUnsafeBytes { raw in try archive.write(raw) }
    }

    private mutating func endSheet() throws {
        guard isInSheet else { return }
        isInSheet = false
        buffer += Array(WorkbookTemplate.sheetEnd.utf8)
        try flush()
        try archive.end()
    }

    /// Ends the workbook, and gives the sink back; sheets that were not begun are empty.
    package consuming func finish() throws -> Sink {
        try endSheet()
        while openCount < sheetCount { try beginSheet() }
        try endSheet()
        return try archive.finish()
    }
}
