import CareModel

/// Texts as one number, byte by byte the same; the same on every machine and run.
struct TextHash: Sendable {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ word: UInt64) {
        let (high, low) = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = high ^ low &+ 0x2545_F491_4F6C_DD1D
    }

    /// 8 bytes beyond the first are readable, as they are in a row.
    @inline(__always)
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        guard var base = text.baseAddress else { return add(0xFF) }
        var rest = text.count
        while rest > 8 {
            add(UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
            base += 8
            rest -= 8
        }
        add(Text.key(base, rest) ^ UInt64(truncatingIfNeeded: text.count) &<< 56)
    }
}
