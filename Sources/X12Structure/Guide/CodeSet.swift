/// The codes an element allows, as numbers in a small hash table of `GuideTables.codeKeys`.
struct CodeSet: Sendable {
    let start: Int
    let mask: Int

    /// Appends a hash table of the codes to `keys`.
    init(_ codes: [String], keys: inout [UInt64]) {
        var capacity = 4
        while capacity < codes.count * 4 { capacity *= 2 }
        start = keys.count
        mask = capacity - 1
        keys += [UInt64](repeating: 0, count: capacity)
        for var code in codes {
            let key = code.withUTF8 { CodeSet.key($0) }
            var slot = CodeSet.slot(key, mask)
            while keys[start + slot] != 0, keys[start + slot] != key { slot = (slot + 1) & mask }
            keys[start + slot] = key
        }
    }

    /// A number for codes in this order; others hardly ever have the same.
    static func sum(_ codes: [String]) -> UInt64 {
        codes.reduce(0) { sum, code in
            var code = code
            return (sum ^ code.withUTF8 { CodeSet.key($0) }) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    @inline(__always)
    static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    /// A number for a code; codes of up to eight bytes have one of their own.
    static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        if bytes.count <= 8 {
            var shift: UInt64 = 0
            for byte in bytes {
                key |= UInt64(byte) &<< shift
                shift &+= 8
            }
            return key
        }
        key = 0xCBF2_9CE4_8422_2325
        for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return key
    }

    /// The same, where 8 bytes beyond the first are readable.
    @inline(__always)
    static func key(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        guard count <= 8 else { return key(UnsafeBufferPointer(start: base, count: count)) }
        guard count > 0 else { return 0 }
        return key(base, short: count)
    }

    /// The same of one to eight bytes.
    @inline(__always)
    static func key(_ base: UnsafePointer<UInt8>, short count: Int) -> UInt64 {
        // Only the last six bits of a shift count.
        let unwanted = UInt64(truncatingIfNeeded: 0 &- count &* 8)
        return (UnsafeRawPointer(base).loadUnaligned(as: UInt64.self) &<< unwanted) &>> unwanted
    }

    /// For findings: the codes, or the first of many.
    static func expected(_ codes: [String]) -> String {
        let shown = codes.prefix(12).joined(separator: " ")
        return codes.count > 12 ? "\(shown) … (\(codes.count) codes)" : shown
    }
}
