@testable import Archives
@testable import Diagnostics

@testable import TableSyntax

/// Bytes in memory that are written to, or read at any place.
struct BookMemory: ArchiveSink, SeekableBytes {
    var bytes: [UInt8] = []

    var byteCount: Int { bytes.count }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFailure) {
        self.bytes += bytes
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int {
        let rest = bytes.dropFirst(offset).prefix(buffer.count)
        buffer.copyBytes(from: rest)
        return rest.count
    }
}

/// A spill in memory.
final class SpillMemory: StringSpill {
    private(set) var bytes: [UInt8] = []

    func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFailure) { self.bytes += bytes }

    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int {
        let rest = bytes.dropFirst(offset).prefix(buffer.count)
        buffer.copyBytes(from: rest)
        return rest.count
    }
}

/// A workbook made of its parts.
struct BookBuilding {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// What stands inside `sheetData`, for each sheet.
    var sheets: [String] = [""]
    var states: [String] = []
    var strings: [String]?
    /// Format codes, of the styles 1, 2, …
    var formats: [String] = []
    var workbookProperties = ""
    /// Relations behind those to the parts.
    var relations = ""
    /// Around the rows.
    var head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"\(main)\"><sheetData>"
    var tail = "</sheetData></worksheet>"
    var others: [(String, String)] = []
    var method = ZipWriter<BookMemory>.Method.deflated

    init(_ sheets: String...) { self.sheets = sheets }

    func with(_ change: (inout BookBuilding) -> Void) -> BookBuilding {
        var building = self
        change(&building)
        return building
    }

    var parts: [(String, String)] {
        var parts = [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                    + " Target=\"xl/workbook.xml\"/></Relationships>"
            )
        ]
        let list = sheets.indices.map { index in
            let state = index < states.count ? " state=\"\(states[index])\"" : ""
            return "<sheet name=\"S\(index + 1)\" sheetId=\"\(index + 1)\"\(state)"
                + " r:id=\"r\(index + 1)\"/>"
        }
        parts.append(
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\">"
                    + "<workbookPr \(workbookProperties)/><sheets>\(list.joined())</sheets></workbook>"
            ))
        var relations = sheets.indices.map {
            "<Relationship Id=\"r\($0 + 1)\" Type=\"x/worksheet\" Target=\"worksheets/s\($0 + 1).xml\"/>"
        }
        relations.append("<Relationship Id=\"st\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/>")
        if strings != nil {
            relations.append(
                "<Relationship Id=\"ss\" Type=\"x/sharedStrings\" Target=\"./sharedStrings.xml\"/>")
        }
        parts.append(
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>\(relations.joined())\(self.relations)</Relationships>"
            ))
        parts.append(("xl/styles.xml", styles))
        if let strings {
            let items = strings.map { "<si>\($0)</si>" }.joined()
            parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(items)</sst>"))
        }
        for (index, rows) in sheets.enumerated() {
            parts.append(("xl/worksheets/s\(index + 1).xml", head + rows + tail))
        }
        return parts + others
    }

    private var styles: String {
        let codes = formats.enumerated().map {
            "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
        }
        let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
        return "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes.joined())</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())<xf numFmtId=\"14\"/></cellXfs>"
            + "</styleSheet>"
    }

    var bytes: [UInt8] {
        get throws {
            Seeds.keep(fuzzed, for: .parts)
            var archive = try ZipWriter(BookMemory(), method: method)
            for (name, text) in parts {
                try archive.begin(name)
                try Array(text.utf8).withUnsafeBytes { try archive.write($0) }
                try archive.end()
            }
            return try archive.finish().bytes
        }
    }
}

/// Workbooks of any bytes, as the fuzzer makes them.
extension BookBuilding {
    /// - Parameters:
    ///   - parts: rows of the sheet, shared strings and formats each on a line of its own, properties
    ///     and what follows the rows, with NUL between them; parts that are missing are the usual ones.
    ///   - header: a row before the others.
    init(fuzzed parts: some Collection<UInt8>, header: String = "") {
        let parts = parts.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        sheets = [header + (parts.first ?? "")]
        if parts.count > 1 { strings = parts[1].split(separator: "\n").map(String.init) }
        if parts.count > 2 { formats = parts[2].split(separator: "\n").map(String.init) }
        if parts.count > 3 { workbookProperties = parts[3] }
        if parts.count > 4 { tail = parts[4] }
    }

    /// The parts that make the same of the first sheet.
    var fuzzed: [UInt8] {
        let lists = [strings ?? [], formats].map { list in
            list.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
        }
        let parts = [sheets.first ?? ""] + lists + [workbookProperties, tail]
        return Array(parts.map { Array($0.utf8) }.joined(separator: [0]))
    }
}

/// What reading a workbook gave.
struct BookReading: Equatable {
    /// `1: text|number#|…`, a row each, with a mark for what is no text.
    var rows: [String] = []
    var findings: [String] = []
    var sheets: [String] = []

    init(
        _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(),
        spill: (any StringSpill)? = nil
    ) throws {
        Seeds.keep(bytes, for: .workbooks)
        var book = try WorkbookReader(BookMemory(bytes: bytes), limits: limits, spill: spill)
        for sheet in book.sheets {
            sheets.append(sheet.name + (sheet.isHidden ? " hidden" : ""))
            guard book.open(sheet) else { continue }
            while let row = book.next() {
                rows.append(
                    "\(row.number)\(book.isRowHidden ? " hidden" : ""): \(Self.line(row))")
            }
        }
        findings = book.takeFindings().map { "\($0.rule) \($0.place) \($0.line):\($0.column)" }
    }

    private static func line(_ row: TableRow) -> String {
        row.cells.map { cell in
            let text = String(decoding: row.text(cell), as: UTF8.self)
            let marks: [TableCell.Kind: String] = [
                .number: "#", .date: "@", .boolean: "?", .error: "!", .formula: "=",
            ]
            return text + (marks[cell.kind] ?? "")
        }
        .joined(separator: "|")
    }
}
