import Archives
import Testing

@testable import TableSyntax

/// What is written is read back, and is the same every time.
struct WorkbookWriterTests {
    static func written(
        _ method: ZipWriter<BookMemory>.Method = .stored, sheets: [String] = ["One", "Two"],
        _ rows: [[WorkbookCell]]
    ) throws -> [UInt8] {
        var book = try WorkbookWriter(BookMemory(), sheets: sheets, method: method)
        try book.beginSheet()
        try book.header(["Id", "Day"])
        for row in rows { try book.row(row) }
        return try book.finish().bytes
    }

    static let rows: [[WorkbookCell]] = [
        [.text("100000000999"), .date(year: 2026, month: 1, day: 31)],
        [.number("12.50"), .date(year: 1900, month: 1, day: 1), .empty, .number("x1")],
        [.text(" <&>\"'é\u{1F600}\n\t\r\u{1} _x000D_ ")], [],
        [.date(year: 2000, month: 2, day: 29), .date(year: 9999, month: 12, day: 31)],
    ]

    @Test(arguments: [ZipWriter<BookMemory>.Method.stored, .deflated])
    func whatIsWrittenIsRead(_ method: ZipWriter<BookMemory>.Method) throws {
        let reading = try BookReading(Self.written(method, Self.rows))
        #expect(reading.sheets == ["One", "Two"])
        #expect(
            reading.rows == [
                "1: Id|Day", "2: 100000000999|2026-01-31@", "3: 12.50#|1/1/1900||x1",
                "4:  <&>\"'é\u{1F600}\n\t\r\u{1} _x000D_ ", "5: ", "6: 2000-02-29@|9999-12-31@",
            ])
        #expect(reading.findings == ["table.text.control sheet 1 4:1"])
    }

    @Test func theSameBytesComeEveryTime() throws {
        #expect(try Self.written(.stored, Self.rows) == Self.written(.stored, Self.rows))
    }

    @Test func manyRowsAreRead() throws {
        let rows = (0..<20_000).map { [WorkbookCell.number("\($0)"), .text("t\($0)")] }
        let reading = try BookReading(Self.written(.deflated, rows))
        #expect(reading.rows.count == 20_001)
        #expect(reading.rows.last == "20001: 19999#|t19999")
    }

    @Test(arguments: [
        (["a/b", "a*b", ""], ["ab", "Sheet2", "Sheet3"]), ([], ["Sheet1"]),
        (
            ["é & <b>", String(repeating: "x", count: 40)],
            ["é & <b>", String(repeating: "x", count: 31)]
        ),
    ])
    func namesOfSheetsAreAllowed(_ wanted: [String], _ names: [String]) throws {
        #expect(try BookReading(Self.written(sheets: wanted, [])).sheets == names)
    }

    static let columns: [(Int, String)] = [
        (0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD"),
    ]

    @Test(arguments: columns) func columnsHaveNames(_ column: Int, _ name: String) {
        #expect(String(decoding: CellReference.name(column), as: UTF8.self) == name)
        let reference = Array((name + "1").utf8)
        #expect(reference.withUnsafeBufferPointer { CellReference.column($0) } == column)
    }
}
