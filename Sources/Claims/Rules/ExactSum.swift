import CareModel

/// A sum of decimal amounts, exact to 18 digits behind the point.
///
/// Digits before the point beyond 19 wrap: two sums that differ by 2 to the 64th would be taken for
/// equal, which no amounts of 18 digits come to by chance.
struct ExactSum {
    private var whole: Int64 = 0
    /// In units of 10 to the -18th; less than one.
    private var fraction: Int64 = 0
    /// Whether all that was added is a number.
    private(set) var isKnown = true

    private static let one: Int64 = 1_000_000_000_000_000_000

    /// Whether it comes to nothing.
    var isZero: Bool { whole == 0 && fraction == 0 }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let money = Money(bytes) else { return isKnown = false }
        add(money.units, scale: money.scale)
    }

    mutating func subtract(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let money = Money(bytes) else { return isKnown = false }
        add(-money.units, scale: money.scale)
    }

    private mutating func add(_ units: Int64, scale: Int) {
        switch scale {
        case 0: whole &+= units
        case 2: add(units / 100, units % 100 * 10_000_000_000_000_000)
        default:
            var (power, rest) = (Int64(1), ExactSum.one)
            for _ in 0..<min(scale, 18) {
                power &*= 10
                rest /= 10
            }
            add(units / power, units % power &* rest)
        }
    }

    private mutating func add(_ units: Int64, _ part: Int64) {
        whole &+= units
        fraction &+= part
        if fraction >= ExactSum.one {
            fraction -= ExactSum.one
            whole &+= 1
        } else if fraction <= -ExactSum.one {
            fraction += ExactSum.one
            whole &-= 1
        }
    }
}
