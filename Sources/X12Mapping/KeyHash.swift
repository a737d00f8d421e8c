import CareModel

/// Texts as one number; the same on every machine and run.
@usableFromInline
package struct KeyHash: Sendable {
    @usableFromInline package var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inlinable @inline(__always)
    package init() {}

    @inlinable @inline(__always)
    package mutating func add(_ word: UInt64) {
        let (high, low) = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = high ^ low &+ 0x2545_F491_4F6C_DD1D
    }

    /// Adds a code of up to eight characters, in capitals or not; longer ones as they are.
    @inlinable @inline(__always)
    package mutating func add(code bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, bytes.count <= 8 else { return add(bytes) }
        add(Key(rawValue: Text.key(base, bytes.count)).inCapitals.rawValue)
        add(UInt64(truncatingIfNeeded: bytes.count))
    }

    /// 8 bytes beyond the first are readable, as they are in a block.
    @inlinable @inline(__always)
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard var base = bytes.baseAddress else { return add(0xFF) }
        var rest = bytes.count
        while rest > 8 {
            add(UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
            base += 8
            rest -= 8
        }
        add(Text.key(base, rest))
        add(UInt64(truncatingIfNeeded: bytes.count))
    }
}
