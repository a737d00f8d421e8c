/// An exact decimal amount that keeps the scale it was written with: 50.00 is not 50.
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

    /// From text such as `-12.50`; `nil` where it is not a number.
    public init?(_ text: Text) {
        guard let money = text.withUTF8({ Money($0) }) else { return nil }
        self = money
    }
}

extension Money: CustomStringConvertible {
    /// The digits as sent, with a zero before a leading point.
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
