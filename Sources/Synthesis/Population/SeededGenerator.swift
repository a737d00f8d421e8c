/// A SplitMix64 generator: the same seed gives the same draws on every run and machine.
struct SeededGenerator: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number in `0 ..< bound`; `bound` is positive and below 2³².
    mutating func below(_ bound: Int) -> Int {
        let scaled = (next() >> 32) &* UInt64(truncatingIfNeeded: bound)
        return Int(truncatingIfNeeded: scaled >> 32)
    }

    /// A number in the range, both ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `percent` of a hundred draws.
    mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// True in the fraction `rate` of the draws; `rate` lies between 0 and 1.
    mutating func chance(rate: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < rate
    }

    /// One of the codes of equal `width` that `codes` strings together without separators.
    mutating func pick(_ codes: StaticString, width: Int) -> UnsafeBufferPointer<UInt8> {
        let index = below(codes.utf8CodeUnitCount / width)
        return UnsafeBufferPointer(start: codes.utf8Start + index * width, count: width)
    }

    /// An upper-case letter.
    mutating func letter() -> UInt8 {
        UInt8(ascii: "A") + UInt8(truncatingIfNeeded: below(26))
    }
}
