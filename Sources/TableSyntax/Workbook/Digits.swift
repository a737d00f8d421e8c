/// Numbers as text.
enum Digits {
    /// A number of a few digits; `nil` where it is none.
    @inline(__always)
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 15 else { return nil }
        var value = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value &* 10 &+ Int(byte &- 0x30)
        }
        return value
    }

    /// Digits at the places of a mask, zeros before them; `nil` where they do not fit.
    static func masked(_ text: UnsafeBufferPointer<UInt8>, by mask: [UInt8]) -> [UInt8]? {
        let places = mask.count { $0 == 0x30 }
        guard text.count <= places, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        var digits = [UInt8](repeating: 0x30, count: places - text.count) + text
        digits.reverse()
        return mask.map { $0 == 0x30 ? digits.popLast() ?? 0x30 : $0 }
    }
}
