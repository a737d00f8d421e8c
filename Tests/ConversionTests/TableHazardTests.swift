import Foundation
import Testing

@testable import Conversion

/// What goes wrong with tables on their way: each is found, nothing is lost, the books balance.
struct TableHazardTests {
    /// A row whose last cell is empty, one column off.
    private static let shifted = TableText.row([
        "Medicaid_ID": "100000010002", "Export_Date": "",
    ]).replacingOccurrences(of: "Main St", with: "Main, St")

    /// Lines with a delimiter behind each.
    private static func ended(_ lines: String) -> String {
        lines.replacingOccurrences(of: "\n", with: ",\n")
    }

    /// Name, text, findings with their rows, and rows: total, header, accepted, set aside, blank.
    static let hazards: [(name: String, text: String, found: [String], rows: [Int])] = [
        (
            "header only", TableText.headerLine, ["roster.table.empty 0"], [1, 1, 0, 0, 0]
        ),
        (
            "header twice",
            TableText.headerLine + TableText.member(1) + TableText.headerLine + TableText.member(2),
            ["roster.header.twice 3"], [4, 2, 2, 0, 0]
        ),
        (
            "header twice, the second with the mark of a file",
            TableText.headerLine + TableText.member(1) + "\u{FEFF}" + TableText.headerLine
                + TableText.member(2), ["roster.header.twice 3"], [4, 2, 2, 0, 0]
        ),
        (
            "header twice, the second with the mark of a file and in quotation marks",
            TableText.headerLine + TableText.member(1) + "\u{FEFF}"
                + TableText.header.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
                + TableText.member(2), ["roster.header.twice 3"], [4, 2, 2, 0, 0]
        ),
        (
            "a header with blanks of mails and of no width",
            TableText.headerLine.replacingOccurrences(
                of: "Member_Sex", with: "Member\u{A0}Sex\u{200B}")
                + TableText.member(1), [], [2, 1, 1, 0, 0]
        ),
        (
            "header in another case again",
            TableText.headerLine + TableText.member(1) + TableText.headerLine.uppercased(),
            ["roster.header.twice 3"], [3, 2, 1, 0, 0]
        ),
        (
            "titles before the header",
            "Assignments of July\n\n" + TableText.headerLine + TableText.member(1),
            ["roster.header.late 3"], [4, 2, 1, 0, 1]
        ),
        (
            "blank rows between",
            TableText.headerLine + TableText.member(1) + "\n , ,,\n" + TableText.member(2) + "\n",
            [], [6, 1, 2, 0, 3]
        ),
        (
            "blank rows of blanks that are not seen",
            TableText.headerLine + TableText.member(1) + "\u{A0},\u{200B},\u{FEFF} ,,\n\u{FEFF}\n"
                + TableText.member(2), [], [5, 1, 2, 0, 2]
        ),
        (
            "a total behind blanks that are not seen",
            TableText.headerLine + TableText.member(1) + "\u{A0},\u{FEFF}Total:\u{A0},1\n",
            ["roster.row.total 3"], [3, 1, 1, 1, 0]
        ),
        (
            "a record above the header, behind a blank that is not seen",
            "\u{A0}" + TableText.member(1) + TableText.headerLine + TableText.member(2),
            ["roster.header.below 2", "roster.member.blanks 1"], [3, 1, 2, 0, 0]
        ),
        (
            "a total at the end", TableText.headerLine + TableText.member(1) + "Total:,1\n",
            ["roster.row.total 3"], [3, 1, 1, 1, 0]
        ),
        (
            "a total with words",
            TableText.headerLine + TableText.member(1) + "Total Members: 1\n,Row count: 1\n",
            ["roster.row.total 3", "roster.row.total 4"], [4, 1, 1, 2, 0]
        ),
        (
            "a person who is called Sum, without an id",
            TableText.headerLine + ",Sum,Ming,,,19800102\n" + TableText.member(1),
            ["roster.value.missing 2"], [3, 1, 1, 1, 0]
        ),
        (
            "a row that is cut",
            TableText.headerLine + "100000010001,Sample\n" + TableText.member(2),
            ["roster.row.short 2"], [3, 1, 1, 1, 0]
        ),
        (
            "a comma too many",
            TableText.headerLine
                + TableText.member(1).replacingOccurrences(of: "Main St", with: "Main, St"),
            ["roster.row.long 2"], [2, 1, 0, 1, 0]
        ),
        (
            "a comma too many before an empty last cell",
            TableText.headerLine + TableText.member(1) + shifted + TableText.member(3),
            ["roster.row.long 3"], [4, 1, 2, 1, 0]
        ),
        (
            "one comma more in a row than in all rows",
            TableText.headerLine + ended(TableText.member(1) + shifted + TableText.member(3)),
            ["roster.row.long 3"], [4, 1, 2, 1, 0]
        ),
        (
            "a delimiter at the end of one row",
            TableText.headerLine + TableText.member(1) + ended(TableText.member(2))
                + TableText.member(3), ["roster.row.long 3"], [4, 1, 3, 0, 0]
        ),
        (
            "delimiters at the end of all rows",
            TableText.headerLine + ended(TableText.member(1) + TableText.member(2)), [],
            [3, 1, 2, 0, 0]
        ),
        (
            "delimiters at the end of the header and of a row",
            ended(TableText.headerLine) + TableText.member(1) + ended(TableText.member(2))
                + TableText.member(3), [], [4, 1, 3, 0, 0]
        ),
        (
            "a quoted line end",
            TableText.headerLine
                + TableText.member(1).replacingOccurrences(of: "1 Main St", with: "\"1 Main\nSt\"")
                + TableText.member(2),
            [], [3, 1, 2, 0, 0]
        ),
        (
            "a quoted line end at the end of the file",
            TableText.headerLine
                + String(TableText.member(1).dropLast()).replacingOccurrences(
                    of: "20180616", with: "\"20180616\n\""),
            [], [2, 1, 1, 0, 0]
        ),
        (
            "a quotation mark that is never closed",
            TableText.headerLine
                + TableText.member(1).replacingOccurrences(of: "1 Main", with: "\"1 Main")
                + (2...70).map(TableText.member).joined(),
            ["table.quote.unclosed 0"], [71, 1, 69, 1, 0]
        ),
        (
            "a column twice",
            TableText.headerLine.replacingOccurrences(of: "CP_Name_DSRIP", with: "CP_Name_Official")
                + TableText.member(1),
            ["roster.column.twice 1"], [2, 1, 1, 0, 0]
        ),
        (
            "NUL bytes at the end",
            TableText.headerLine + TableText.member(1) + String(repeating: "\0", count: 100),
            ["table.text.control 0"], [3, 1, 1, 1, 0]
        ),
    ]

    @Test(arguments: hazards.map(\.name))
    func hazardIsFoundAndNothingIsLost(_ name: String) throws {
        let hazard = try #require(Self.hazards.first { $0.name == name })
        let outcome = try TableTrial()(hazard.text)
        for found in hazard.found {
            #expect(outcome.found.contains(found), "\(name): \(outcome.found)")
        }
        if hazard.found.isEmpty { #expect(!outcome.rules.contains("roster.row.long"), "\(name)") }
        #expect(outcome.books("rows") == hazard.rows, "\(name): \(outcome.report)")
        #expect(outcome.isBalanced, "\(name)")
        #expect(outcome.books("bytes")[0] == hazard.text.utf8.count)
        #expect(outcome.records.count == hazard.rows[2])
        #expect(outcome.rejects.count == hazard.rows[3])
    }

    /// Of a rule that is off, nothing is set aside; what else the row breaks is found.
    @Test(arguments: [("roster.row.total", "Total,2\n"), ("roster.row.above", "")])
    func nothingIsSetAsideForARuleThatIsOff(_ rule: String, _ row: String) throws {
        let above = TableText.header.map { _ in "Text" }.joined(separator: ",") + "\n"
        let text = (row.isEmpty ? above : "") + TableText.headerLine + TableText.member(1) + row
        let on = try TableTrial()(text)
        #expect(on.rules.contains(rule))
        let settings = try RuleSettings(rule + " off\n", name: "r.rules")
        let off = try TableTrial { $0.rules = settings }(text)
        #expect(!off.rules.contains(rule) && off.isBalanced)
        let findings = off.rejects.first?["findings"] as? [Any] ?? []
        #expect(off.rejects.isEmpty || !findings.isEmpty, "\(off.report)")
        #expect(off.rejects.count == (row.isEmpty ? 0 : 1))
    }

    /// What is set aside is there with all its text.
    @Test func whatIsNoRecordIsKeptAsItStands() throws {
        let outcome = try TableTrial()(
            TableText.headerLine + TableText.member(1) + "Total,1,\"x\"\r\n")
        let reject = try #require(outcome.rejects.first)
        #expect(reject["recordType"] as? String == "unreadable")
        #expect(reject["scope"] as? String == "row")
        #expect(reject["raw"] as? String == "Total,1,\"x\"\r\n")
    }

    /// The header of a second table changes what the columns are.
    @Test func aSecondTableIsReadByItsOwnColumns() throws {
        let second = """
            Medicaid ID,Last Name,First Name,Gender,DOB,Admit Date,Discharge Date,\
            Discharge Disposition,Encounter Major Class
            100000000998,Other,Bo,Male,1/2/1980,1/3/2019 10:00,,,Emergency

            """
        let outcome = try TableTrial()(
            TableText.headerLine + TableText.member(1) + "\n" + second)
        #expect(outcome.found.contains("roster.table.second 4"), "\(outcome.report)")
        #expect(outcome.layout == "cp-assignment, ed-ip-visits")
        #expect(
            outcome.records.map { $0["layout"] as? String } == ["cp-assignment", "ed-ip-visits"])
        #expect(outcome.isBalanced)
    }

    /// What is no roster is refused by what it is nearest to, without a word of it.
    @Test(arguments: [
        ("Medicaid_ID,Member_Name_Last,Member_Name_First\n1,CANARY,B\n", "the nearest is"),
        ("Color,CANARY\nred,1\n", "Turnpike reads"),
        ("CANARY\n", "Turnpike reads"),
        ("", "empty"),
        ("<html><body>CANARY</body></html>", "looks like HTML"),
    ])
    func refused(_ text: String, _ word: String) throws {
        let outcome = try TableTrial()(text)
        #expect(outcome.status == 65)
        #expect(outcome.failure.contains(word), "\(outcome.failure)")
        #expect(!outcome.text.contains("CANARY"))
    }

    @Test func aMillionColumnsAreOneFinding() throws {
        let text =
            TableText.headerLine + String(repeating: ",", count: 1_000_000) + "\n"
            + TableText.member(1)
        let outcome = try TableTrial()(text)
        #expect(outcome.found.filter { $0.hasPrefix("table.limit.columns") }.count == 1)
        #expect(outcome.records.count == 1)
        #expect(outcome.isBalanced)
    }

    @Test func aCellOfTenMegabytesIsSetAside() throws {
        let text =
            TableText.headerLine + TableText.row(["Email": String(repeating: "x", count: 10 << 20)])
            + TableText.member(1)
        let outcome = try TableTrial()(text)
        #expect(outcome.rules.contains("table.limit.cell"))
        #expect(outcome.memberIDs == ["100000010001"])
        #expect(outcome.rejects.count == 1)
        #expect(outcome.isBalanced)
    }
}
