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

/// The values of a row as one number, their sum: each value is multiplied by itself and its column, so
/// that none waits for the one before it.
enum ContentHash {
    /// What the values of a column are multiplied by.
    static func salt(_ column: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: 2 &* column &+ 1) &* 0x9E37_79B9_7F4A_7C15
    }

    /// What a value adds; 8 bytes beyond the first of a text are readable, as they are in a row.
    @inline(__always)
    static func number(_ base: UnsafePointer<UInt8>, _ count: Int, _ salt: UInt64) -> UInt64 {
        let length = UInt64(truncatingIfNeeded: count)
        guard count > 8 else { return mixed(Text.key(base, count) ^ salt, salt &+ length) }
        let raw = UnsafeRawPointer(base)
        let head = raw.loadUnaligned(as: UInt64.self)
        let tail = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        var sum = mixed(head ^ salt, tail &+ salt &+ length)
        var place = 8
        while place < count &- 8 {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            sum &+= mixed(word ^ salt, salt &+ UInt64(truncatingIfNeeded: place &<< 32))
            place &+= 8
        }
        return sum
    }

    @inline(__always)
    private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (high, low) = (first ^ 0x2545_F491_4F6C_DD1D).multipliedFullWidth(by: second | 1)
        return high ^ low
    }
}
