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
struct ContentSalt: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// - Parameter column: what the values of a column are multiplied by.
    init(_ column: Int) {
        second = UInt64(truncatingIfNeeded: 2 &* column &+ 1) &* 0x9E37_79B9_7F4A_7C15
        first = second ^ 0x2545_F491_4F6C_DD1D
    }

    /// What an empty cell adds where it is told from one that is missing.
    var empty: UInt64 { mixed(0, 0) }

    /// What a value adds.
    @inline(__always)
    func number(_ text: CellText) -> UInt64 {
        let sum = short(text)
        return text.count > 16 ? sum &+ middle(text) : sum
    }

    /// What a time of the day beside a date adds, in thousandths of a second.
    func number(time: Int32) -> UInt64 {
        mixed(UInt64(UInt32(bitPattern: time)), UInt64(UInt8(ascii: "T")))
    }

    /// The same of up to 16 bytes.
    @inline(__always)
    func short(_ text: CellText) -> UInt64 {
        mixed(text.head, text.tail &+ UInt64(truncatingIfNeeded: text.count))
    }

    /// What is added by all but the first and the last eight bytes, of which there are some.
    @inline(__always)
    private func middle(_ text: CellText) -> UInt64 {
        let raw = UnsafeRawPointer(text.base)
        var sum: UInt64 = 0
        var place = 8
        while place < text.count &- 8 {
            // Two words at a time; the last ends where the last eight bytes begin, or before.
            let next = min(place &+ 8, text.count &- 8)
            let (first, second) = (
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: next, as: UInt64.self))
            )
            sum &+= mixed(first, second &+ UInt64(truncatingIfNeeded: place &<< 32))
            place &+= 16
        }
        return sum
    }

    @inline(__always)
    private func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let (high, low) = (one ^ first).multipliedFullWidth(by: other &+ second)
        return high ^ low
    }
}
