import CareModel

/// Whether texts are digits, eight at a time.
enum Digits {
    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// Of up to 16 bytes; eight beyond the first are readable.
    @inline(__always)
    static func areAll(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count > 0, count <= 16 else { return false }
        let raw = UnsafeRawPointer(base)
        guard count > 8 else {
            // What lies beyond the text is made zeros.
            let kept = UInt64.max &>> UInt64(truncatingIfNeeded: (8 &- count) &* 8)
            return isDigits(raw.loadUnaligned(as: UInt64.self) & kept | zeros & ~kept)
        }
        return isDigits(raw.loadUnaligned(as: UInt64.self))
            && isDigits(raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }

    /// Of two words.
    @inline(__always)
    static func areAll(_ head: UInt64, _ tail: UInt64) -> Bool {
        let (first, last) = (head ^ zeros, tail ^ zeros)
        let sixes: UInt64 = 0x0606_0606_0606_0606
        return (first | (first &+ sixes) | last | (last &+ sixes)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
    }

    /// Of a word with so many bytes, from 1 to 7, and zeros behind them.
    @inline(__always)
    static func areAll(_ word: UInt64, _ count: Int) -> Bool {
        isDigits(word | zeros &<< UInt64(truncatingIfNeeded: count &* 8))
    }

    @inline(__always)
    private static func isDigits(_ word: UInt64) -> Bool {
        let digits = word ^ zeros
        // A byte above 9 sets its high nibble here, or by adding 6.
        return (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
    }

    /// How many digits a text has, whatever stands between them.
    static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        text.count { (0x30...0x39).contains($0) }
    }

    /// Whether a text has at least one digit, at most one point, and a sign in front or none.
    static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var points = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return false }
            default: return false
            }
        }
        return digits > 0 && points < 2
    }
}
