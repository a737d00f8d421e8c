import Diagnostics
import Testing

@testable import TableSyntax

struct LimitTests {
    @Test func aMillionColumns() {
        let text = String(repeating: "a,", count: 1_000_000) + "\nb,c\n"
        let table = ReadTable(text)
        #expect(table.rows.map(\.cells.count) == [16384, 2])
        #expect(table.rules == ["table.limit.columns"])
        #expect(table.rows[0].findings[0].range == ByteRange(32768, 2_000_000))
    }

    @Test(arguments: ["", "\""])
    func tenMegabytesInOneCell(_ quote: String) {
        let text = "a,b\n1,\(quote)" + String(repeating: "x", count: 10_000_000) + "\(quote)\n2,3\n"
        let table = ReadTable(text)
        #expect(table.rules == ["table.limit.cell"])
        #expect(table.rows.map(\.cells.count) == [2, 2, 2])
        #expect(table.rows[1].cells[1].text.count == 10_000_000)
    }

    /// Time grows with the line, and not with its square: that would take hours.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["\"a\"b,", ",\"x", "\"a,b\"c,", "a\"b,", "1,\"", "\"\"x\"\",", "\"\u{1}\"b,"])
    func manyMarksInOneLine(_ pattern: String) {
        let line = String(repeating: pattern, count: 200_000)
        let table = ReadTable("a,b\n\(line)\n2,3\n")
        #expect(table.rows.map(\.line) == [1, 2, 3])
        let findings = table.rows[1].findings.filter {
            $0.rule.description.hasPrefix("table.quote.")
        }
        #expect(findings.count >= 199_998)
        #expect(findings.allSatisfy { $0.column == $0.range.start - 3 && $0.line == 2 })
    }

    @Test(arguments: [1, 1000, Int.max])
    func aRowThatCannotBeHeld(_ pieces: Int) {
        var limits = TableLimits()
        limits.rowBytes = 4096
        let text = "a,b\n" + String(repeating: "x", count: 10_000) + ",y\n2,3\n"
        let table = ReadTable(Array(text.utf8), pieces: pieces, block: 512, limits: limits)
        #expect(table.rules == ["table.limit.row"])
        #expect(table.rows.last?.text == "2|3")
        #expect(table.rows.last?.number == 3)
        #expect(table.rows.last?.line == 3)
        let pieces = table.rows.filter(\.isPiece)
        #expect(pieces.allSatisfy { $0.number == 2 && $0.cells.isEmpty })
        #expect(pieces.map(\.range.count).reduce(0, +) == 10_003)
        #expect(pieces.first?.range == ByteRange(4, 4 + 4096 - 64))
    }

    /// Each row costs memory while its block is on its way.
    @Test(arguments: ["x\n", "\"x\"\n", "\n", "\"a\nb\"\n"])
    func shortRowsMakeSmallBlocks(_ row: String) {
        let text = "a,b\n" + String(repeating: row, count: 200_000)
        var reader = TableBlockReader(MemorySource(Array(text.utf8)))
        let block = TableBlock()
        var rows = 0
        var end = 0
        var greatest = 0
        while reader.next(block) {
            #expect(block.firstRow == rows + 1 && block.offset == end)
            rows += block.rowCount
            end = block.endOffset
            greatest = max(greatest, block.rowCount)
        }
        #expect(rows == 200_001 && end == text.utf8.count)
        #expect(greatest <= TableBlock.mostRows && greatest > TableBlock.mostRows / 4)
    }

    /// So do those behind a quotation mark that is never closed, however far that was looked for, and
    /// the block that grew for it is as others then.
    @Test(arguments: [64, 1000, 1 << 20]) func shortRowsBehindAnUnclosedMark(_ piece: Int) {
        let text = "a,b\n\"" + String(repeating: "x\n", count: 100_000) + "\"y\"\n"
        var reader = TableBlockReader(MemorySource(Array(text.utf8), pieceSize: piece))
        var cursor = TableCursor(reader.dialect)
        let block = TableBlock()
        var (rows, end, greatest) = (0, 0, 0)
        var last = ""
        while reader.next(block) {
            #expect(block.firstRow == rows + 1 && block.offset == end)
            rows += block.rowCount
            end = block.endOffset
            greatest = max(greatest, block.rowCount)
            cursor.open(block)
            while let row = cursor.next() {
                last = row.cells.first.map { String(decoding: row.text($0), as: UTF8.self) } ?? ""
            }
        }
        #expect(rows == 100_002 && end == text.utf8.count && last == "y")
        #expect(greatest <= TableBlock.mostRows)
    }

    @Test func aQuotedTextThatIsTooLong() {
        var limits = TableLimits()
        limits.quotedBytes = 1000
        let text = "a,b\n1,\"" + String(repeating: "x\n", count: 600) + "\"\n2,3\n"
        let table = ReadTable(Array(text.utf8), limits: limits)
        #expect(table.rules.first == "table.quote.unclosed")
        #expect(table.rows.count == 603)
    }

    @Test(arguments: [
        ("a  b  c\n", ["a|b|c"]), ("a\n\n1  2  3\n", ["a", "", "1|2|3"]),
        ("abcdefghij\n", ["abc|def|ghi|j"]), ("é  ü  ñ  \n", ["é|ü|ñ"]),
        ("a  \n1  \n", ["a||", "1||"]), ("a  b  \n", ["a|b|"]), ("abcde\n", ["abc|de"]),
        ("a \"b, c\n", ["a \"|b,|c"]), ("   12  34\n", ["|12|34"]),
        // The mark at the beginning of a file, which another was joined to.
        ("abcdef\n\u{FEFF}abcdef\n", ["abc|def|", "abc|def|"]), ("abc\n\u{FEFF}\n", ["abc||", ""]),
    ])
    func fixedWidth(_ text: String, _ rows: [String]) {
        let table = ReadTable(text, widths: [3, 3, 3])
        #expect(table.texts.map { $0 } == rows)
        #expect(table.dialect.form == .fixed([3, 3, 3]))
    }

    /// Letters of a line count by its own encoding: `?` stands for a byte of Windows-1252.
    @Test(arguments: [
        (
            "\u{E9}  \u{FC}  \u{F1}\na?bcde\n",
            ["\u{E9}|\u{FC}|\u{F1}", "a\u{2019}b|cde|"]
        ),
        (
            "a??b?c\n?  d  e\n\u{F1}abcde\n",
            ["a\u{2019}\u{2019}|b\u{2019}c|", "\u{2019}|d|e", "\u{F1}ab|cde|"]
        ),
    ])
    func fixedWidthOfMixedLetters(_ text: String, _ rows: [String]) {
        let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0x92 : $0 }
        #expect(ReadTable(bytes, widths: [3, 3, 3]).texts == rows)
    }
}
