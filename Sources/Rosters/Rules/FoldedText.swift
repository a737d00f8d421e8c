/// Texts as numbers that are the same where people would say the same: of letters and digits alone,
/// whatever their case and the marks on them.
enum FoldedText {
    /// Of each byte of ASCII what counts: small letters and digits; 0 for the rest.
    nonisolated(unsafe) private static let folds: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let folded: UInt8
            switch byte {
            case 0x30...0x39, 0x61...0x7A: folded = byte
            case 0x41...0x5A: folded = byte | 0x20
            default: folded = 0
            }
            (table + Int(byte)).initialize(to: folded)
        }
        return UnsafePointer(table)
    }()

    /// 0 is never a text's.
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let folds = folds
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        var word: UInt64 = 0
        var count = 0
        var all: UInt8 = 0
        for byte in text {
            all |= byte
            let folded = folds[Int(byte)]
            if folded == 0 { continue }
            word = word &<< 8 | UInt64(folded)
            count &+= 1
            // Eight bytes at a time, as each step waits for the one before it.
            if count & 7 == 0 {
                hash = join(hash, word)
                word = 0
            }
        }
        if all >= 0x80 { return letterHash(text) }
        hash = join(hash, word &+ UInt64(truncatingIfNeeded: count) &<< 56)
        return hash == 0 ? 1 : hash
    }

    /// The same of text with letters beyond ASCII: by what is left of them.
    @inline(never)
    private static func letterHash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var folded: [UInt8] = []
        FoldedLetters.fold(text) { folded.append($0 & 0x7F == 0 ? 1 : $0) }
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        var word: UInt64 = 0
        for (index, byte) in folded.enumerated() {
            word = word &<< 8 | UInt64(byte)
            if index & 7 == 7 {
                hash = join(hash, word)
                word = 0
            }
        }
        hash = join(hash, word &+ UInt64(truncatingIfNeeded: folded.count) &<< 56)
        return hash == 0 ? 1 : hash
    }

    /// Two numbers as one, in which their order counts.
    @inline(__always)
    static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (high, low) = (first ^ 0x2545_F491_4F6C_DD1D)
            .multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
        return (high ^ low) &+ first
    }
}
