/// A code of one to ten letters and digits as a number, the same for small letters and capitals.
struct CodeKey: RawRepresentable, Equatable, Sendable {
    /// Six bits a character, the first on top.
    let rawValue: UInt64
    /// The first character's number.
    let first: UInt64

    init(rawValue: UInt64) {
        self.rawValue = rawValue
        first = rawValue
    }

    /// - Returns: `nil` for an empty or longer text, or one with other characters.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard 1...10 ~= bytes.count else { return nil }
        var key: UInt64 = 0
        for byte in bytes {
            guard let number = CodeKey.number(byte) else { return nil }
            key = key &<< 6 | number
        }
        rawValue = key
        first = key &>> UInt64(truncatingIfNeeded: (bytes.count &- 1) &* 6)
    }

    /// 1 to 10 for digits, 11 to 36 for letters.
    @inline(__always)
    static func number(_ byte: UInt8) -> UInt64? {
        let digit = byte &- 0x30
        if digit < 10 { return UInt64(digit) &+ 1 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 26 ? UInt64(letter) &+ 11 : nil
    }

    /// Where to look first in a table of a power of two.
    @inline(__always)
    static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    }
}
