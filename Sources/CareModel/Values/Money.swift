/// An exact decimal amount that keeps the scale it was written with: 50.00 is not 50.
///
/// Zeros in front are not kept, nor is the sign of a zero: `-0.00` is `0.00`.
public struct Money: Sendable, Hashable {
    /// The amount without its point: 5000 for 50.00.
    public let units: Int64
    /// Digits after the point.
    public let scale: Int

    public init(units: Int64, scale: Int = 0) {
        self.units = units
        self.scale = scale
    }

    /// From an optional minus sign, digits and an optional point; `nil` for anything else or more
    /// than 18 digits.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var units: Int64 = 0
        var digits = 0
        var scale = -1
        var isNegative = false
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case 0x2D where offset == 0: isNegative = true
            case 0x2E where scale < 0: scale = 0
            case 0x30...0x39:
                digits += 1
                guard digits <= 18 else { return nil }
                units = units * 10 + Int64(byte - 0x30)
                if scale >= 0 { scale += 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        self.init(units: isNegative ? -units : units, scale: max(scale, 0))
    }

    /// Whether up to eight bytes are an amount as JSON writes it: digits without zeros in front that
    /// say nothing, and where there is a point, digits on both sides of it.
    ///
    /// 8 bytes beyond the first are readable.
    @inlinable @inline(__always)
    public static func isNumber(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count &- 1 < 8, count > 0 else { return false }
        let unwanted = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        let word =
            UInt64(
                littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)) &<< unwanted
        // What is no digit has a bit in its high nibble; of the bytes shifted in all are digits.
        let digits = word ^ (0x3030_3030_3030_3030 &<< unwanted)
        let others = (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
        let first = base.pointee
        guard others != 0 else { return first != 0x30 || count == 1 }
        let low = others.trailingZeroBitCount &- 4
        let place = (low &- Int(unwanted)) &>> 3
        // Nothing but one byte that is none, which is the point, and no end.
        guard others == 0x30 &<< UInt64(truncatingIfNeeded: low), place > 0, place &+ 1 < count,
            base[place] == 0x2E
        else { return false }
        return first != 0x30 || place == 1
    }

    /// From text such as `-12.50`; `nil` where it is not a number.
    public init?(_ text: Text) {
        guard let money = text.withUTF8({ Money($0) }) else { return nil }
        self = money
    }
}

extension Money: CustomStringConvertible {
    /// The digits as sent, without zeros in front but one before the point, and no sign before zero.
    public var description: String {
        var digits = String(units.magnitude)
        if digits.utf8.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
        }
        if scale > 0 {
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return units < 0 ? "-" + digits : digits
    }
}
