import CareModel
import Testing

@testable import Rosters

/// What is right at first sight is right; and numbers of texts are the same however they are made.
struct FirstLookTests {
    /// Calls `body` with text behind which 64 bytes are readable, as in a row.
    private func withRow<Result>(
        _ text: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let bytes = Array(text) + Array(repeating: UInt8(ascii: "7"), count: 64)
        return bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[..<text.count]))
        }
    }

    private func look<Result>(
        _ text: some Collection<UInt8>, _ body: (CellText) -> Result
    ) -> Result? {
        withRow(text) { row in row.baseAddress.map { body(CellText($0, row.count)) } }
    }

    /// Of NPIs every digit counts: one that is another makes it wrong.
    @Test func npisAreCheckedDigitByDigit() {
        for number in ["1234567893", "1999999984", "2742611116", "1000000004"] {
            let text = Array(number.utf8)
            for (place, digit) in text.enumerated() {
                for other in UInt8(ascii: "0")...UInt8(ascii: "9") {
                    var changed = text
                    changed[place] = other
                    let isRight = withRow(changed) { NPI.isValid($0) }
                    #expect(
                        look(changed, NPIForm.isValid) == isRight, "\(number) \(place) \(other)")
                    #expect(isRight == (other == digit))
                }
            }
        }
    }

    @Test(arguments: [
        ("110999920B", true), ("110999920b", false), ("1109999200", false), ("11099992AB", false),
        ("A10999920B", false), ("110999920BC", false), ("110999920", false), ("11099992/B", false),
    ])
    func locations(_ text: String, _ isRight: Bool) {
        #expect(look(Array(text.utf8), CellCheck.isLocation) == isRight)
    }

    @Test(arguments: [
        ("Lynn", true), ("L", true), ("DANIEL", false), ("Daniela", true), ("NULL", false),
        ("Annabel", true), ("(null)", false), ("(x)", true), ("<null>", false), ("<x>", true),
        (" Lynn", false), ("Lynn ", false),
        ("#N/A", false), ("1.5E+3", false), ("Eleven chars", false), ("A\t", false),
    ])
    func texts(_ text: String, _ isRight: Bool) {
        let ends = TextEnds()
        defer { ends.deallocate() }
        #expect(look(Array(text.utf8)) { CellCheck.isText($0, width: 10, ends) } == isRight)
    }

    @Test(arguments: [
        ("English", true), ("Lao", false), ("spa", false), ("pt-BR", false), ("ASL!", false),
        ("@ABC", false), ("[abc", false), ("abcz", true), ("ABCZ", true), ("ab1c", false),
        ("`abc", false), ("abc{", false), ("SPANIS", false), ("French", false),
        ("Spanish", true),
    ])
    func languages(_ text: String, _ isRight: Bool) {
        #expect(look(Array(text.utf8), LanguageCode.isSurelyWords) == isRight)
    }

    @Test func digitsOfAllLengths() {
        for count in 1...16 {
            let text = [UInt8](repeating: UInt8(ascii: "9"), count: count)
            #expect(look(text) { $0.isDigits } == true)
            for place in 0..<count {
                for other in ["/", ":", "a", " "].flatMap(\.utf8) {
                    var changed = text
                    changed[place] = other
                    #expect(look(changed) { $0.isDigits } == false)
                }
            }
        }
        #expect(look([UInt8](repeating: 0x30, count: 17)) { $0.isDigits } == false)
    }

    /// Texts have one hash exactly where their small letters and digits are the same, whichever way it
    /// is made.
    @Test func foldedTextIsOfLettersAlone() {
        let pieces = [
            "", "a", "Z9", "O'Brien", "SMITHSON", "1316 SALEM ST", "@[`{/:", "É", "ß", "Ж",
            "\u{12}",
        ]
        var hashes: [String: UInt64] = [:]
        for (first, second) in pieces.flatMap({ first in pieces.map { (first, $0) } }) {
            for count in [0, 1, 3, 7, 8, 9, 60] {
                let text = first + String(repeating: "x", count: count) + second
                let hash = withRow(Array(text.utf8)) { FoldedText.hash($0) }
                #expect(hash == withRow(Array(text.utf8)) { FoldedText.hash(inRow: $0) }, "\(text)")
                #expect(hashes.updateValue(hash, forKey: letters(text)) ?? hash == hash, "\(text)")
            }
        }
        #expect(Set(hashes.values).count == hashes.count)
    }

    /// Letters and digits of a text of `foldedTextIsOfLettersAlone`, as a person would write them small.
    private func letters(_ text: String) -> String {
        let plain = text.lowercased().replacing("é", with: "e").replacing("ß", with: "ss")
        return plain.filter { $0.isLetter || $0.isNumber }
    }

    /// Each byte of a value counts, and so do its length and column.
    @Test func contentIsOfAllBytes() throws {
        let salt = ContentSalt(3)
        for count in 1...70 {
            let text = (0..<count).map { UInt8(0x41 + $0 % 26) }
            let number = try #require(look(text, salt.number))
            for place in 0..<count {
                var changed = text
                changed[place] ^= 1
                #expect(look(changed, salt.number) != number, "\(count) \(place)")
            }
            #expect(look(text + [0x41], salt.number) != number)
            #expect(look(text, ContentSalt(4).number) != number)
        }
    }
}
