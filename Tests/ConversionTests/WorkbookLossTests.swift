import Foundation
import Testing

@testable import Conversion
@testable import TableSyntax

/// What is lost of a workbook is told by whatever reads it.
struct WorkbookLossTests {
    /// A workbook, what is found in it as a whole, and the exit status.
    typealias Case = (name: String, bytes: [UInt8], rule: String, status: Int32)

    static func cases() throws -> [Case] {
        let plain = BookBuilding(RosterWorkbook.sheet(1...2))
        let many = plain.with { $0.sheets += [String](repeating: "", count: 1000) }
        let part = { (name: String) in plain.with { $0.others = [(name, "<a/>")] } }
        let styles = try RosterWorkbook.bytes(plain) { name, text in
            name == "xl/styles.xml" ? String(text.dropLast(20)) : text
        }
        let strings = try RosterWorkbook.bytes(RosterWorkbook.shared) { name, text in
            name == "xl/sharedStrings.xml" ? String(text.dropLast(8)) : text
        }
        let digit = try RosterWorkbook.damaged(RosterWorkbook.shared, at: "100000010001")
        return [
            ("a digit of a text is another", digit, "workbook.part.damaged", 1),
            ("too many sheets", try many.bytes, "workbook.limit.sheets", 1),
            ("styles that are cut", styles, "workbook.part.malformed", 1),
            ("texts that are cut", strings, "workbook.part.malformed", 1),
            ("a part twice", try part("XL/worksheets/S1.xml").bytes, "workbook.part.twice", 1),
            ("macros", try part("xl/vbaProject.bin").bytes, "workbook.macro.ignored", 0),
            (
                "links", try part("xl/externalLinks/externalLink1.xml").bytes,
                "workbook.link.ignored", 0
            ),
        ]
    }

    @Test func whatIsFoundInTheWorkbookAsAWholeIsTold() throws {
        for test in try Self.cases() {
            let outcome = try TableTrial()(test.bytes, name: "input.xlsx")
            #expect(outcome.found.contains("\(test.rule) 0"), "\(test.name): \(outcome.report)")
            #expect(outcome.status == test.status, "\(test.name): \(outcome.report)")
            #expect(outcome.isBalanced, "\(test.name)")
            let entries = RosterEntries(test.bytes, name: "input.xlsx")
            while entries.next() != nil {}
            let found = entries.findings.map(\.rule.description)
            #expect(found.contains(test.rule), "\(test.name): \(found)")
        }
    }

    /// Workbooks of which no table is known, for what is wrong with them.
    static func refused() throws -> [(name: String, bytes: [UInt8], word: String)] {
        let plain = BookBuilding(RosterWorkbook.sheet(1...1))
        let sheet = "xl/worksheets/s1.xml"
        let without = { (building: BookBuilding, part: String) in
            try RosterWorkbook.bytes(building) { $0 == part ? nil : $1 }
        }
        let head = BookBuilding.main
        let typed = plain.with {
            $0.head =
                "<!DOCTYPE worksheet [<!ENTITY e \"x\">]><worksheet xmlns=\"\(head)\"><sheetData>"
        }
        let stored = plain.with { $0.method = .stored }
        return [
            ("no sheet", try without(plain, sheet), "a sheet that is not in it"),
            (
                "no texts", try without(RosterWorkbook.shared, "xl/sharedStrings.xml"),
                "texts are not in it"
            ),
            ("a document type", try typed.bytes, "document type"),
            ("a checksum", try RosterWorkbook.damaged(stored, at: "<sheetDat"), "damaged"),
            ("not wrong, but unknown", try BookBuilding("<row/>").bytes, "columns no layout has"),
        ]
    }

    @Test func whatIsRefusedIsRefusedForWhatIsWrongWithIt() throws {
        for test in try Self.refused() {
            let outcome = try TableTrial()(test.bytes, name: "input.xlsx")
            #expect(outcome.status == 65, "\(test.name)")
            #expect(outcome.failure.contains(test.word), "\(test.name): \(outcome.failure)")
        }
    }

    /// Who counts or compares rows needs them all.
    @Test func whatIsCutIsNeitherCountedNorCompared() throws {
        let folder = try TableFolder()
        let plain = BookBuilding(RosterWorkbook.sheet(1...3))
        let cut = folder.path("cut.xlsx", try plain.with { $0.tail = "" }.bytes)
        let many = plain.with { $0.sheets += [String](repeating: "", count: 1000) }
        let whole = folder.path("whole.xlsx", try plain.bytes)
        #expect(try TableCounts.count(whole).map(\.rows) == [3])
        for path in [cut, folder.path("many.xlsx", try many.bytes)] {
            #expect(throws: ConversionFailure.self) { _ = try TableCounts.count(path) }
            #expect(throws: ConversionFailure.self) { _ = try PreviousFile(path) }
        }
        _ = try PreviousFile(whole)
        let failures = folder.inspections(cut).map { $0.failure?.message ?? "" }
        #expect(failures.first?.contains("no well-formed XML") == true, "\(failures)")
    }

    /// A value that is too long, or a second one of a cell, is in the rejects.
    @Test func whatIsSetAsideIsWhole() throws {
        let long = String(repeating: "x", count: 1_100_000)
        let name = try #require(TableText.header.firstIndex(of: "Member_Name_Last"))
        var cells = TableText.cells()
        cells[name] = long
        let header = RosterWorkbook.row(TableText.header)
        let book = BookBuilding(header + RosterWorkbook.row(cells))
        let outcome = try TableTrial()(try book.bytes, name: "input.xlsx")
        let reject = outcome.rejects.first?["name"] as? [String: String]
        #expect(reject?["last"] == long)
        #expect(outcome.rules.contains("table.limit.cell"), "\(outcome.rules)")
        #expect(!outcome.rules.contains("roster.value.missing"))
        let twice = RosterWorkbook.row(TableText.cells()).replacingOccurrences(
            of: "</row>", with: "<c r=\"B1\" t=\"inlineStr\"><is><t>Second</t></is></c></row>")
        let doubled = try TableTrial()(
            try BookBuilding(header + twice).bytes, name: "input.xlsx")
        #expect(doubled.rules.contains("workbook.cell.twice"), "\(doubled.rules)")
        let both = (doubled.rejects.first?["name"] as? [String: String])?["last"] ?? ""
        #expect(both.contains("Sample") && both.contains("Second"), "\(both)")
    }
}
