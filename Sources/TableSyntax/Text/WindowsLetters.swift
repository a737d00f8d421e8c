/// Letters of Windows-1252 that happen to be UTF-8.
///
/// A capital letter and a mark behind it, as in JOSÉ’S or JOSÉ–MARIA, are the two bytes of one letter
/// that hardly any name has.
enum WindowsLetters {
    /// Whether some letters of a text of UTF-8 are rather two of Windows-1252.
    static func areLikely(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index] >= 0x80 { index += 1 }
            if areLikely(in: text, at: start..<index) { return true }
            if index == start { index += 1 }
        }
        return false
    }

    /// The same for a run of bytes beyond ASCII: no capital letter stands behind a small one.
    static func areLikely(
        in text: UnsafeBufferPointer<UInt8>, at run: Range<Int>
    ) -> Bool {
        guard run.count == 2, isCapital(text[run.lowerBound]), isMark(text[run.lowerBound + 1])
        else { return false }
        return run.lowerBound == 0 || !(0x61...0x7A).contains(text[run.lowerBound - 1])
    }

    /// Ç to Ý, but for what begins common letters of UTF-8: the ʻokina (CA), accents of their own (CC),
    /// Greek (CE) and Cyrillic (D0, D1), and ×, which is Hebrew.
    private static func isCapital(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xCA, 0xCC, 0xCE, 0xD0, 0xD1, 0xD7: false
        default: (0xC7...0xDD).contains(byte)
        }
    }

    /// Quotation marks, a bullet, dashes, a blank that does not break, ´, · and ».
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x91...0x97, 0xA0, 0xB4, 0xB7, 0xBB: true
        default: false
        }
    }
}
