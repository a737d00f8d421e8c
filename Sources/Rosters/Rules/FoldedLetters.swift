/// Letters beyond ASCII as the small letters that people write who do not have them: é as e, ß as ss.
///
/// Latin letters with marks, in whatever case and whether the mark is a letter of its own (U+0301) or
/// not; of other scripts, small letters.
enum FoldedLetters {
    /// Of U+00C0 to U+017F; `-` for those that are two letters or none.
    private static let latin: StaticString = """
        aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkklllllll\
        lllnnnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """
    /// Of U+1EA0 to U+1EF9, which Vietnamese has.
    private static let vietnamese: StaticString = """
        aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooo\
        oooouuuuuuuuuuuuuuyyyyyyyy
        """

    /// Hands over what counts of a text, byte by byte; bytes that are no UTF-8 as they are.
    static func fold(_ text: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
        var decoder = UTF8()
        var bytes = text.makeIterator()
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): fold(scalar, body)
            case .error: body(0xFF)
            case .emptyInput: return
            }
        }
    }

    private static func fold(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: body(UInt8(truncatingIfNeeded: scalar.value))
        case 0x41...0x5A: body(UInt8(truncatingIfNeeded: scalar.value | 0x20))
        case 0..<0xC0: break
        case 0xC0..<0x180: foldLatin(scalar, body)
        case 0x1EA0...0x1EF9: body(vietnamese.utf8Start[Int(scalar.value) - 0x1EA0])
        // Marks that stand behind their letter, punctuation, and what nobody sees.
        case 0x300..<0x370, 0x2000..<0x2070: break
        default: foldOther(scalar, body)
        }
    }

    private static func foldLatin(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        let letter = latin.utf8Start[Int(scalar.value) - 0xC0]
        guard letter == UInt8(ascii: "-") else { return body(letter) }
        let letters: StaticString =
            switch scalar.value {
            case 0xC6, 0xE6: "ae"
            case 0xDE, 0xFE: "th"
            case 0xDF: "ss"
            case 0x132, 0x133: "ij"
            case 0x152, 0x153: "oe"
            default: ""
            }
        for index in 0..<letters.utf8CodeUnitCount { body(letters.utf8Start[index]) }
    }

    private static func foldOther(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        for byte in scalar.properties.lowercaseMapping.utf8 { body(byte) }
    }
}
