/// Values that others leave as they are, as one number: it tells whether one of them changed, and of the
/// first twelve which it was.
enum LockedValues {
    /// Bits of a number of all values together; the first values share those above.
    private static let common: UInt64 = 16
    private static let greatest = 12

    /// Bits that each of the first values has for itself.
    private static func bits(_ count: Int) -> UInt64 {
        min(8, (64 - common) / UInt64(max(1, min(count, greatest))))
    }

    /// The number of values in the order of their columns; never 0.
    static func number(_ values: [UnsafeBufferPointer<UInt8>]) -> UInt64 {
        let bits = bits(values.count)
        var all = TextHash()
        var marks: UInt64 = 0
        for (index, value) in values.enumerated() {
            all.add(value)
            guard index < greatest else { continue }
            var own = TextHash()
            own.add(value)
            marks |= (own.value &>> (64 &- bits)) &<< (common &+ UInt64(index) &* bits)
        }
        return marks | all.value &>> (64 &- common) | 1
    }

    /// Which of so many values differ, by their index. One in 32 or fewer of those that do is not among
    /// them, of up to nine values.
    static func changes(_ one: UInt64, _ other: UInt64, of count: Int) -> [Int] {
        let bits = bits(count)
        return (0..<min(count, greatest)).filter { index in
            let place = common &+ UInt64(index) &* bits
            return (one ^ other) &>> place & (1 &<< bits &- 1) != 0
        }
    }
}
