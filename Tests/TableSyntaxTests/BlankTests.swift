import Diagnostics
import Testing

@testable import TableSyntax

/// What is taken for a blank around values, and nothing else.
struct BlankTests {
    @Test(arguments: [
        ("", ""), ("a", "a"), (" a ", "a"), ("\t\r\na b\u{0}", "a b"), (" \n", ""),
        ("\u{A0}a\u{A0}", "a"), ("\u{200B}a\u{FEFF}", "a"), (" \u{FEFF} \u{A0}a", "a"),
        ("\u{2000}a\u{200F}", "a"), ("\u{202F}a\u{2060}", "a"), ("\u{3000}", ""),
        ("\u{A0}\u{200B}\u{FEFF} ", ""), ("a\u{A0}b", "a\u{A0}b"),
        // Letters of the same bytes, or some of them.
        ("\u{E0}", "\u{E0}"), ("\u{A1}a\u{BF}", "\u{A1}a\u{BF}"), ("\u{2010}", "\u{2010}"),
        ("\u{FEFE}", "\u{FEFE}"), ("\u{1F3E0}", "\u{1F3E0}"), ("\u{3001}", "\u{3001}"),
        ("\u{480}", "\u{480}"),
    ])
    func ends(_ text: String, _ kept: String) {
        let found = Array(text.utf8).withUnsafeBufferPointer {
            String(decoding: $0.trimmed, as: UTF8.self)
        }
        #expect(found == kept)
    }

    /// Bytes that are cut, or no UTF-8, are no blanks.
    @Test(
        arguments: [
            [0xA0], [0xC2], [0xE2, 0x80], [0xEF, 0xBB], [0x80, 0x8B], [0xE2, 0x0B, 0x8B],
        ] as [[UInt8]])
    func otherBytesStay(_ bytes: [UInt8]) {
        #expect(bytes.withUnsafeBufferPointer { Array($0.trimmed) } == bytes)
    }

    @Test(arguments: [
        ("", true), (" ,\t,", true), ("\u{A0},\u{200B} \u{FEFF}", true), ("\u{1A}", true),
        ("\u{A0},a", false), ("\u{0}", false), ("\u{E0}", false), ("\u{A0}\u{1}", false),
    ])
    func rows(_ line: String, _ isBlank: Bool) {
        var reader = TableReader(MemorySource(Array("a,b\n\u{E9},\u{F1}\n\(line)\n".utf8)))
        var verdicts: [Bool] = []
        while let row = reader.next() { verdicts.append(row.holdsNothing) }
        #expect(verdicts == [false, false, isBlank])
    }
}
