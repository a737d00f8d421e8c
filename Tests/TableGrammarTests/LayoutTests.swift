import Foundation
import Testing

@testable import TableGrammar

struct LayoutTests {
    @Test func header() throws {
        let layout = try Layouts.items()
        #expect(layout.version == "2")
        #expect(layout.title == "Items of a store")
        #expect(layout.notes == ["Nobody's."])
        #expect(layout.certainty == .found)
        #expect(layout.files.map(\.certainty) == [.seen])
        #expect(layout.asides == ["Notes"])
        #expect(layout.tables.map(\.sheets) == [["One", "Two"], ["Three"]])
        #expect(layout.tables.map(\.widths) == [nil, [80]])
        #expect(layout.tables.map(\.isHeadless) == [false, true])
    }

    /// Editors of Windows write other line ends, and a mark at the beginning.
    @Test(arguments: [("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")])
    func anEditorOfWindows(_ mark: String, _ end: String) throws {
        let items = try Layouts.file("Sound/items.layout")
        let text = String(decoding: items.bytes, as: UTF8.self)
        let file = LayoutFile(
            path: "items", bytes: Array((mark + text.replacing("\n", with: end)).utf8))
        let fields = try LayoutLibrary([Layouts.file("Sound/fields.layout")])
        #expect(try fields.layout(of: file) == Layouts.items())
    }

    @Test func aProblemBehindALineEndOfWindows() throws {
        let text = "# x\r\n\r\nlayout a  version 1  seen\r\nwhat\r\n"
        let file = LayoutFile(path: "a", bytes: Array(text.utf8))
        let error = #expect(throws: LayoutProblems.self) { try Layouts.library().layout(of: file) }
        #expect(error?.problems.first?.line == 4)
        #expect(error?.problems.first?.message.contains("\r") == false)
    }

    /// What is one character is one column, whatever bytes it has.
    @Test(arguments: [
        "title  Cafe  x", "title  Cafe\u{301}  x", "title  Caf\u{E9}  x", "title  C\rafe  x",
        "title  Cafe  #\u{301}", "title  C\r\u{E9}fe  x", "title  C\u{1F1E9}\u{1F1EA}fe  x\r",
    ])
    func aPlaceIsCountedInCharacters(_ line: String) throws {
        let file = LayoutFile(path: "a", bytes: Array("layout a  version 1  seen\n\(line)".utf8))
        let error = #expect(throws: LayoutProblems.self) { try Layouts.library().layout(of: file) }
        #expect(error?.problems.first?.rule == "layout.line.surplus")
        #expect(error?.problems.first?.column == 14)
    }

    @Test func columns() throws {
        let columns = try Layouts.items().tables[0].columns
        #expect(columns.map(\.name) == ["Item Id", "Made", "Sold", "Color", "Left", "Remark"])
        #expect(columns.map(\.width) == [12, 10, nil, 10, 1, nil])
        #expect(columns.map(\.usage.description) == ["RVL", "R", "RV", "O", "RL", "O"])
        #expect(columns.map(\.suppliers) == [["A"], ["A"], ["A", "B"], ["B"], [], ["B"]])
        #expect(columns[0].aliases == ["Id", "Number"])
        #expect(
            columns.map { $0.formats.map(\.text) }[1...2] == [
                ["YYYYMMDD", "M/D/YYYY"], ["YYYY-MM-DD"],
            ])
        #expect(columns[2].certainty == .inferred)
        #expect(columns[3].values == ["red", "dark green", "blue"])
        #expect(columns[3].tolerated == ["mauve"])
        #expect(columns[4].values == ["Y", "N"])
        #expect(columns.map(\.isExtra) == [false, false, false, false, false, true])
        #expect(columns.last?.field == nil)
    }

    @Test func rules() throws {
        let table = try Layouts.items().tables[0]
        #expect(table.key == [0, 1])
        #expect(
            table.rules.map { $0.text(table.columns) } == [
                "Made is not after Sold", "Made is the first day of a month",
                "Sold is the last day of a month", "Remark begins with Item Id",
                "Sold has a value where Made has one",
                "Remark has no value where Color is blue or dark green",
                "Left is N where Sold has one",
            ])
        #expect(table.rules.map(\.certainty)[1] == .inferred)
        #expect(table.rules.map(\.certainty)[5] == .seen)
    }

    @Test(arguments: [
        ("YYYYMMDD", true), ("YYYY-MM-DD", true), ("M/D/YYYY", true), ("M/D/YYYY h:mm", true),
        ("MM.DD.YYYY", true), ("YYYY-MM-DDThh:mm:ss", true), ("YYYYMM", false), ("YYMMDD", false),
        ("MDYYYY", false), ("YYYYMMDDMM", false), ("", false), ("YYYYMMDD?", false),
        ("M/M/YYYY", false), ("D/M/YYYYh", true), ("YYYY-MM-DD MM", false),
    ])
    func dateFormats(_ text: String, _ isSound: Bool) {
        #expect((DateFormat(text) != nil) == isSound)
    }

    @Test(arguments: [
        ("Medicaid_ID", "medicaid id", true), ("CP\r\nAbbreviation", "CP_Abbreviation", true),
        ("A_B", "AB", true), ("A", "B", false), ("É", "é", false), ("", "_ ", true),
    ])
    func headerNames(_ name: String, _ other: String, _ isSame: Bool) {
        #expect((HeaderName(name) == HeaderName(other)) == isSame)
    }

    @Test(arguments: [
        ("*ASSIGNMENT_FULL*", "x_assignment_full.xlsx", true), ("a*c", "abcbc", true),
        ("a*c", "abcb", false), ("*_ML_R*_QEYYYYMMDD.XLSM", "C3_ML_R2_QE20200331.xlsm", true),
        ("*_ML_R*_QEYYYYMMDD.XLSM", "C3_ML_R2_QE2020331.xlsm", false),
        ("*YYYYMMDD", "1234567890", true), ("*.csv", "folder.csv/a.txt", false), ("", "", true),
        ("*.csv", "folder/a.CSV", true), ("YYYYMMDD", "yyyymmdd", true),
        ("**a", "bba", true), ("a", "", false), ("", "a", false),
    ])
    func filePatterns(_ pattern: String, _ name: String, _ matches: Bool) {
        #expect(FilePattern(pattern: pattern, certainty: .found).matches(name) == matches)
    }

    @Test func ownLayout() throws {
        let library = try Layouts.library()
        let text = "layout mine  version 1  found\ncolumns 1\n1  Id  text  -  R  -  item.id\n"
        let layout = try library.layout(of: LayoutFile(path: "m", bytes: Array(text.utf8)))
        #expect(layout.tables.count == 1)
        #expect(throws: LayoutProblems.self) {
            try library.layout(of: LayoutFile(path: "m", bytes: Array("fields\n".utf8)))
        }
        #expect(throws: LayoutProblems.self) {
            try library.layout(of: LayoutFile(path: "m", bytes: Array("layout mine\n".utf8)))
        }
    }

    @Test func text() throws {
        let lines = try Layouts.items().text.split(separator: "\n")
        #expect(lines.contains("3     Sold     date  -      RV     A B  item.sold   inferred"))
        #expect(lines.contains("also  Remark   text  -      O      B    -"))
        #expect(
            lines.contains("1 columns of the sheets Three, of fixed widths, without a row of names")
        )
    }

    @Test func json() throws {
        let bytes = Data(try Layouts.items().json.utf8)
        let json = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        let tables = try #require(json?["tables"] as? [[String: Any]])
        let columns = try #require(tables[0]["columns"] as? [[String: Any]])
        #expect(columns.count == 6)
        #expect(columns[3]["values"] as? [String] == ["red", "dark green", "blue"])
        #expect(columns[2]["width"] is NSNull)
        let rules = try #require(tables[0]["rules"] as? [[String: Any]])
        #expect(
            rules.map { $0["kind"] as? String } == [
                "order", "day", "day", "prefix", "require", "empty", "expect",
            ])
    }
}
