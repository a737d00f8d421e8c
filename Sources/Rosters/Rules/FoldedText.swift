import CareModel

/// Texts as numbers that are the same where people would say the same: of letters and digits alone,
/// whatever their case.
enum FoldedText {
    /// 0 is never a text's; 1 is that of a text without letters and digits.
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0
        for byte in text {
            let folded: UInt8
            switch byte {
            case 0x30...0x39, 0x61...0x7A: folded = byte
            case 0x41...0x5A: folded = byte | 0x20
            case 0x80...0xFF: folded = byte
            default: continue
            }
            hash = (hash ^ UInt64(folded)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 29
        }
        return hash == 0 ? 1 : hash
    }

    /// Two numbers as one, in which their order counts.
    @inline(__always)
    static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (high, low) = (first ^ 0x2545_F491_4F6C_DD1D)
            .multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
        return high ^ low &+ first
    }
}
