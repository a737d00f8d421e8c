import Testing

@testable import XMLSyntax

/// What is told to be plain is: whoever trusts it copies the text as it is.
struct PlainTextTests {
    @Test(arguments: [
        ("a", true), ("1234567", true), ("12345678", true), ("123456789", true),
        ("2026-03-01", true), ("857 SOUTH MAIN ST", true), ("a b c d e f g h i", true),
        ("1234567 9", true), ("~", true), ("", false), (" ", false), (" a", false), ("a ", false),
        ("1234567 ", false), ("12345678 ", false), ("a  b", false), ("1234567  a", false),
        ("123456  9", false), ("a\tb", false), ("a\nb", false), ("12345678\n", false),
        ("a\"b", false), ("a\\b", false), ("a&b", false), ("\u{7F}", false), ("é", false),
        ("1234567é", false), ("a\0b", false),
    ])
    func plain(_ text: String, _ isPlain: Bool) {
        #expect(Self.isPlain(Array(text.utf8)) == isPlain)
    }

    /// Each byte at each place of texts around the length of a word, against the law in words.
    @Test func everyByteEverywhere() {
        for count in 1...18 {
            for place in 0..<count {
                for byte in UInt8.min...UInt8.max {
                    var text = [UInt8](repeating: 0x61, count: count)
                    text[place] = byte
                    let isOdd =
                        byte < 0x20 || byte > 0x7E || [0x22, 0x5C, 0x26].contains(byte)
                        || (byte == 0x20 && (place == 0 || place == count - 1))
                    #expect(Self.isPlain(text) == !isOdd)
                }
            }
        }
    }

    /// What follows the text says nothing of it.
    private static func isPlain(_ text: [UInt8]) -> Bool {
        [0x00, 0x20, 0x61, 0xFF].map { beyond in
            (text + [UInt8](repeating: beyond, count: 8)).withUnsafeBufferPointer {
                PlainText.isPlain(UnsafeBufferPointer(rebasing: $0[..<text.count]))
            }
        }.reduce(true) { $0 && $1 }
    }
}

/// Names keep their numbers however many there are, in one document and in the next.
struct NameNumberTests {
    @Test(arguments: [3, 200, 3000]) func numbers(_ count: Int) {
        let known = XMLNames(["a", "n1"].map { XMLNameText($0) })
        var reader = XMLReader(names: known)
        let document =
            "<a>" + (0..<count).map { "<n\($0)/>" }.joined() + "</a>"
        var numbers: [String: Set<Int32>] = [:]
        for piece in [document, document] {
            Array(("<?xml version='1.0'?>" + piece).utf8).withUnsafeBytes { reader.feed($0) }
            while let event = reader.next() {
                guard event.isTag else { continue }
                numbers[reader.name(event.name).local, default: []].insert(event.name.index)
            }
        }
        #expect(numbers.count == count + 1)
        #expect(numbers.values.allSatisfy { $0.count == 1 })
        #expect(Set(numbers.values.joined()) == Set(0..<Int32(count + 1)))
        #expect(numbers["a"] == [0] && numbers["n1"] == [1])
    }
}
