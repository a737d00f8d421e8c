/// Values that others leave as they are, as one number: it tells whether one of them changed, and of the
/// first ten which it was.
enum LockedValues {
    /// Bits that each of the first values has for itself, above those of all.
    private static let bits: UInt64 = 4
    private static let shared: UInt64 = 24
    private static let named = 10

    /// The number of values in the order of their columns; never 0.
    static func number(_ values: [UnsafeBufferPointer<UInt8>]) -> UInt64 {
        var all = TextHash()
        var marks: UInt64 = 0
        for (index, value) in values.enumerated() {
            all.add(value)
            guard index < named else { continue }
            var own = TextHash()
            own.add(value)
            marks |= (own.value &>> (64 &- bits)) &<< (shared &+ UInt64(index) &* bits)
        }
        return marks | all.value &>> (64 &- shared) | 1
    }

    /// Which of the values differ, by their index. One in sixteen that do is not among them.
    static func changes(_ one: UInt64, _ other: UInt64) -> [Int] {
        (0..<named).filter { index in
            let place = shared &+ UInt64(index) &* bits
            return (one ^ other) &>> place & (1 &<< bits &- 1) != 0
        }
    }
}
