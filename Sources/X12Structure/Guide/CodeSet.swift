/// The codes an element allows, as numbers in a small hash table.
struct CodeSet: Sendable {
    private let keys: [UInt64]
    private let mask: Int
    /// In the guide's order.
    let codes: [String]

    init(_ codes: [String]) {
        self.codes = codes
        var capacity = 4
        while capacity < codes.count * 2 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        for code in codes {
            var code = code
            let key = code.withUTF8 { CodeSet.key($0) }
            var slot = CodeSet.slot(key, capacity - 1)
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
        }
        self.keys = keys
        mask = capacity - 1
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    /// A number for a code; codes of up to eight bytes have one of their own.
    static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        if bytes.count <= 8 {
            for (offset, byte) in bytes.enumerated() { key |= UInt64(byte) << UInt64(offset * 8) }
            return key
        }
        key = 0xCBF2_9CE4_8422_2325
        for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return key
    }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
        var slot = CodeSet.slot(key, mask)
        while keys[slot] != 0 {
            if keys[slot] == key { return true }
            slot = (slot &+ 1) & mask
        }
        return false
    }

    /// For findings: the codes, or the first of many.
    var expected: String {
        let shown = codes.prefix(12).joined(separator: " ")
        return codes.count > 12 ? "\(shown) … (\(codes.count) codes)" : shown
    }
}
