import Foundation
import Testing

/// Pages of rosters, whose findings have sheets and rows, in the same browser.
extension ReportBrowserTests {
    /// Members of a layout, two in five of them spoiled.
    private func roster(_ name: String, _ layout: String, records: Int) throws {
        let result = try Command.run(
            [
                "generate", "roster", "--layout", layout, "--records", "\(records)", "--seed", "5",
                "--defects", "0.4", "--output", name,
            ], in: folder)
        #expect(result.status == 0, "\(result.errors)")
    }

    private static let outreach = "CP_ALPHA-CP_MH_STATUSOUTREACH_FULL_20250701.csv"

    private func heads() throws -> [String] { try texts("#list thead button") }

    /// The numbers of the rows that are seen.
    private func rows() throws -> [Int] {
        try texts("#rows td[data-label=Row]").compactMap { Int($0.replacing(",", with: "")) }
    }

    @Test func aWorkbookHasSheetsAndRows() throws {
        try roster("a.xlsx", "cp-enrollment", records: 200)
        let run = try open(["a.xlsx"])
        #expect(
            try heads() == ["Severity", "Row", "Place", "Rule", "Message", "Expected"])
        #expect(try found() == run.findings.count)
        #expect(
            try texts(".tile dd").dropFirst(2).compactMap { Int($0) }.reduce(0, +)
                == run.files.reduce(0) {
                    $0 + $1.findings.error + $1.findings.warning + $1.findings.note
                })
        for sheet in ["sheet 1 (ENROLLMENT)", "sheet 2 (DISENROLLMENT)"] {
            let own = run.findings.filter { "sheet \($0.sheet ?? 0)" == sheet.prefix(7) }
            try choose("filter-sheet", "=" + sheet)
            #expect(try found() == own.count && !own.isEmpty, "\(sheet)")
            #expect(try rows() == own.prefix(100).compactMap(\.row), "\(sheet)")
            let places = try texts("#rows td[data-label=Place]")
            #expect(places.allSatisfy { $0.hasPrefix(sheet) }, "\(sheet)")
        }
        try browser.evaluate("document.querySelector('[data-key=line] button').click()")
        let inOrder = run.findings.filter { $0.sheet == 2 }.compactMap(\.row).sorted()
        #expect(try rows() == Array(inOrder.prefix(100)))
        #expect(browser.complaints == [])
    }

    @Test func sendersAreThoseThatNamesOfFilesSay() throws {
        try roster(Self.outreach, "cp-status-outreach", records: 60)
        try roster("a.xlsx", "cp-enrollment", records: 60)
        try roster("b.csv", "cp-assignment", records: 60)
        let files = [Self.outreach, "a.xlsx", "b.csv"]
        let run = try open(files)
        let names = ["ALPHA-CP", "Unknown sender of a.xlsx", "Unknown sender of b.csv"]
        #expect(try Set(texts("#senders h3")) == Set(names))
        for (index, file) in files.enumerated() {
            let own = run.findings.filter { $0.file == file }
            try choose("filter-sender", "=\(index + 1)")
            #expect(try found() == own.count && !own.isEmpty, "\(file)")
            #expect(try Set(texts("#rows .path")) == [file])
        }
        #expect(
            try heads() == [
                "Severity", "File", "Line or row", "Column", "Place", "Rule", "Message", "Expected",
            ])
        #expect(browser.complaints == [])
    }

    /// The same row on two sheets, each in the row of this number.
    @Test func theOtherSheetIsNamed() throws {
        try open(twin: ["List", "List (2)"])
        let facts = try texts("#rows tr .facts")
        #expect(facts.contains("see sheet 1 row 2"), "\(facts)")
        #expect(!facts.contains { $0.contains("see row") }, "\(facts)")
    }

    /// Opens the page of a workbook whose sheets hold the same rows.
    private func open(twin names: [String]) throws {
        try roster("a.csv", "cp-status-outreach", records: 1)
        let lines = try folder.read("a.csv").split(separator: "\r\n")
        let rows = lines.map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
                + "</row>"
        }
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let packages = "http://schemas.openxmlformats.org/package/2006/relationships"
        let numbers = names.indices.map { $0 + 1 }
        let sheets = zip(names, numbers).map {
            "<sheet name=\"\($0)\" sheetId=\"\($1)\" r:id=\"r\($1)\"/>"
        }
        let targets = numbers.map {
            "<Relationship Id=\"r\($0)\" Type=\"\(types)/worksheet\" Target=\"s\($0).xml\"/>"
        }
        let sheet =
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        let zip = ZipBuilding(
            [
                .init(
                    "_rels/.rels",
                    "<Relationships xmlns=\"\(packages)\"><Relationship Id=\"r1\" "
                        + "Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        + "</Relationships>"),
                .init(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><sheets>"
                        + "\(sheets.joined())</sheets></workbook>"),
                .init(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"\(packages)\">\(targets.joined())</Relationships>"),
            ] + numbers.map { .init("xl/s\($0).xml", sheet) })
        try Data(zip.bytes).write(to: folder["twin.xlsx"])
        _ = try open(["twin.xlsx"])
    }
}
