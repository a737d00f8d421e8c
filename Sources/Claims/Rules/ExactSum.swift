import CareModel

/// A sum of decimal amounts, exact to 18 digits behind the point.
///
/// Digits before the point beyond 17 wrap: two sums that differ by a multiple of 2 to the 64th cents
/// would be taken for equal, which no amounts of 18 digits come to by chance.
struct ExactSum {
    /// What was added of ordinary amounts: up to twelve digits, up to two behind the point.
    private var cents: Int64 = 0
    /// What was added of all others.
    private var whole: Int64 = 0
    /// The same behind the point, in units of 10 to the -18th; less than one.
    private var fraction: Int64 = 0
    /// Whether all that was added is a number.
    private(set) var isKnown = true

    private static let one: Int64 = 1_000_000_000_000_000_000
    private static let cent: Int64 = 10_000_000_000_000_000

    /// Whether it comes to nothing.
    var isZero: Bool {
        if whole == 0, fraction == 0 { return cents == 0 }
        var sum = self
        sum.cents = 0
        sum.add(cents / 100, cents % 100 * ExactSum.cent)
        return sum.whole == 0 && sum.fraction == 0
    }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let sent = ExactSum.cents(bytes) {
            cents &+= sent
        } else if let money = Money(bytes) {
            add(money.units, scale: money.scale)
        } else {
            isKnown = false
        }
    }

    mutating func subtract(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let sent = ExactSum.cents(bytes) {
            cents &-= sent
        } else if let money = Money(bytes) {
            add(-money.units, scale: money.scale)
        } else {
            isKnown = false
        }
    }

    /// An ordinary amount without a sign; `nil` for any other, and for what is none.
    @inline(__always)
    private static func cents(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard 1...13 ~= bytes.count else { return nil }
        var units: Int64 = 0
        var point = -1
        for offset in 0..<bytes.count {
            let digit = Int64(bytes[offset]) &- 0x30
            if 0...9 ~= digit {
                units = units &* 10 &+ digit
            } else if digit == -2, point < 0 {
                point = offset
            } else {
                return nil
            }
        }
        let digits = bytes.count &- (point < 0 ? 0 : 1)
        guard 1...12 ~= digits else { return nil }
        switch point < 0 ? 0 : digits &- point {
        case 0: return units &* 100
        case 1: return units &* 10
        case 2: return units
        default: return nil
        }
    }

    private mutating func add(_ units: Int64, scale: Int) {
        var (power, rest) = (Int64(1), ExactSum.one)
        for _ in 0..<min(scale, 18) {
            power &*= 10
            rest /= 10
        }
        add(units / power, units % power &* rest)
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
