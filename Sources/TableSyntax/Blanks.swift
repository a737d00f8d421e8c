// What stands around values and is none of them: bytes up to U+0020, and blanks of other widths or
// none, which pages, mails and joined files bring along.

extension Unicode.Scalar {
    /// Whether it is a blank of any width, a line end or a control character.
    package var isBlank: Bool { value <= 0x20 || UnseenBlank.isOne(value) }
}

extension UnsafeBufferPointer<UInt8> {
    /// UTF-8 without the blanks at its ends.
    package var trimmed: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[trimmedRange])
    }

    /// Where that stands; empty where there are blanks alone.
    package var trimmedRange: Range<Int> {
        var start = 0
        var end = count
        while start < end {
            let size = blankSize(at: start)
            if size == 0 { break }
            start += size
        }
        while start < end {
            let size = blankSize(before: end)
            if size == 0 { break }
            end -= size
        }
        return start..<end
    }

    /// How many bytes the blank at an index has; 0 where there is none.
    @inline(__always)
    private func blankSize(at index: Int) -> Int {
        let byte = self[index]
        return byte <= 0x20 ? 1 : byte < 0x80 ? 0 : UnseenBlank.size(self, at: index)
    }

    @inline(__always)
    private func blankSize(before end: Int) -> Int {
        let byte = self[end - 1]
        return byte <= 0x20 ? 1 : byte < 0x80 ? 0 : UnseenBlank.size(self, before: end)
    }
}

extension TableRow {
    /// Whether no cell holds anything but blanks of any width, tabs, line ends and the mark at the end
    /// of files of DOS.
    package var holdsNothing: Bool {
        cells.allSatisfy { cell in
            let text = text(cell)
            var index = 0
            while index < text.count {
                let byte = text[index]
                let isVoid = byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x1A
                let size = isVoid ? 1 : byte < 0x80 ? 0 : UnseenBlank.size(text, at: index)
                if size == 0 { return false }
                index += size
            }
            return true
        }
    }
}

/// Blanks that are not U+0020: U+00A0, those of other widths or none from U+2000 to U+200F, U+202F,
/// U+2060, U+3000, and U+FEFF, the mark at the beginning of a file that another was joined to.
///
/// The same as names of columns may have (`HeaderName`), but for the hyphen that is not shown.
enum UnseenBlank {
    static func isOne(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x2000...0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// How many bytes one has that begins at an index of UTF-8; 0 where none does.
    @inline(never)
    static func size(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let rest = text.count - index
        if rest > 1, text[index] == 0xC2, text[index + 1] == 0xA0 { return 2 }
        return rest > 2 && isOne(scalar(text, index)) ? 3 : 0
    }

    /// How many bytes one has that ends before an index of UTF-8; 0 where none does.
    @inline(never)
    static func size(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
        if end > 1, text[end - 2] == 0xC2, text[end - 1] == 0xA0 { return 2 }
        return end > 2 && isOne(scalar(text, end - 3)) ? 3 : 0
    }

    /// Of three bytes; 0 where they are no scalar that takes three.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
        let (first, second, third) = (text[index], text[index + 1], text[index + 2])
        guard first & 0xF0 == 0xE0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return 0 }
        return UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    }
}
