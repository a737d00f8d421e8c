import ShippedGrammars
import TableGrammar
import Testing

@testable import Conversion
@testable import TableSyntax

/// Sheets that break, or have rows in no place: nothing of them is lost, and the books say so.
struct BrokenSheetTests {
    private func row(_ member: Int, _ number: Int) -> String {
        RosterWorkbook.row(RosterWorkbook.member(member), number: number)
    }

    private let header = RosterWorkbook.row(TableText.header, number: 1)

    /// One row with such a number is set aside, and the rows behind it are records.
    @Test func aRowWithANumberThatNoSheetHas() throws {
        let rows = header + row(1, 2) + row(2, 99_999_999) + row(3, 4) + row(4, 5)
        let outcome = try TableTrial()(BookBuilding(rows).bytes, name: "input.xlsx")
        #expect(outcome.memberIDs == ["100000010001", "100000010003", "100000010004"])
        #expect(outcome.rejects.map { $0["memberId"] as? String } == ["100000010002"])
        #expect(outcome.found.contains("workbook.row.number 3"), "\(outcome.report)")
        #expect(outcome.books("rows") == [5, 1, 3, 1, 0])
        #expect(outcome.isBalanced)
        #expect(outcome.status == 1)
    }

    /// The row in which the XML breaks is among the rejects with what came before.
    @Test(arguments: [0, 12, 40]) func aRowThatBreaks(_ cut: Int) throws {
        let broken = String(row(2, 3).dropLast(cut + 6)) + "</oops>"
        let building = BookBuilding(header + row(1, 2) + broken + row(3, 4))
        let outcome = try TableTrial()(building.bytes, name: "input.xlsx")
        #expect(outcome.memberIDs == ["100000010001"])
        #expect(outcome.rejects.map { $0["memberId"] as? String } == ["100000010002"])
        #expect(outcome.found.contains("workbook.part.malformed 3"), "\(outcome.report)")
        #expect(outcome.books("rows") == [3, 1, 1, 1, 0])
        #expect(outcome.isBalanced)
        #expect(outcome.status == 1)
    }

    /// On a sheet without rows of the layout too it is told that it breaks.
    @Test func aSheetAsideThatBreaks() throws {
        let names = try #require(LayoutLibrary.shipped.layout(named: "flexible-services"))
            .tables[0].columns.map(\.name)
        let book = BookBuilding(
            RosterWorkbook.row(names),
            RosterWorkbook.row(["A", "B"]) + "<row><c><v>1</v></c></oops>"
        )
        let bytes = try RosterWorkbook.bytes(book) { name, text in
            guard name == "xl/workbook.xml" else { return text }
            return text.replacing("\"S1\"", with: "\"NUTRITION\"")
                .replacing("\"S2\"", with: "\"Code Sheet\"")
        }
        let outcome = try TableTrial()(bytes, name: "A_ML_R1_QE20200331.xlsm")
        #expect(outcome.rules.contains("workbook.part.malformed"), "\(outcome.report)")
        #expect(outcome.books("rows") == [3, 3, 0, 0, 0])
        #expect(outcome.isBalanced)
    }
}
