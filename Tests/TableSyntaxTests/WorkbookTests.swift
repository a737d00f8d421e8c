import Archives
import Testing

@testable import TableSyntax

/// Sheets of every kind of cell, as programs write them and otherwise.
struct WorkbookTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rows: String
        let read: [String]
        var testDescription: String { rows }

        init(_ rows: String, _ read: String...) {
            self.rows = rows
            self.read = read
        }
    }

    static let strings = [
        "<t>zero</t>", "<t>a &amp; b</t>",
        "<r><t>r</t></r><r><rPr><b/></rPr><t xml:space='preserve'> s</t></r>",
        "<t>k</t><rPh><t>spoken</t></rPh>", "<t/>", "<t>x_x000D_\ny</t>",
    ]
    static let formats = [
        "yyyy\\-mm\\-dd", "00000", "h:mm", "000\\-00\\-0000", "[h]:mm", "#,##0.00", "m/d/yy h:mm;@",
    ]

    static let cases = [
        Case(""),
        Case("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "1: zero"),
        Case(
            "<row r=\"3\" spans=\"1:4\" hidden=\"1\"><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"D3\" t=\"s\"><v>2</v></c></row>",
            "3 hidden: |a & b||r s"),
        Case(
            "<row r='1'><c t='s'><v>3</v></c><c t='s'><v>4</v></c><c t='s'><v>5</v></c></row>",
            "1: k||x\r\ny"),
        Case(
            "<row><c><v>100000000999</v></c></row><row/><row r=\"5\"></row><row><c><v>1</v></c></row>",
            "1: 100000000999#", "2: ", "5: ", "6: 1#"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>1.00000000999E+11</v></c><c r=\"B1\"><v>0.30000000000000004</v></c><c r=\"C1\"><v>12345678901234567890</v></c></row>",
            "1: 100000000999#|0.3#|12345678901234567890#"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>1.00001E+11</v></c><c r=\"B1\" t=\"str\"><v>1.00000000999E+11</v></c><c r=\"C1\" s=\"2\"><v>2.139E3</v></c><c r=\"D1\" s=\"1\"><v>4.6053E4</v></c><c r=\"E1\" s=\"1\"><v>1.9800102E7</v></c></row>",
            "1: 1.00001E+11#|1.00000000999E+11|02139#|2026-01-31@|19800102#"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c><c r=\"C1\" t=\"e\"><v>#N/A</v></c></row>",
            "1: TRUE?|FALSE?|#N/A!"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>x</v></c><c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c></row>",
            "1: 2#|x|"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> in &lt;l&gt; &#233;&#xe9;\n</t></is></c><c r=\"B1\" t=\"inlineStr\"><is/></c></row>",
            "1:  in <l> éé\n|"),
        Case(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46053</v></c><c r=\"B1\" s=\"8\"><v>46053</v></c><c r=\"C1\" s=\"1\"><v>46053.5</v></c><c r=\"D1\" s=\"3\"><v>0.354166666666667</v></c></row>",
            "1: 2026-01-31@|2026-01-31@|2026-01-31T12:00:00@|08:30:00@"),
        Case(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>59</v></c><c r=\"C1\" s=\"1\"><v>60</v></c><c r=\"D1\" s=\"1\"><v>61</v></c><c r=\"E1\" s=\"1\"><v>-1</v></c><c r=\"F1\" s=\"1\"><v>2958465</v></c><c r=\"G1\" s=\"1\"><v>2958466</v></c></row>",
            "1: 1900-01-01@|1900-02-28@|60#|1900-03-01@|-1#|9999-12-31@|2958466#"),
        Case(
            "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>2139</v></c><c r=\"B1\" s=\"4\"><v>12345678</v></c><c r=\"C1\" s=\"5\"><v>0.75</v></c><c r=\"D1\" s=\"6\"><v>1234.5</v></c><c r=\"E1\" s=\"2\"><v>123456</v></c><c r=\"F1\" s=\"7\"><v>45000.25</v></c></row>",
            "1: 02139#|012-34-5678#|0.75#|1234.5#|123456#|2023-03-15T06:00:00@"),
        Case(
            "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-01-31</v></c><c r=\"B1\" s=\"99\"><v>5</v></c><c r=\"AA1\"><v>27</v></c></row>",
            "1: 2026-01-31@|5#" + String(repeating: "|", count: 25) + "27#"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>é</v></c><c r=\"B1\" t=\"str\"><v>\u{1F600}</v></c></row>",
            "1: é#|\u{1F600}"),
        // What no program writes, and XML allows.
        Case("<row r=\"1\"><c r=\"A1\"><v>4.3499999999999996</v></c></row>", "1: 4.35#"),
        Case("<!-- c --><row r=\"1\"><c r=\"A1\"><v>1</v></c><!-- d --></row>", "1: 1#"),
        Case("<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[a<b]]>c</v></c></row>", "1: a<bc"),
        Case("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\r\nb</v></c></row>", "1: a\nb"),
        Case(
            "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>",
            "1: 1#"),
        Case("<row r = \"1\" ><c  r = 'A1' ><v>1</v ></c ></row >", "1: 1#"),
    ]

    static func building(_ rows: String) -> BookBuilding {
        BookBuilding(rows).with {
            $0.strings = strings
            $0.formats = formats
        }
    }

    @Test(arguments: cases) func cells(_ test: Case) throws {
        let reading = try BookReading(Self.building(test.rows).bytes)
        #expect(reading.rows == test.read)
        #expect(reading.findings == [])
    }

    /// What is read as programs write it is read the same as XML.
    @Test(arguments: cases) func bothReadersAgree(_ test: Case) throws {
        let building = Self.building(test.rows)
        let plain = try BookReading(building.bytes)
        let strange = try BookReading(
            building.with { $0.head = "<!-- c -->" + String($0.head.dropFirst(39)) }.bytes)
        #expect(strange == plain)
        let prefixed = building.with {
            $0.head = "<x:worksheet xmlns:x=\"\(BookBuilding.main)\"><x:sheetData>"
            $0.tail = "</x:sheetData></x:worksheet>"
            $0.sheets = $0.sheets.map {
                $0.replacing("</", with: "</x:").replacing(/<([a-z])/) { "<x:\($0.1)" }
            }
        }
        if !test.rows.contains("CDATA") { #expect(try BookReading(prefixed.bytes) == plain) }
    }

    /// Windows of any size cut rows anywhere.
    @Test(arguments: cases, [64, 65, 100, 333]) func windowsMakeNoDifference(
        _ test: Case, _ window: Int
    ) throws {
        #expect(try Self.scanned(test, window) == Self.scanned(test, 1 << 18))
    }

    /// How many rows the scanner reads, and what ends them.
    private static func scanned(_ test: Case, _ window: Int) throws -> String {
        let building = Self.building(test.rows)
        let source = BookMemory(bytes: try building.bytes)
        let archive = try WorkbookArchive(source, limits: WorkbookLimits())
        var strings = SharedStrings(memory: 1 << 20, limit: 1 << 20, spill: nil)
        guard let stringBytes = try archive.open("xl/sharedStrings.xml"),
            let sheetBytes = try archive.open("xl/worksheets/s1.xml")
        else {
            return "a part is missing"
        }
        var stringsReader = StringsReader(stringBytes, limits: WorkbookLimits())
        _ = try stringsReader.read(into: &strings)
        var rows = SheetRows(
            limits: WorkbookLimits(), styles: archive.styles, isFrom1904: false)
        rows.clear(forSheet: 1)
        let memory = ScanMemory(window: window)
        var scanner = SheetScanner(sheetBytes, limits: WorkbookLimits(), memory: memory)
        while true {
            let step = try scanner.next(&rows, &strings)
            if step != .row { return "\(rows.rowCount) \(step) \(rows.takeFindings().count)" }
        }
    }

    /// What programs write is not left to the XML reader.
    @Test func rowsAsWrittenAreScanned() throws {
        for test in Self.cases.prefix(14) where !test.rows.contains("<is/>") {
            #expect(try Self.scanned(test, 1 << 18) == "\(test.read.count) end 0", "\(test.rows)")
        }
    }

    @Test func daysMayBeCountedFrom1904() throws {
        let building = Self.building(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44591</v></c><c r=\"B1\" s=\"1\"><v>0</v></c></row>"
        )
        .with { $0.workbookProperties = "date1904=\"1\"" }
        #expect(try BookReading(building.bytes).rows == ["1: 2026-01-31@|1904-01-01@"])
    }

    @Test func sheetsAreNamedAndMayBeHidden() throws {
        let building = BookBuilding("<row><c><v>1</v></c></row>", "", "<row><c><v>3</v></c></row>")
            .with { $0.states = ["visible", "hidden", "veryHidden"] }
        let reading = try BookReading(building.bytes)
        #expect(reading.sheets == ["S1", "S2 hidden", "S3 hidden"])
        #expect(reading.rows == ["1: 1#", "1: 3#"])
    }

    @Test func mergedCellsAreTold() throws {
        let building = BookBuilding("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").with {
            $0.tail =
                "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:C2\"/>"
                + "<mergeCell ref=\"B90:B91\"/><mergeCell ref=\"nonsense\"/></mergeCells></worksheet>"
        }
        let book = try WorkbookReader(BookMemory(bytes: building.bytes))
        let merges = book.merges(of: book.sheets[0], inFirst: 10)
        #expect(merges.map { "\($0.rows) \($0.columns)" } == ["1...2 0...2"])
    }

    @Test(arguments: [0, 1, 40, 200, 1 << 20]) func stringsMaySpill(_ memory: Int) throws {
        let texts = (0..<500).map { "text \($0) \(String(repeating: "é", count: $0 % 7))" }
        let cells = (0..<500).map { "<row><c t=\"s\"><v>\($0 * 7 % 500)</v></c></row>" }.joined()
        let building = BookBuilding(cells).with { $0.strings = texts.map { "<t>\($0)</t>" } }
        var limits = WorkbookLimits()
        limits.stringMemory = memory
        let spill = SpillMemory()
        let reading = try BookReading(building.bytes, limits: limits, spill: spill)
        #expect(reading.rows == (0..<500).map { "\($0 + 1): \(texts[$0 * 7 % 500])" })
        #expect(reading.findings == [])
        #expect(spill.bytes.isEmpty == (memory == 1 << 20))
    }
}
