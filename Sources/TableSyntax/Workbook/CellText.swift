/// What text of cells is made of.
enum CellText {
    /// Whether all is printable ASCII without `"` and `\`.
    @inline(__always)
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isOdd = false
        for byte in text {
            isOdd = isOdd || byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C
        }
        return !isOdd
    }

    /// Puts the characters in place that a workbook writes as `_x000D_`; the new length.
    ///
    /// XML has no place for control characters, so that Excel writes them so (ST_Xstring).
    static func unescape(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "_"), let unit = unit(in: text, at: index),
                let scalar = Unicode.Scalar(unit), count + 3 <= index + 7
            {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    text[count] = byte
                    count += 1
                }
                index += 7
            } else {
                text[count] = text[index]
                count += 1
                index += 1
            }
        }
        return count
    }

    /// The number of `_xHHHH_`.
    private static func unit(
        in text: UnsafeMutableBufferPointer<UInt8>, at index: Int
    ) -> UInt32? {
        guard text.count - index >= 7, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in text[(index + 2)..<(index + 6)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}
