import Foundation
import SystemPackage
import Testing

@testable import Conversion
@testable import Diagnostics
@testable import TableSyntax

/// Rosters in workbooks as programs and people make them: everything in them is read or told.
struct WorkbookFormTests {
    typealias Row = (number: Int, cells: [String])

    static func building(_ rows: [Row]) -> BookBuilding {
        BookBuilding(TableText.sheetRows(rows))
    }

    /// A header and one row, with these cells changed.
    static func one(_ changes: [String: String] = [:]) -> BookBuilding {
        building([(1, TableText.header), (2, TableText.cells(changes))])
    }

    static func run(_ building: BookBuilding) throws -> TableOutcome {
        try TableTrial()(building.bytes, name: "input.xlsx")
    }

    // MARK: Archives

    /// Of more than 4 GB, or written by programs that always count in 64 bits.
    @Test(arguments: [0, 8]) func zip64IsRead(_ method: Int) throws {
        let members = Self.one().parts.map { name, text in
            ZipBuilding.Member(name, text).with {
                $0.is64 = true
                $0.method = method
            }
        }
        let zip = ZipBuilding(members, is64: true).bytes
        let outcome = try TableTrial()(zip, name: "input.xlsx")
        #expect(outcome.memberIDs == ["100000000999"], "\(outcome.report)")
        #expect(outcome.isBalanced)
    }

    /// The same records come of text and of sheets, but for where they stand.
    @Test(arguments: SampleFiles.rosters.indices)
    func samplesAsWorkbooksSayTheSame(_ index: Int) throws {
        let sample = SampleFiles.rosters[index]
        var reader = TableReader(MemorySource(sample.bytes))
        var rows: [[String]] = []
        while let row = reader.next() {
            rows.append(row.cells.map { String(decoding: row.text($0), as: UTF8.self) })
        }
        let stem = sample.name.dropLast(4)
        let text = try TableTrial()(sample.bytes, name: sample.name)
        let book = try TableTrial()(Self.workbook(rows), name: "\(stem).xlsx")
        #expect(text.records.count > 0)
        #expect(book.isBalanced)
        let (wanted, read) = (Self.rows(text), Self.rows(book))
        #expect(wanted.keys.sorted() == read.keys.sorted())
        for (row, record) in wanted where record != read[row] {
            Issue.record("row \(row) of \(sample.name)")
        }
    }

    /// A workbook of one sheet, all of whose cells are texts.
    private static func workbook(_ rows: [[String]]) throws -> [UInt8] {
        var book = try WorkbookWriter(BookMemory(), sheets: ["Sheet1"], method: .deflated)
        try book.beginSheet()
        for row in rows { try book.row(row.map { $0.isEmpty ? .empty : .text($0) }) }
        return try book.finish().bytes
    }

    /// Records and what was set aside, by row: a line that is cut is an error in text alone, as sheets
    /// leave out cells at the end.
    private static func rows(_ outcome: TableOutcome) -> [Int: NSDictionary] {
        var rows: [Int: NSDictionary] = [:]
        for record in outcome.records + outcome.rejects {
            let source = record["source"] as? [String: Any]
            rows[source?["row"] as? Int ?? 0] = withoutPlaces(record)
        }
        return rows
    }

    @Test func samplesAreThere() { #expect(SampleFiles.rosters.count >= 9) }

    /// A record without what tells where it stands, or what only text can break.
    private static func withoutPlaces(_ record: [String: Any]) -> NSDictionary {
        var kept = record
        kept["source"] = nil
        kept["raw"] = nil
        kept["other"] = (record["other"] as? [[String: Any]])?.map { value in
            NSDictionary(dictionary: value.filter { $0.key != "bytes" })
        }
        let rules = (record["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
        kept["findings"] = rules?.filter { !$0.hasPrefix("table.") && $0 != "roster.row.short" }
        if (kept["findings"] as? [String])?.isEmpty == true { kept["findings"] = nil }
        return NSDictionary(dictionary: kept)
    }

    /// Cells of blanks that are not seen are empty, and a row of them is blank.
    @Test func aRowOfBlanksOfMailsIsBlank() throws {
        let blank = TableText.header.indices.map { $0 % 2 == 0 ? "\u{A0}" : "\u{200B}" }
        let outcome = try Self.run(
            Self.building([(1, TableText.header), (2, blank), (3, TableText.cells())]))
        #expect(outcome.memberIDs == ["100000000999"], "\(outcome.report)")
        #expect(outcome.books("rows") == [3, 1, 1, 0, 1])
    }

    // MARK: Headers of people

    private static func merged(_ ranges: String...) -> String {
        let cells = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return "</sheetData><mergeCells>\(cells)</mergeCells></worksheet>"
    }

    /// The name stands in the first cell; the others of the range are blank.
    @Test func aNameOverTwoLinesIsTheColumns() throws {
        let blank = TableText.header.map { _ in "" }
        let building = Self.building(
            [(1, TableText.header), (2, blank), (3, TableText.cells())]
        ).with { $0.tail = Self.merged("A1:A2", "B1:B2") }
        let outcome = try Self.run(building)
        #expect(outcome.memberIDs == ["100000000999"], "\(outcome.report)")
        #expect(outcome.books("rows") == [3, 1, 1, 0, 1])
    }

    /// What stands over the names of several columns is a title.
    @Test func aLineOfGroupsAboveTheHeaderIsTold() throws {
        var groups = TableText.header.map { _ in "" }
        groups[0] = "Member"
        groups[7] = "Community Partner"
        let building = Self.building([(1, groups), (2, TableText.header), (3, TableText.cells())])
            .with { $0.tail = Self.merged("A1:G1", "H1:N1") }
        let outcome = try Self.run(building)
        #expect(outcome.memberIDs == ["100000000999"], "\(outcome.report)")
        #expect(outcome.found.contains("roster.header.late 2"))
        #expect(outcome.books("rows") == [3, 2, 1, 0, 0])
        #expect(outcome.isBalanced)
    }

    /// A name that is merged over two columns leaves one without a name, whose values are kept.
    @Test func aColumnWithoutANameIsTold() throws {
        var header = TableText.header
        var cells = TableText.cells()
        header.insert("", at: 3)
        cells.insert("kept", at: 3)
        let building = Self.building([(1, header), (2, cells)])
            .with { $0.tail = Self.merged("C1:D1") }
        let outcome = try Self.run(building)
        let record = try #require(outcome.records.first, "\(outcome.report)")
        #expect(outcome.found.contains("roster.column.unknown 1"))
        let other = try #require((record["other"] as? [[String: Any]])?.first)
        #expect(other["place"] as? String == "column 4")
        #expect(other["value"] as? String == "kept")
    }

    /// A table that begins in column B, or whose header is wider than it is, has columns without a
    /// name; nothing is told of them where no row has a value there.
    @Test(arguments: [(false, "", 0), (true, "", 0), (true, "A legend", 1), (false, "  ", 0)])
    func columnsWithoutANameAndValuesAreSilent(
        _ isWide: Bool, _ text: String, _ count: Int
    ) throws {
        let blanks = isWide ? ["", "", "Legend"] : []
        let rows = [TableText.header + blanks, TableText.cells() + (isWide ? ["", text] : [])]
        let outcome = try Self.run(
            Self.building([(1, [""] + rows[0]), (2, [isWide ? "" : text] + rows[1])]))
        let told = outcome.found.filter { $0.hasPrefix("roster.column.unknown") }
        #expect(told.count == count + (isWide ? 1 : 0), "\(outcome.report)")
        let plain = try TableTrial()(
            rows.map { ([""] + $0).joined(separator: ",") + "\n" }.joined())
        #expect(plain.found.filter { $0.hasPrefix("roster.column.unknown") } == told)
    }

    /// A header in two lines is one that no layout has: the second line is no record.
    @Test(arguments: [false, true]) func aHeaderInTwoLinesIsTold(_ isRequired: Bool) throws {
        var first = TableText.header
        var second = TableText.header.map { _ in "" }
        let names = isRequired ? ["Member_Name_Last", "Member_Name_First"] : ["ED_Visits"]
        for name in names {
            let index = try #require(TableText.header.firstIndex(of: name))
            second[index] = name
            first[index] = name == names[0] ? "Group" : ""
        }
        let outcome = try Self.run(
            Self.building([(1, first), (2, second), (3, TableText.cells())]))
        if isRequired {
            #expect(outcome.status == 65)
            #expect(outcome.failure.contains("without its columns"), "\(outcome.failure)")
        } else {
            #expect(outcome.found.contains("roster.column.unknown 1"), "\(outcome.report)")
            #expect(outcome.books("rows") == [3, 1, 1, 1, 0])
            #expect(outcome.isBalanced)
            #expect(outcome.status == 1)
        }
    }

    // MARK: Sheets and cells

    @Test func hiddenSheetsAndRowsAreReadAndTold() throws {
        let rows = TableText.sheetRows(
            [(1, TableText.header), (2, TableText.cells())]
        ).replacing("<row r=\"2\">", with: "<row r=\"2\" hidden=\"1\">")
        let other = TableText.sheetRows([
            (1, TableText.header), (2, TableText.cells(["Medicaid_ID": "100000000998"])),
        ])
        let building = BookBuilding(rows, other).with { $0.states = ["visible", "veryHidden"] }
        let outcome = try Self.run(building)
        #expect(outcome.memberIDs == ["100000000999", "100000000998"], "\(outcome.report)")
        #expect(outcome.found.contains("roster.row.hidden 2"))
        #expect(outcome.rules.contains("roster.sheet.hidden"))
        #expect(outcome.isBalanced)
    }

    /// Days are counted from 1900 or from 1904, as the workbook says.
    @Test(arguments: [
        ("", "<c s=\"1\"><v>29222</v></c>", "1980-01-02"),
        ("date1904=\"1\"", "<c s=\"1\"><v>27760</v></c>", "1980-01-02"),
        ("", "<c s=\"1\"><v>61</v></c>", "1900-03-01"),
        ("date1904=\"true\"", "<c s=\"1\"><v>0</v></c>", "1904-01-01"),
    ]) func datesAreThoseOfTheWorkbook(_ properties: String, _ cell: String, _ day: String) throws {
        let building = Self.one(["Member_Date_of_Birth": cell]).with {
            $0.formats = ["yyyy\\-mm\\-dd"]
            $0.workbookProperties = properties
        }
        let outcome = try Self.run(building)
        let record = try #require((outcome.records + outcome.rejects).first, "\(outcome.report)")
        #expect(record["birthDate"] as? String == day, "\(outcome.report)")
    }

    /// A program that does not compute saves formulas alone.
    @Test func aFormulaWithoutItsValueIsTold() throws {
        let formula = "<c><f>A1+1</f></c>"
        let outcome = try Self.run(Self.one(["ED_Visits": formula]))
        #expect(outcome.found.contains("workbook.formula.valueless 2"), "\(outcome.report)")
        #expect(outcome.records.count == 1)
        let required = try Self.run(Self.one(["Medicaid_ID": formula]))
        #expect(required.found.contains("workbook.formula.valueless 2"), "\(required.report)")
        #expect(required.found.contains("roster.value.missing 2"))
        #expect(required.rejects.count == 1)
        let valued = try Self.run(Self.one(["ED_Visits": "<c><f>1+1</f><v>2</v></c>"]))
        #expect(!valued.rules.contains("workbook.formula.valueless"))
        #expect(valued.records.count == 1)
    }

    /// Texts beyond what memory is given lie on disk, and are the same.
    @Test(arguments: [0, 2000, 1 << 20]) func sharedTextsMayLieOnDisk(_ memory: Int) throws {
        let rows =
            [TableText.header]
            + (0..<200).map { number in
                TableText.cells([
                    "Medicaid_ID": "1000000\(10_000 + number)",
                    "Member_Name_Last": "Name \(number)",
                ])
            }
        let cells = rows.enumerated().map { row in
            "<row>"
                + row.element.indices.map { column in
                    "<c t=\"s\"><v>\(row.offset * row.element.count + column)</v></c>"
                }.joined() + "</row>"
        }
        let building = BookBuilding(cells.joined()).with {
            $0.strings = rows.joined().map { "<t>\($0)</t>" }
        }
        let path = FilePath("/tmp/turnpike-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(atPath: path.string) }
        try Data(building.bytes).write(to: URL(filePath: path.string))
        var limits = WorkbookLimits()
        limits.stringMemory = memory
        let book = try OpenWorkbook(
            InputFile(path), name: "a.xlsx", noun: "this file", else: "", .shipped,
            folder: FilePath("/tmp"), limits: limits)
        #expect(book.firstTable?.headerRow == 1)
        let isOpen = book.reader.open(book.sheets[0].sheet)
        #expect(isOpen)
        var read: [[String]] = []
        while let row = book.reader.next() {
            read.append(row.cells.map { String(decoding: row.text($0), as: UTF8.self) })
        }
        #expect(read == rows)
        let findings = book.reader.takeFindings()
        #expect(findings.isEmpty)
    }
}
