/// The ways of reading that are compared take turns, as each costs as much as the first one: an input
/// says by its bytes whose turn it is, so that a find repeats.
struct Turn {
    private let number: UInt64

    init(_ bytes: [UInt8]) {
        // FNV-1a.
        number = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 16
    }

    /// One of so many ways.
    func way(of count: Int) -> Int { Int(number % UInt64(count)) }

    /// Small pieces, as a connection brings them.
    func chunks(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let size = 1 + way(of: 61)
        return stride(from: 0, to: bytes.count, by: size).map {
            bytes[$0..<min($0 + size, bytes.count)]
        }
    }
}
