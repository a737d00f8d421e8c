import Foundation
import Testing

@testable import Conversion

/// What findings of a workbook speak of is shown where values are.
struct WorkbookExcerptTests {
    /// The rows of a sheet by their members, and lines of the report under findings of a rule.
    @Test(arguments: [
        ([1, 2, 1, 3, 2, 4], 2), ([1, 2, 1], 1), (Array(1...1500) + [7, 1500], 2),
        (Array(1...3000) + [2999, 1], 2),
    ])
    func rowsThatAreAlikeAreShown(_ members: [Int], _ count: Int) throws {
        let rows = members.map { RosterWorkbook.row(RosterWorkbook.member($0)) }
        let book = BookBuilding(RosterWorkbook.row(TableText.header) + rows.joined())
        let outcome = try TableTrial { $0.showsValues = true }(try book.bytes, name: "a.xlsx")
        let lines = outcome.report.components(separatedBy: "\n")
        let shown = lines.indices.filter { lines[$0].hasSuffix("[roster.row.repeated]") }
            .map { lines[$0 + 1] }
        #expect(shown.count == count)
        #expect(shown.allSatisfy { $0.hasPrefix("    1000000") }, "\(shown)")
    }

    /// A finding of the same row stands between them, and others come when the file is closed.
    @Test func rowsOfTheirOwnFindingsAreShownToo() throws {
        var odd = RosterWorkbook.member(3)
        odd[TableText.header.firstIndex(of: "Member_Sex") ?? 0] = "Q"
        let rows = [1, 1].map { RosterWorkbook.member($0) } + [odd]
        let sheet = ([TableText.header] + rows).map { RosterWorkbook.row($0) }.joined()
        let outcome = try TableTrial { $0.showsValues = true }(
            try BookBuilding(sheet, sheet).bytes, name: "a.xlsx")
        let lines = outcome.report.components(separatedBy: "\n")
        for (row, text) in [("sheet 1 row 4", "    Q"), ("sheet 2 row 4", "    Q")] {
            let index = lines.firstIndex { $0.contains(row) && $0.contains("code.unknown") }
            #expect(index.map { lines[$0 + 1] } == text, "\(outcome.report)")
        }
        let repeated = lines.indices.filter { lines[$0].hasSuffix("[roster.row.repeated]") }
        #expect(repeated.count == 4)
        #expect(repeated.allSatisfy { lines[$0 + 1].hasPrefix("    100000") })
    }
}
