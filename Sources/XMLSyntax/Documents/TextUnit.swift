/// What letters are written in: bytes, or in UTF-16 two of them in one order or the other.
package enum TextUnit: Sendable {
    case byte, littleEndian, bigEndian

    /// Of a document, by its first four bytes or fewer, as libxml2 takes them.
    init(first bytes: [UInt8]) {
        switch bytes {
        case _ where bytes.starts(with: [0xFF, 0xFE]), [0x3C, 0, 0x3F, 0]: self = .littleEndian
        case _ where bytes.starts(with: [0xFE, 0xFF]), [0, 0x3C, 0, 0x3F]: self = .bigEndian
        default: self = .byte
        }
    }

    /// Of an encoding that libxml2 converts, by its own name of it.
    init(encoding name: String) {
        switch name {
        case "UTF-16BE": self = .bigEndian
        case "UTF-16LE", "UTF-16": self = .littleEndian
        default: self = .byte
        }
    }

    /// Bytes of one.
    var size: Int { self == .byte ? 1 : 2 }

    /// The letter of ASCII that two bytes are; `nil` where they are none.
    func ascii(_ first: UInt8, _ second: UInt8) -> UInt8? {
        let high = self == .bigEndian ? first : second
        let low = self == .bigEndian ? second : first
        return high == 0 && low < 0x80 ? low : nil
    }
}
