import Diagnostics
import Testing

@testable import TableSyntax

struct EncodingTests {
    static let text = "Name,Città\n\"José, \"\"Pepe\"\"\",Łódź\nAnn 😀,x\n"
    static let rows = ["Name|Città", "José, \"Pepe\"|Łódź", "Ann 😀|x"]

    static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false], [true, false])
    func utf16(_ isBigEndian: Bool, _ hasMark: Bool) {
        let bytes = Self.utf16((hasMark ? "\u{FEFF}" : "") + Self.text, isBigEndian: isBigEndian)
        for pieces in [Int.max, 1, 7] {
            let table = ReadTable(bytes, pieces: pieces)
            #expect(table.dialect.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
            #expect(table.texts == Self.rows)
            #expect(table.rules == [])
            #expect(table.fileFindings.map(\.rule.description) == ["table.text.encoding"])
            #expect(table.rows.last?.range.end == bytes.count)
            let cell = table.rows[2].cells[0]
            #expect(cell.range.count == 2 * "Ann 😀".utf16.count)
            let start = cell.range.start
            let stored = Array(bytes[start..<cell.range.end])
            #expect(stored == Self.utf16("Ann 😀", isBigEndian: isBigEndian))
        }
    }

    /// A last letter of one byte, or half a pair, takes no more bytes than there are.
    @Test(
        arguments: [
            [0xFE, 0xFF, 0xFF], [0xFF, 0xFE, 0x41], [0xFE, 0xFF, 0, 0x41, 0xD8, 0x3D, 0x2C],
            [0xFE, 0xFF, 0, 0x41, 0, 0x2C, 0],
        ] as [[UInt8]])
    func halfALetterAtTheEnd(_ bytes: [UInt8]) {
        let table = ReadTable(bytes)
        #expect(table.rows.last?.range.end == bytes.count)
        for cell in table.rows.flatMap(\.cells) { #expect(cell.range.end <= bytes.count) }
    }

    @Test func windows() {
        let bytes = Array("Name,City\nJos".utf8) + [0xE9, 0x2C, 0x93, 0x81, 0x94, 0x0A]
        let table = ReadTable(bytes)
        #expect(table.dialect.encoding == .windows1252)
        #expect(table.texts == ["Name|City", "José|“\u{81}”"])
        #expect(table.fileFindings.map(\.rule.description) == ["table.text.encoding"])
        #expect(table.rows[1].cells[1].range == ByteRange(15, 18))
        // 0x81 is no letter of it.
        #expect(table.rules == ["table.text.invalid"])
    }

    /// É and a mark behind it happen to be one letter of UTF-8: `?` stands for bytes of
    /// Windows-1252.
    @Test(
        arguments: [
            ([["PE", 0xD1, "A"], ["JOS", 0xC9, 0x92, "S"]], "PEÑA|JOSÉ’S", []),
            ([["JOS", 0xC9, 0x92, "S"], ["PE", 0xD1, "A"]], "JOSÉ’S|PEÑA", []),
            ([["JOS", 0xC9, 0x96, "MARIA"], ["a"]], "JOSÉ–MARIA|a", []),
            ([["D", 0x92, 0xC9, "T", 0xC9], [0xC9, 0x92]], "D’ÉTÉ|É’", []),
            ([["JOS", 0xC9, 0xA0, "M"], ["MU", 0xD1, "OZ"]], "JOSÉ\u{A0}M|MUÑOZ", []),
            // Of another system: UTF-8 in Windows-1252, and the other way round.
            (
                [["PE", 0xD1, "A"], ["PE", 0xC3, 0x91, "A"], ["", 0xC9]], "PEÑA|PEÑA|É", ["invalid"]
            ),
            ([["ñé", "-ü"], ["JOS", 0xC9, 0x92, "S"]], "ñé-ü|JOSÉ’S", ["invalid"]),
            // Letters of UTF-8 that only look like two.
            ([["Kw", 0xC9, 0x94], ["E", 0xCC, 0x82]], "Kwɔ|E\u{302}", []),
            ([["\u{2BB}Iolani"], ["KA\u{2BB}A"]], "\u{2BB}Iolani|KA\u{2BB}A", []),
            ([["a і b"], ["Ї"]], "a і b|Ї", []),
            ([[0xCE, 0x91, "."], ["x"]], "Α.|x", []), ([["ΑΒ"], ["Ő"], ["Ö"]], "ΑΒ|Ő|Ö", []),
        ] as [([[any Sendable]], String, [String])])
    func capitalsBeforeMarks(
        _ cells: [[any Sendable]], _ texts: String, _ rules: [String]
    ) {
        let bytes = cells.map { cell in
            cell.flatMap { ($0 as? Int).map { [UInt8($0)] } ?? Array(($0 as? String ?? "").utf8) }
        }
        let table = ReadTable(Array(bytes.joined(separator: [0x2C])) + [0x0A])
        #expect(table.texts == [texts])
        #expect(table.rules == rules.map { "table.text.\($0)" })
    }

    /// Letters behind the bytes that the encoding is told of.
    @Test func capitalsBeforeMarksFarBehind() {
        let opening = Array(repeating: "a,b\n", count: 20_000).joined()
        let table = ReadTable(Array((opening + "JOS").utf8) + [0xC9, 0x92, 0x53, 0x2C, 0x0A])
        #expect(table.texts.last == "JOSÉ’S|")
        #expect(table.rules == ["table.text.invalid"])
    }

    /// A file of UTF-16 that was joined to one of UTF-8 costs nothing of that.
    @Test(arguments: [true, false]) func utf16BehindUTF8(_ hasMark: Bool) {
        let opening = "Member,Name of somebody\n1,Ann\n"
        let joined = (hasMark ? "\u{FEFF}" : "") + String(repeating: "2,Bob\n", count: 100)
        let table = ReadTable(Array(opening.utf8) + Self.utf16(joined, isBigEndian: false))
        #expect(table.texts.prefix(2) == ["Member|Name of somebody", "1|Ann"])
        #expect(table.rules.contains("table.text.control"))
    }

    /// A row of another system in a file that is UTF-8.
    @Test func mixed() {
        let bytes = Array("a,b\né,ñ\nü,".utf8) + [0xE9, 0x0A] + Array("x,ö\n".utf8)
        let table = ReadTable(bytes)
        #expect(table.dialect.encoding == .utf8)
        #expect(table.texts == ["a|b", "é|ñ", "ü|é", "x|ö"])
        #expect(table.rules == ["table.text.invalid"])
        #expect(table.rows[2].findings.first?.range == ByteRange(13, 14))
    }

    /// A letter that another program could not read is lost; one beside it is not.
    @Test func replacedLetters() {
        let table = ReadTable(Array("a,b\nPe\u{FFFD}a,Jos\u{E9}\n".utf8))
        #expect(table.texts == ["a|b", "Pe\u{FFFD}a|Jos\u{E9}"])
        #expect(table.rules == ["table.text.invalid"])
        #expect(table.rows[1].findings.first?.range == ByteRange(4, 10))
    }

    @Test(arguments: [
        [0x61, 0x00, 0x2C, 0x00, 0x00, 0xD8], [0x61, 0x00, 0x2C, 0x00, 0x00, 0xDC],
        [0x61, 0x00, 0x2C, 0x00, 0x62], [0x61, 0x00, 0x2C, 0x00, 0x00, 0xD8, 0x62],
    ])
    func halfLetters(_ bytes: [UInt8]) {
        let table = ReadTable([0xFF, 0xFE] + bytes)
        #expect(table.rules == ["table.text.invalid"])
        #expect(table.rows.first?.range == ByteRange(2, 2 + bytes.count))
    }

    @Test(arguments: [
        ([0xC3, 0xA9], true), ([0xC0, 0x80], false), ([0xE0, 0x80, 0x80], false),
        ([0xED, 0xA0, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false), ([0xC3], false),
        ([0xF0, 0x9F, 0x98, 0x80], true), ([0x80], false), ([0xEF, 0xBF, 0xBD], true),
        ([0xF5, 0x80, 0x80, 0x80], false), ([0xE2, 0x82], false), ([0x41], true), ([], true),
    ])
    func utf8(_ bytes: [UInt8], _ isSound: Bool) {
        #expect(bytes.withUnsafeBufferPointer(TextDecoding.isUTF8) == isSound)
        #expect((String(validating: bytes, as: UTF8.self) != nil) == isSound)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", ",", "\"", 2), ("a|b|c\n1,2|3|4\n", "|", "\"", 3),
        ("Report of May\na;b;c\n1;2;3\n4;5;6\n", ";", "\"", 3),
        ("'a'|'b'\n'c'|'d'\n", "|", "'", 2), ("name\nx\ny\n", ",", "\"", 1),
        ("\"a;b;c\",d\n\"e;f;g\",h\n", ",", "\"", 2), ("a\tb\n\"1,2\"\t3\n", "\t", "\"", 2),
    ])
    func dialects(_ text: String, _ delimiter: String, _ quote: String, _ columns: Int) {
        let dialect = ReadTable(text).dialect
        #expect(dialect.form == .delimited(delimiter.utf8.first ?? 0, quote: quote.utf8.first))
        #expect(dialect.columnCount == columns)
    }
}
