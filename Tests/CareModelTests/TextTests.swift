import CareModel
import Testing

struct TextTests {
    /// Text of bytes, and what it is as a string; `nil` for none.
    static let cases: [(bytes: [UInt8], string: String?)] = [
        ([], nil),
        (Array("   ".utf8), nil),
        ([0x20, 0x09, 0x0D, 0x0A], nil),
        (Array("A".utf8), "A"),
        (Array("  A B  ".utf8), "A B"),
        (Array("\r\nA\t".utf8), "A"),
        (Array("1234567".utf8), "1234567"),
        (Array("12345678".utf8), "12345678"),
        (Array("123456789".utf8), "123456789"),
        (Array("123456789012345".utf8), "123456789012345"),
        (Array("1234567890123456".utf8), "1234567890123456"),
        (Array(repeating: 0x41, count: 300), String(repeating: "A", count: 300)),
        (Array(#"O"NEIL\"#.utf8), #"O"NEIL\"#),
        (Array("ÅSE".utf8), "ÅSE"),
        (Array("日本語 テキスト".utf8), "日本語 テキスト"),
        // Bytes that are not UTF-8 are ISO 8859-1.
        ([0x4D, 0xD1, 0x5A], "MÑZ"),
        ([0xFF], "ÿ"),
        ([0xC3], "Ã"),
        ([0x80, 0x9F], "\u{80}\u{9F}"),
        // 8 bytes that become 16.
        (Array(repeating: 0xE9, count: 8), "éééééééé"),
        (Array(repeating: 0xE9, count: 20), String(repeating: "é", count: 20)),
        // An overlong form and a surrogate are not UTF-8.
        ([0xC0, 0x80], "À\u{80}"),
        ([0xED, 0xA0, 0x80], "í\u{A0}\u{80}"),
        ([0x41, 0x00, 0x42], "A\0B"),
    ]

    @Test(arguments: cases)
    func bytesBecomeText(_ bytes: [UInt8], _ string: String?) {
        let text = bytes.withUnsafeBufferPointer { Text($0) }
        #expect(text?.string == string)
        #expect(text?.count == string?.utf8.count)
        #expect(text?.description == string)
        if let string { #expect(Text(string) == text) }
    }

    /// Text of every length, so that each way of holding it is taken.
    @Test func everyLengthIsHeld() {
        for length in 1...40 {
            let string = String(
                (0..<length).map { Character(UnicodeScalar(UInt8(0x41 + $0 % 26))) })
            let text = Text(string)
            #expect(text?.string == string)
            #expect(text?.withUTF8 { Array($0) } == Array(string.utf8))
        }
    }

    static let same: [(left: String, right: String, isSame: Bool)] = [
        ("A", "A", true), ("A", " A ", true), ("A", "B", false), ("A", "AA", false),
        ("A", "a", false), ("É", "É", true), ("É", "E\u{301}", false),
        ("12345678901234567", "12345678901234567", true),
        ("12345678901234567", "12345678901234568", false),
        ("123456789012345", "1234567890123456", false),
    ]

    @Test(arguments: same)
    func equalityIsOfBytes(_ left: String, _ right: String, _ isSame: Bool) throws {
        let first = try #require(Text(left))
        let second = try #require(Text(right))
        #expect((first == second) == isSame)
        #expect((Set([first, second]).count == 1) == isSame)
    }

    @Test(arguments: [
        ("0123456789", true), ("123456789012345678901", true), ("12A", false), ("1 2", false),
        ("-1", false), ("١", false),
    ])
    func digitsAreASCII(_ string: String, _ isDigits: Bool) {
        #expect(Text(string)?.isDigits == isDigits)
    }

    @Test(arguments: [
        ("AB", "AB", true), ("12345678", "12345678", true), ("AB", "BA", false),
    ])
    func keysNameShortText(_ left: String, _ right: String, _ isSame: Bool) {
        #expect((Text(left)?.key == Text(right)?.key) == isSame)
        #expect(Text("123456789")?.key == nil)
    }
}
