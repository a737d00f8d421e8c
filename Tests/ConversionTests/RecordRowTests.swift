import Foundation
import Testing

@testable import Conversion
@testable import TableSyntax

/// Which rows of a table are records is the same for all who read it.
struct RecordRowTests {
    private static let header = TableText.headerLine
    private static let member = TableText.member

    /// Text; how many rows are records; what is found, with its row.
    static let tables: [(name: String, text: String, records: Int, found: [String])] = [
        ("sorted", member(1) + member(2) + header + member(3), 3, ["roster.header.below 3"]),
        ("header last", member(1) + member(2) + header, 2, ["roster.header.below 3"]),
        (
            "sorted, an id with a digit more",
            TableText.row(["Medicaid_ID": "1000000100011"]) + header + member(1), 2,
            ["roster.header.below 2", "roster.member.form 1"]
        ),
        (
            "sorted, an id with a letter",
            TableText.row(["Medicaid_ID": "10000000A001"]) + header + member(1), 2,
            ["roster.header.below 2", "roster.member.form 1"]
        ),
        (
            "sorted, no id", TableText.row(["Medicaid_ID": ""]) + header + member(1), 2,
            ["roster.header.below 2", "roster.value.missing 1"]
        ),
        (
            "sorted, an id as a formula",
            member(2).replacing("100000010002", with: "\"=\"\"100000010002\"\"\"") + header
                + member(1),
            2,
            ["roster.header.below 2"]
        ),
        (
            "sorted, an id with a blank of mails", "\u{A0}" + member(2) + header + member(1), 2,
            ["roster.header.below 2"]
        ),
        (
            "a line of descriptions",
            TableText.header.map { _ in "Text of member" }.joined(separator: ",") + "\n" + header
                + member(1), 1, ["roster.row.above 1"]
        ),
        (
            "a line of groups", "Member,,,,,,,ACO,,,,,CP\n" + header + member(1), 1,
            ["roster.header.late 2"]
        ),
        (
            "letters of the columns",
            "A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AK,"
                + "AL,AM,AN,AO,AP,AQ,AR,AS,AT,AU,AV,AW\n" + header + member(1), 1,
            ["roster.header.late 2"]
        ),
        (
            "a title beside sorted rows", "Assignments\n" + member(1) + header + member(2), 2,
            ["roster.header.below 3", "roster.header.late 3"]
        ),
        (
            "a title", "Assignments of 100000000999\n" + header + member(1), 1,
            ["roster.header.late 2"]
        ),
        ("an id alone", "100000000999\n" + header + member(1), 1, ["roster.header.late 2"]),
        ("a day", "20250701,ACO,CP,July\n" + header + member(1), 1, ["roster.header.late 2"]),
        (
            "numbers of the columns",
            TableText.header.indices.map { "\($0 + 1)" }.joined(separator: ",") + "\n" + header
                + member(1), 1, ["roster.header.late 2"]
        ),
        ("a total", header + member(1) + member(2) + "Total,2\n", 2, ["roster.row.total 4"]),
        ("a header twice", header + member(1) + header + member(2), 2, ["roster.header.twice 3"]),
        ("blank rows", header + "\n ,,\n" + member(1) + "\n\n", 1, []),
        ("the end of a file of DOS", header + member(1) + "\u{1A}", 1, []),
    ]

    @Test(arguments: tables.indices) func recordsAreTheSameForAll(_ index: Int) throws {
        let table = Self.tables[index]
        let outcome = try TableTrial()(table.text)
        let known = [
            "roster.header", "roster.row", "roster.member.form", "roster.value.missing",
            "table.text",
        ]
        let found = outcome.found.filter { line in known.contains { line.hasPrefix($0) } }
        #expect(found.sorted() == table.found.sorted(), "\(table.name): \(outcome.found)")
        let isDamaged = table.found.contains {
            $0.hasPrefix("roster.member") || $0.hasPrefix("roster.value")
        }
        #expect(outcome.records.count == table.records - (isDamaged ? 1 : 0), "\(table.name)")
        #expect(outcome.isBalanced, "\(table.name): \(outcome.report)")
        let folder = try TableFolder()
        let path = folder.path("r.csv", Array(table.text.utf8))
        #expect(try TableCounts.count(path).map(\.rows) == [table.records], "\(table.name)")
        let seen = folder.inspections(path).map(\.text).joined()
        let word = table.records == 1 ? "1 row" : "\(table.records) rows"
        #expect(seen.contains("columns, \(word)"), "\(table.name): \(seen)")
    }

    /// Rows of a sheet are below its header whatever numbers they have.
    @Test(arguments: [
        ("titles and a number that goes back", [1, 3, 2, 4], 1),
        ("all of one number", [1, 1, 1], 0),
        ("numbers that are not there", [1, 10, 11, 12], 1),
    ]) func numbersOfRowsDecideNothing(_ name: String, _ numbers: [Int], _ titles: Int) throws {
        let rows = numbers.enumerated().map { index, number in
            RosterWorkbook.row(
                index < titles
                    ? ["Assignments"]
                    : index == titles ? TableText.header : RosterWorkbook.member(index),
                number: number)
        }
        let count = numbers.count - titles - 1
        let bytes = try BookBuilding(rows.joined()).bytes
        let outcome = try TableTrial()(bytes, name: "input.xlsx")
        let kept = outcome.records.count + outcome.rejects.count
        #expect(kept == count, "\(name): \(outcome.report)")
        #expect(outcome.isBalanced, "\(name)")
        let folder = try TableFolder()
        let path = folder.path("r.xlsx", bytes)
        #expect(try TableCounts.count(path).map(\.rows) == [count], "\(name)")
        let seen = folder.inspections(path).map(\.text).joined()
        #expect(seen.contains("columns, \(count) row"), "\(name): \(seen)")
        #expect(try PreviousFile(path).roster.count == count, "\(name)")
    }

    /// What has no header where one is looked for is refused for that.
    @Test(arguments: [
        ("rows alone", (1...30).map(TableText.member).joined(), "none of its first 25 rows"),
        (
            "a header behind rows", (1...30).map(TableText.member).joined() + header,
            "none of its first 25 rows"
        ),
        (
            "a header behind lines", String(repeating: "x\n", count: 25) + header + member(1),
            "64 kB, name no columns of a roster"
        ),
    ]) func aHeaderIsSoughtInTheFirstRows(_ name: String, _ text: String, _ word: String) throws {
        let outcome = try TableTrial()(text)
        #expect(outcome.status == 65, "\(name)")
        #expect(outcome.failure.contains(word), "\(name): \(outcome.failure)")
    }

    /// Columns of a summary stand in any order, on each sheet in its own.
    @Test func eachSheetOfASummaryIsFilledInByItsHeader() throws {
        let columns = [
            "Sender", "Sent_Row_Num", "Sent_Column_Num", "Sent_Export_Time_Stamp", "Receiver",
            "Received_Row_Num", "Received_Column_Num", "Received_Export_Time_Stamp",
        ]
        let values = ["CBBH", "1", "\(TableText.header.count)", "20250701", "HLHP", "", "", ""]
        let sheets = [columns, columns.reversed()].map { Array($0) }
        let folder = try TableFolder()
        let summary = folder.path(
            "s.xlsx",
            try TableText.workbook(
                ("A", [sheets[0], values]), ("B", [sheets[1], values.reversed()])))
        let rows = [TableText.header, TableText.cells()]
        let roster = folder.path("r.xlsx", try TableText.workbook(("A", rows), ("A (2)", rows)))
        let receipt = try Receipt.write(
            summary: summary, roster: roster, day: "20250702", to: summary + "R.xlsx")
        #expect(receipt.lines.allSatisfy { !$0.differs })
        let bytes = try Data(contentsOf: URL(fileURLWithPath: receipt.path))
        let outcome = try TableTrial()([UInt8](bytes), name: "R.xlsx")
        let receipts = outcome.records.map { $0["receipt"] as? [String: Any] ?? [:] }
        #expect(receipts.count == 2, "\(outcome.report)")
        for filled in receipts {
            #expect(filled["sender"] as? String == "CBBH")
            #expect(filled["sentRows"] as? Int == 1)
            #expect(filled["receivedRows"] as? Int == 1)
            #expect(filled["receivedColumns"] as? Int == TableText.header.count)
            #expect(filled["receivedTime"] as? String == "20250702")
        }
    }

    @Test(arguments: ["20251301", "20250230", "00000000", "2025071", ""])
    func aReceiptIsOfADayOfTheCalendar(_ day: String) throws {
        let folder = try TableFolder()
        let path = folder.path("r.csv", Array((Self.header + Self.member(1)).utf8))
        #expect {
            _ = try Receipt.write(summary: path, roster: path, day: day, to: path + ".xlsx")
        } throws: { error in
            (error as? ConversionFailure)?.exitStatus == 64
        }
    }
}
