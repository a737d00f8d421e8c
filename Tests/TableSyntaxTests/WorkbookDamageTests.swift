import Archives
import Testing

@testable import TableSyntax

/// Workbooks that are none, or damaged, or made to harm.
struct WorkbookDamageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rows: String
        let findings: [String]
        var testDescription: String { rows }

        init(_ rows: String, _ findings: String...) {
            self.rows = rows
            self.findings = findings
        }
    }

    static let cases = [
        Case("<row r=\"2\"/><row r=\"1\"/>", "workbook.row.order sheet 1 1:0"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
            "workbook.cell.twice sheet 1 1:1"),
        Case("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>", "workbook.cell.place sheet 1 1:1"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>",
            "workbook.cell.place sheet 1 1:1"),
        Case(
            "<row r=\"4\"><c r=\"B4\" t=\"s\"><v>9</v></c></row>",
            "workbook.string.unknown sheet 1 4:2"),
        Case(
            "<row r=\"4\"><c r=\"B4\" t=\"s\"><v>-1</v></c></row>",
            "workbook.string.unknown sheet 1 4:2"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><f>A2</f></c></row>", "workbook.formula.valueless sheet 1 1:1"
        ),
        Case(
            "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "table.limit.columns sheet 1 1:16385"),
        Case(
            "<row r=\"1048577\"><c r=\"A1\"><v>1</v></c></row>",
            "workbook.row.number sheet 1 1:0"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(String(repeating: "x", count: 1_100_000))</v></c></row>",
            "table.limit.cell sheet 1 1:1"),
        Case("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "workbook.part.malformed sheet 1 1:0"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>\u{1}</v></c></row>", "workbook.part.malformed sheet 1 1:0"
        ),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>&x;</v></c></row>", "workbook.part.malformed sheet 1 1:0"),
        // Where the XML reader takes over, no finding is lost or comes twice.
        Case(
            "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"
                + "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><!-- c --></row>",
            "workbook.cell.twice sheet 1 1:1", "workbook.cell.twice sheet 1 2:2"),
        Case(
            "<row r=\"1\"/></sheetData><sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
            "workbook.rows.twice sheet 1 1:0"),
        Case(
            "<row r=\"1\"/></sheetData><mergeCells>\(String(repeating: "<m/>", count: 1 << 17))"
                + "</mergeCells><sheetData><row r=\"2\"/>", "workbook.rows.twice sheet 1 1:0"),
        Case(
            "<row r=\"1\"/></sheetData><sheetDataX/><sheetData>", "workbook.rows.twice sheet 1 1:0"),
        Case("<row r=\"7\"/>]]>", "workbook.part.malformed sheet 1 7:0"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a_x0007_b</v></c></row>",
            "table.text.control sheet 1 1:1"),
        Case(
            "<row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t>a_x0000_b</t></is></c></row>",
            "table.text.control sheet 1 1:2"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Pe\u{FFFD}a</v></c></row>",
            "table.text.invalid sheet 1 1:1"),
        Case("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>é_x000D_\nb_x0009_</v></c></row>"),
    ]

    /// What follows the rows has an end as well, and so has the sheet.
    @Test(arguments: [
        ("</worksheet>", true), (" </worksheet>\n", true), ("<mergeCells/></worksheet>", true),
        ("<mergeCells><mergeCe", false), ("", false), ("</worksheet", false),
        ("<!-- </worksheet> -->", false), ("</worksheet><!-- c -->", true),
    ])
    func aSheetEndsAsItIsTo(_ end: String, _ isRight: Bool) throws {
        var book = BookBuilding("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        book.tail = "</sheetData>" + end
        let reading = try BookReading(book.bytes)
        #expect(reading.rows == ["1: 1#"])
        let found = reading.findings.map { $0.prefix(23) }
        #expect(found == (isRight ? [] : ["workbook.part.malformed"]))
    }

    /// Texts that cells share are looked at as others are.
    @Test func sharedLettersThatNobodySeesAreTold() throws {
        let cell = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        let book = BookBuilding(cell).with { $0.strings = ["<t>a_x0007_b</t>"] }
        #expect(try BookReading(book.bytes).findings == ["table.text.control sheet 1 1:1"])
    }

    /// A relation behind those to two sheets, the rows that are read, and what is found.
    @Test(arguments: [
        ("r2", "styles", "styles.xml", ["1: 1#", "2: 2#"], ["workbook.part.twice  0:0"]),
        ("r2", "worksheet", "worksheets/s2.xml", ["1: 1#", "2: 2#"], []),
        ("r2", "worksheet", "worksheets/s1.xml", ["1: 1#", "2: 2#"], ["workbook.part.twice  0:0"]),
        ("r9", "theme", "theme.xml", ["1: 1#", "2: 2#"], []),
    ])
    func anIdLeadsToOnePart(
        _ id: String, _ type: String, _ target: String, _ rows: [String], _ found: [String]
    ) throws {
        let row = { (_ number: Int) in
            "<row r=\"\(number)\"><c><v>\(number)</v></c></row>"
        }
        let book = BookBuilding(row(1), row(2)).with {
            $0.relations = "<Relationship Id=\"\(id)\" Type=\"x/\(type)\" Target=\"\(target)\"/>"
        }
        let reading = try BookReading(book.bytes)
        #expect(reading.rows == rows)
        #expect(reading.findings == found)
    }

    /// Bytes behind the archive keep nothing from being read.
    @Test(arguments: [1, 2, 511]) func bytesBehindTheEndAreTold(_ count: Int) throws {
        let book = BookBuilding("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        let padding = [UInt8](repeating: 0, count: count)
        let reading = try BookReading(book.bytes + padding)
        #expect(reading.rows == ["1: 1#"])
        #expect(reading.findings == ["workbook.archive.trailing  0:0"])
        var reader = try WorkbookReader(BookMemory(bytes: book.bytes + padding))
        #expect(
            reader.takeFindings().map(\.expected) == ["nothing, where \(count) bytes follow"])
    }

    /// Bytes before the directory that are in no part are not read, and told.
    @Test func bytesInNoPartAreTold() throws {
        var bytes = try BookBuilding("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes
        let place = bytes.count - 6
        let start = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        for index in 0..<4 { bytes[place + index] = UInt8((start + 3) >> (8 * index) & 0xFF) }
        bytes.insert(contentsOf: [1, 2, 3], at: start)
        let reading = try BookReading(bytes)
        #expect(reading.rows == ["1: 1#"])
        #expect(reading.findings == ["workbook.archive.unlisted  0:0"])
    }

    /// Empty cells far behind the others are left out; what follows them without a place keeps its own.
    @Test(arguments: ["", "<!-- c -->"]) func farEmptyCellsCostNothing(_ oddity: String) throws {
        let last = "<c r=\"XFD1\" s=\"1\"/>"
        let reading = try BookReading(
            BookBuilding(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c s=\"1\"/>\(last)</row>"
                    + "<row r=\"2\">\(oddity)<c r=\"A2\"><v>1</v></c><c r=\"BZ2\"/><c><v>2</v></c></row>"
            ).bytes)
        let gap = String(repeating: "|", count: 78)
        #expect(reading.rows == ["1: 1#|", "2: 1#\(gap)2#"])
        #expect(reading.findings == [])
    }

    @Test(arguments: cases) func findingsNameThePlace(_ test: Case) throws {
        let reading = try BookReading(BookBuilding(test.rows).bytes)
        #expect(reading.findings == test.findings)
    }

    /// A row with a number that no sheet has, or behind the last, is read, and so are those behind it.
    @Test(arguments: [
        ([1, 99_999_999, 3], ["1: 1#", "2: 2#", "3: 3#"], ["workbook.row.number sheet 1 2:0"]),
        (
            [1_048_576, 0, 9], ["1048576: 1#", "1048576: 2#", "9: 3#"],
            ["workbook.row.number sheet 1 1048576:0", "workbook.row.order sheet 1 9:0"]
        ),
    ]) func rowsBehindAWrongNumberAreRead(
        _ numbers: [Int], _ rows: [String], _ findings: [String]
    ) throws {
        let text = numbers.enumerated().map { index, number in
            let place = number > 0 ? " r=\"\(number)\"" : ""
            return "<row\(place)><c><v>\(index + 1)</v></c></row>"
        }
        for head in [BookBuilding("").head, "<!---->" + BookBuilding("").head.dropFirst(39)] {
            let building = BookBuilding(text.joined()).with { $0.head = head }
            let reading = try BookReading(building.bytes)
            #expect(reading.rows == rows)
            #expect(reading.findings == findings)
        }
    }

    @Test func moreRowsThanASheetHasAreNotRead() throws {
        var limits = WorkbookLimits()
        limits.rows = 3
        let row = "<row><c><v>1</v></c></row>"
        let reading = try BookReading(
            BookBuilding(String(repeating: row, count: 5)).bytes, limits: limits)
        #expect(reading.rows == ["1: 1#", "2: 1#", "3: 1#"])
        #expect(reading.findings == ["workbook.limit.rows sheet 1 3:0"])
    }

    static let broken = [
        ("<row><c><v>1</v></c><c><v>2</v></row>", ["1: 1#|2#"]),
        ("<row><c><v>1</v></c><c><v>23</c></row>", ["1: 1#"]),
        ("<row/><row><c><v>1</v></c></cell></row>", ["1: ", "2: 1#"]),
        ("<row><c><v>1</v></c></row><row><c></v></c></row>", ["1: 1#"]),
        ("<row><c><v>1</v></c></row><row><c><v>2</v></c>\u{1}</row>", ["1: 1#", "2: 2#"]),
    ]

    /// What was read of the row in which the XML breaks is given, but for the cell that is cut.
    @Test(arguments: broken) func theRowThatBreaksIsGiven(_ text: String, _ rows: [String]) throws {
        let reading = try BookReading(BookBuilding(text).bytes)
        #expect(reading.rows == rows)
        #expect(reading.findings.map { $0.prefix(23) } == ["workbook.part.malformed"])
    }

    /// Rows in a second place are read like the others.
    @Test func rowsInASecondPlaceAreRead() throws {
        let row = { (_ number: Int) in
            "<row r=\"\(number)\"><c r=\"A\(number)\"><v>\(number)</v></c></row>"
        }
        let reading = try BookReading(
            BookBuilding(row(1) + "</sheetData><sheetData>" + row(2)).bytes)
        #expect(reading.rows == ["1: 1#", "2: 2#"])
    }

    /// What several cells of one column hold is kept, each value once.
    @Test(arguments: [
        (["1", "2"], "1\n2"), (["1", "1"], "1#"), (["1", ""], "1#"), (["1", "2", "3"], "1\n2\n3"),
    ]) func cellsOfOneColumnAreKept(_ values: [String], _ text: String) throws {
        let cells = values.map { "<c r=\"A1\"><v>\($0)</v></c>" }.joined()
        let row = "<row r=\"1\">\(cells)<c r=\"B1\"><v>9</v></c></row>"
        let reading = try BookReading(BookBuilding(row).bytes)
        #expect(reading.rows == ["1: \(text)|9#"])
        #expect(Set(reading.findings) == ["workbook.cell.twice sheet 1 1:1"])
    }

    /// What all sheets share is found once, and without a sheet.
    @Test func sharedPartsAreFoundOnce() throws {
        let building = BookBuilding("<row/>", "<row/>").with {
            $0.strings = ["<t>a</t>"]
            $0.formats = ["yyyy"]
        }
        var limits = WorkbookLimits()
        limits.styles = 1
        limits.stringBytes = 0
        let reading = try BookReading(building.bytes, limits: limits)
        #expect(reading.findings == ["workbook.limit.styles  0:0", "workbook.limit.strings  0:0"])
    }

    static func compound(_ name: String) -> [UInt8] {
        var bytes = CompoundFile.opening + [UInt8](repeating: 0, count: 1016)
        bytes[30] = 9
        let entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        bytes.replaceSubrange((512 + 128)..<(512 + 128 + entry.count), with: entry)
        return bytes
    }

    static let refused: [(String, [UInt8], WorkbookFailure)] = [
        ("nothing", [], .noArchive), ("text", Array("a,b\n1,2\n".utf8), .noArchive),
        ("encrypted", compound("EncryptedPackage"), .encrypted),
        ("old", compound("Workbook"), .oldFormat), ("older", compound("Book"), .oldFormat),
        ("letter", compound("WordDocument"), .oldContainer),
        ("cut container", CompoundFile.opening, .noArchive),
    ]

    @Test(arguments: refused) func otherFilesAreRefused(
        _ name: String, _ bytes: [UInt8], _ failure: WorkbookFailure
    ) {
        #expect(throws: failure) { _ = try WorkbookReader(BookMemory(bytes: bytes)) }
        #expect(!failure.message.isEmpty)
    }

    @Test func archivesWithoutWorkbookAreRefused() throws {
        var archive = try ZipWriter(BookMemory(), method: .stored)
        try archive.begin("a.txt")
        try archive.end()
        let bytes = try archive.finish().bytes
        #expect(throws: WorkbookFailure.noWorkbook) {
            _ = try WorkbookReader(BookMemory(bytes: bytes))
        }
    }

    /// Nothing in an archive is taken for a path, and programs in it are only noted.
    @Test func pathsAndMacrosAreIgnored() throws {
        let building = BookBuilding("<row><c><v>1</v></c></row>").with {
            $0.others = [
                ("../../etc/passwd", "x"), ("/etc/passwd", "x"), ("xl/vbaProject.bin", "x"),
                ("xl/externalLinks/externalLink1.xml", "<a/>"),
            ]
        }
        let reading = try BookReading(building.bytes)
        #expect(reading.rows == ["1: 1#"])
        #expect(reading.findings == ["workbook.macro.ignored  0:0", "workbook.link.ignored  0:0"])
    }

    @Test func documentTypesAreRefused() throws {
        let building = BookBuilding("<row><c><v>&e;</v></c></row>").with {
            $0.head =
                "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet xmlns=\"\(BookBuilding.main)\"><sheetData>"
        }
        let reading = try BookReading(building.bytes)
        #expect(reading.rows == [])
        #expect(reading.findings == ["workbook.part.malformed sheet 1 0:0"])
    }

    @Test func bombsAreStopped() throws {
        let row =
            "<row><c t=\"inlineStr\"><is><t>\(String(repeating: "0", count: 1000))</t></is></c></row>"
        let building = BookBuilding(String(repeating: row, count: 20_000))
        var limits = WorkbookLimits()
        limits.archive.ratioFreeBytes = 1 << 20
        limits.archive.ratio = 50
        let reading = try BookReading(building.bytes, limits: limits)
        #expect(reading.rows.count > 500 && reading.rows.count < 20_000)
        #expect(reading.findings.map { $0.prefix(21) } == ["workbook.part.damaged"])
    }

    /// All that was expanded before an archive breaks off is given, the cells of a last row too.
    @Test(arguments: ["", "<!---->"]) func nothingBeforeTheDamageIsLost(_ mark: String) throws {
        let cell = "<c t=\"inlineStr\"><is><t>\(String(repeating: "0", count: 500))</t></is></c>"
        let row = "<row>\(String(repeating: cell, count: 20))</row>"
        let building = BookBuilding(String(repeating: row, count: 1000)).with {
            $0.head = mark + $0.head.dropFirst(mark.isEmpty ? 0 : 39)
        }
        var limits = WorkbookLimits()
        limits.archive.ratioFreeBytes = 1 << 20
        limits.archive.ratio = 50
        let reading = try BookReading(building.bytes, limits: limits)
        let cells = reading.rows.reduce(0) { $0 + $1.split(separator: "|").count }
        #expect(cells >= (1 << 20) / cell.utf8.count - 2 * 65536 / cell.utf8.count)
        let last = try #require(reading.rows.last)
        #expect(!mark.isEmpty || last.split(separator: "|").count < 20)
        #expect(
            reading.findings == ["workbook.part.damaged sheet 1 \(reading.rows.count):0"])
    }

    /// Cut anywhere, a workbook is refused or says that it is damaged.
    @Test func truncationIsNamed() throws {
        let rows = (1...50).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
        let whole = try BookBuilding(rows.joined()).with { $0.strings = ["<t>s</t>"] }.bytes
        for count in stride(from: 0, to: whole.count, by: 3) {
            #expect(throws: WorkbookFailure.self) {
                _ = try WorkbookReader(BookMemory(bytes: Array(whole[..<count])))
            }
        }
    }

    /// Any byte of a part may be another: nothing crashes, and the rows before it are read.
    @Test func damageIsSurvived() throws {
        let rows = (1...2).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c><c r=\"B\($0)\" s=\"1\"><v>4&lt;</v></c></row>"
        }
        let text = rows.joined()
        for index in text.utf8.indices {
            for byte: UInt8 in [0x00, 0x20, 0x22, 0x26, 0x3C, 0x3E] {
                var bytes = Array(text.utf8)
                let offset = text.utf8.distance(from: text.startIndex, to: index)
                bytes[offset] = byte
                guard let damaged = String(validating: bytes, as: UTF8.self) else { continue }
                let building = BookBuilding(damaged).with {
                    $0.strings = ["<t>s</t>"]
                    $0.formats = ["yyyy"]
                    $0.method = .stored
                }
                let plain = try BookReading(building.bytes)
                let xml = try BookReading(
                    building.with { $0.head = "<!---->" + String($0.head.dropFirst(39)) }.bytes)
                #expect(plain.rows == xml.rows, "\(offset) \(byte)")
                #expect(plain.findings == xml.findings, "\(offset) \(byte)")
            }
        }
    }
}
