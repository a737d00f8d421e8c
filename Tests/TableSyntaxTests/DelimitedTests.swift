import Diagnostics
import Testing

@testable import TableSyntax

struct DelimitedTests {
    @Test(
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a,b\n1,2\n", ["a|b", "1|2"]),
            ("a,b\n1,2", ["a|b", "1|2"]), ("a,b\r\n1,2\r\n", ["a|b", "1|2"]),
            ("a,b\r1,2\r", ["a|b", "1|2"]), ("a,b\r\n1,2\n3,4\r\n", ["a|b", "1|2", "3|4"]),
            ("a,b\n,\n", ["a|b", "|"]), ("a,b\n1,\n,2\n", ["a|b", "1|", "|2"]),
            ("a,b,", ["a|b|"]), ("a,b\n\n1,2\n\n", ["a|b", "", "1|2", ""]),
            ("a,b\r\n\r\n1,2", ["a|b", "", "1|2"]), ("a,b\n1,2,3\n4\n", ["a|b", "1|2|3", "4"]),
            ("a\tb\n1\t2\n", ["a|b", "1|2"]), ("a|b\n1|2\n", ["a|b", "1|2"]),
            ("a;b\n1,5;2,5\n", ["a|b", "1,5|2,5"]), ("a^b\n1^2\n", ["a|b", "1|2"]),
            ("a~b\n1~2\n", ["a|b", "1|2"]), ("a,b\nx;y;z,1\n", ["a|b", "x;y;z|1"]),
            ("a,b\r\r\n1,2\r\r\n", ["a|b", "1|2"]), ("a,b\r\r\n\r\r\n1,2", ["a|b", "", "1|2"]),
            ("a,b\r\r1,2\r", ["a|b", "", "1|2"]),
            ("\"a\",\"b\"\r\r\n1,\"2\"\r\r\n", ["a|b", "1|2"]),
            ("sep=,\r\r\na,b\r\r\n1,2\r\r\n", ["a|b", "1|2"]),
            ("sep=;\na;b,c\n", ["a|b,c"]), ("sep=|\r\na|b,c\r\n", ["a|b,c"]),
            ("\u{FEFF}a,b\n1,2\n", ["a|b", "1|2"]), (" a , b \n", [" a | b "]),
        ] as [(String, [String])])
    func rows(_ text: String, _ expected: [String]) {
        let table = ReadTable(text)
        #expect(table.texts == expected)
        #expect(table.rules == [])
        #expect(table.rows.map(\.number) == Array(1..<expected.count + 1))
    }

    /// A line `sep=` that names what the first row does not have is passed over, with a note.
    @Test(arguments: [
        ("sep=;\na,b\n1,2\n", ["a|b", "1|2"], true), ("sep=;\na;b\n1;2\n", ["a|b", "1|2"], false),
        ("sep=,\r\na|b|c\r\n1|2|3\r\n", ["a|b|c", "1|2|3"], true),
        ("sep=;\na\n1\n", ["a", "1"], false),
        ("sep=;\na;b\n1,2\n3,4\n", ["a|b", "1,2", "3,4"], false),
    ])
    func separators(_ text: String, _ expected: [String], _ isTold: Bool) {
        let table = ReadTable(text)
        #expect(table.texts == expected)
        #expect(
            table.fileFindings.map(\.rule.description) == (isTold ? ["table.text.separator"] : []))
    }

    @Test(
        arguments: [
            ("\"a\",\"b\"\n", ["a|b"], []), ("\"a,b\",c\n", ["a,b|c"], []),
            ("\"a\nb\",c\n1,2\n", ["a\nb|c", "1|2"], []),
            ("\"a\r\nb\",c\r\n1,2\r\n", ["a\r\nb|c", "1|2"], []),
            ("a,b\n1,\"2\n\"\n", ["a|b", "1|2\n"], []), ("a,b\n1,\"2\n\"", ["a|b", "1|2\n"], []),
            ("\"M1\n\",F1\n2,3\n", ["M1\n|F1", "2|3"], []),
            ("\"a\"\"b\",c\n", ["a\"b|c"], []), ("\"\"\"a\"\"\",c\n", ["\"a\"|c"], []),
            ("\"\",\"\"\n", ["|"], []), ("\"\"\"\",x\n", ["\"|x"], []),
            ("a, \"b,c\" ,d\n", ["a|b,c|d"], []), ("\"a\"\n\"b\"\n", ["a", "b"], []),
            ("'a,b','c'\n'd','e'\n", ["a,b|c", "d|e"], []),
            ("'a','b'\n'It''s','x'\n", ["a|b", "It's|x"], []),
            ("a,b\n5'10\",x\n", ["a|b", "5'10\"|x"], ["table.quote.bare"]),
            // Behind blanks a mark opens a cell that the next one closes.
            ("a,b\n1,  \"x, \"\"y\"\"\" \n", ["a|b", "1|x, \"y\""], []),
            ("a,b\n1, \"x\ny\"\n", ["a|b", "1|x\ny"], []),
            ("a,b\n1, \"x\n2,3\n", ["a|b", "1| \"x", "2|3"], ["table.quote.unclosed"]),
            ("a,b,c\nd, \"x\" y,e\n", ["a|b|c", "d| \"x\" y|e"], ["table.quote.bare"]),
            ("a,b,c\nd, \"x\" y,\"e\"\n", ["a|b|c", "d| \"x\" y|e"], ["table.quote.bare"]),
            ("a,b\n1, \"x\"y\n2,\"q\"\n", ["a|b", "1| \"x\"y", "2|q"], ["table.quote.bare"]),
            (
                "a,b\n1, \"x\" y\n2,q\"\n", ["a|b", "1| \"x\" y", "2|q\""],
                ["table.quote.bare", "table.quote.bare"]
            ),
            ("a,b\n1, \"\" x\n", ["a|b", "1| \"\" x"], ["table.quote.bare"]),
            ("a,b\n1, \"x\" y", ["a|b", "1| \"x\" y"], ["table.quote.bare"]),
            // Blanks that are not seen, around quotation marks.
            ("a,b\n\u{FEFF}\"c,d\",e\n", ["a|b", "c,d|e"], []),
            ("a,b\n\"c,d\"\u{A0},e\n", ["a|b", "c,d|e"], []),
            ("a,b\n\"c,d\",\u{200B} \"e\" \u{FEFF}", ["a|b", "c,d|e"], []),
            ("a,b\n\"x\"\u{E9},z\n", ["a|b", "\"x\"\u{E9}|z"], ["table.quote.unclosed"]),
            ("a,b\nO'Neil,x\n", ["a|b", "O'Neil|x"], []),
            (
                "a,b\n\"John \"Jack\" Smith\",x\n", ["a|b", "John \"Jack\" Smith|x"],
                [
                    "table.quote.inside", "table.quote.inside",
                ]
            ),
            ("a,b\n\"x\"y,z\n", ["a|b", "\"x\"y|z"], ["table.quote.unclosed"]),
            ("a,b\n\"x,y\n1,2\n", ["a|b", "\"x|y", "1|2"], ["table.quote.unclosed"]),
            ("a,b\n1,\"\n", ["a|b", "1|\""], ["table.quote.unclosed"]),
            (
                "a,b\nx,\"y\n\"c\",d\n\"e\",f\n", ["a|b", "x|\"y", "c|d", "e|f"],
                [
                    "table.quote.unclosed"
                ]
            ),
            ("\"", ["\""], ["table.quote.unclosed"]), ("\"\"", [""], []),
        ] as [(String, [String], [String])])
    func quotes(_ text: String, _ expected: [String], _ rules: [String]) {
        let table = ReadTable(text)
        #expect(table.texts == expected)
        #expect(table.rules == rules)
    }

    /// One quotation mark does not swallow the rows after it, whatever ends them.
    @Test(arguments: ["", "\"quoted\",\"\",c,d\n", "x,\"y\",c,d\n", "1,2,3\",4\n", "1,2,\"\",4\n"])
    func anUnclosedQuoteCostsOneRow(_ later: String) {
        let rows = String(repeating: "1,2,3,4\n", count: 68)
        let table = ReadTable("a,b,c,d\n1,\"2,3,4\n\(rows)\(later)")
        #expect(table.rows.count == 70 + (later.isEmpty ? 0 : 1))
        let finding = table.rows[1].findings.first
        #expect(finding?.rule.description == "table.quote.unclosed")
        #expect(finding?.range == ByteRange(10, 11))
        #expect(finding?.line == 2)
        #expect(finding?.column == 3)
        #expect(table.rows[2...69].allSatisfy { $0.text == "1|2|3|4" && $0.findings.isEmpty })
    }

    /// Lines that look like rows are rows, even where a mark after them would end the cell.
    @Test func linesLikeRowsAreNotText() {
        let rows = String(repeating: "1,2,3,4\n", count: 4)
        let table = ReadTable("a,b,c,d\n1,\"2,3,4\n\(rows)1,2,3\",4\n")
        #expect(table.rows.map(\.cells.count) == [4, 4, 4, 4, 4, 4, 4])
        #expect(table.rules == ["table.quote.unclosed", "table.quote.bare"])
    }

    /// Rows that somebody pasted into a cell are its text: where the mark were a letter, the line in
    /// which it stands would be no row.
    @Test(arguments: [
        ("1,2,\"", "p,q,r,s", 6, 2), ("1,2,\"", "p,q,r,s", 40, 2),
        ("\"1,1\",2,\"", "p,q,r,s", 6, 2),
        ("1,2,\"x\n", "a,b,c,d", 6, 2), ("1,\"", "p,q,r,s", 6, 1),
    ])
    func rowsInACellAreText(_ start: String, _ line: String, _ count: Int, _ cell: Int) {
        let lines = Array(repeating: line, count: count).joined(separator: "\n")
        let rest = cell == 1 ? "\",3,4" : "\",4"
        let table = ReadTable("a,b,c,d\n\(start)\(lines)\(rest)\n5,6,7,8\n")
        #expect(table.rules == [])
        #expect(table.rows.map(\.cells.count) == [4, 4, 4])
        let text = table.rows.count > 1 ? table.rows[1].cells[cell].text : []
        #expect(String(decoding: text, as: UTF8.self).hasSuffix(lines))
    }

    /// A mark that is a letter opens nothing: commas behind it still part cells.
    @Test func aLetterBeforeAMarkHidesNoRows() {
        let rows = String(repeating: "1,2,3,4\n", count: 6)
        let table = ReadTable("a,b,c,d\n1,5\" pipe,\"Smith,4\n\(rows)1,2,5\",4\n")
        #expect(table.rows.count == 9)
        #expect(table.rules.contains("table.quote.unclosed"))
    }

    /// A row with very many cells that hold line ends is read in time that grows with its length.
    @Test func lineEndsInManyCellsOfARow() {
        let cells = String(repeating: "\"\n\",", count: 200_000)
        #expect(ReadTable("a,b\n\(cells)x\n1,2\n").rows.count == 3)
    }

    /// Up to where a mark was seen to be unclosed, a line end ends a row.
    @Test func damageIsNotBelieved() {
        let rows = String(repeating: "2,3\n", count: 6)
        let table = ReadTable("a,b\n\"x,1\n\(rows)\"\"z,1\nq\",1\n4,5\n")
        #expect(table.rows.count == 11)
        #expect(table.texts[8...10] == ["\"\"z|1", "q\"|1", "4|5"])
        #expect(
            table.rules == [
                "table.quote.unclosed", "table.quote.unclosed", "table.quote.bare",
            ])
    }

    /// Text of several lines is believed where it does not look like rows.
    @Test func aLongQuotedTextIsOneCell() {
        let lines = (1...100).map { "line \($0), and more" }.joined(separator: "\n")
        let table = ReadTable("a,b,c\n1,\"\(lines)\",3\n4,5,6\n")
        #expect(table.rows.map(\.cells.count) == [3, 3, 3])
        #expect(table.rows[2].line == 102)
        #expect(table.rows[2].number == 3)
    }

    @Test func placesOfCells() {
        let table = ReadTable("ab,\"c\"\"d\",é\r\n,x\n")
        #expect(table.rows.map(\.range) == [ByteRange(0, 14), ByteRange(14, 17)])
        #expect(
            table.rows[0].cells.map(\.range) == [
                ByteRange(0, 2), ByteRange(3, 9), ByteRange(10, 12),
            ])
        #expect(table.rows[0].cells.map(\.isPlain) == [true, false, false])
        #expect(table.rows[0].text == "ab|c\"d|é")
        #expect(table.rows[1].cells.map(\.kind) == [.empty, .text])
        #expect(table.rows[1].cells.map(\.range) == [ByteRange(14, 14), ByteRange(15, 16)])
    }

    /// The opening mark of a cell that is never closed, wherever it stands.
    @Test(arguments: [
        ("a,b\n1,\"x\n", 2, 3), ("\"a\n", 1, 1), ("a,b\r1,\"x\r", 2, 3),
        ("sep=,\na,b\n\u{E9}\t\u{F1},\"x\n", 3, 5),
        ("a,b,c\n\"\u{E9}\n\u{E9}\" ,\u{F1},\"x\n1,2,3\n", 3, 7),
        ("a,b,c\n\"x\"\"\n\"\"y\",\"z\n", 3, 6),
    ])
    func placesOfUnclosedMarks(_ text: String, _ line: Int, _ column: Int) {
        let marked = Array(("\u{FEFF}" + text).utf8)
        let wide = EncodingTests.utf16("\u{FEFF}" + text, isBigEndian: true)
        for bytes in [Array(text.utf8), marked, wide] {
            let found = ReadTable(bytes).rows.flatMap(\.findings)
            #expect(found.map(\.rule.description) == ["table.quote.unclosed"])
            #expect(found.map { [$0.line, $0.column] } == [[line, column]])
        }
    }

    @Test(arguments: ["\u{0}", "\u{1}", "\u{7F}", "\u{1B}"])
    func controlCharactersAreTold(_ character: String) {
        let table = ReadTable("a,b\n1,x\(character)y\n2,3\n")
        #expect(table.rules == ["table.text.control"])
        #expect(table.rows[1].findings.first?.range == ByteRange(6, 9))
        #expect(table.rows[1].text == "1|x\(character)y")
    }

    @Test(arguments: [
        ("\u{0}\u{0}\u{0}\u{0}", 1), ("a,b\n\u{0}\u{0}\n", 2), ("\n\n\n", 3), (",,,\n,,,\n", 2),
        ("\r\n", 1), ("\r", 1), (" ", 1),
    ])
    func oddTextsAreRowsAsWell(_ text: String, _ count: Int) {
        #expect(ReadTable(text).rows.count == count)
    }

    @Test(arguments: [("'a\tb'\t'c'\n'd'\t'e'\n", "a\tb|c"), ("\"a\tb\"\tc\nd\te\n", "a\tb|c")])
    func aTabInQuotesIsNotPlain(_ text: String, _ first: String) {
        let table = ReadTable(text)
        #expect(table.rows[0].text == first)
        #expect(table.rows[0].cells.map(\.isPlain).first == false)
    }
}
