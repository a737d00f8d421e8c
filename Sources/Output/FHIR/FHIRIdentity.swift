/// The id of a resource: a UUID that is made of what identifies it, the same on every run.
struct FHIRIdentity {
    private var high: UInt64 = 0x6C62_272E_07BB_0142
    private var low: UInt64 = 0xCBF2_9CE4_8422_2325

    /// An id of a type of resources.
    init(_ type: StaticString) {
        add(UnsafeBufferPointer(start: type.utf8Start, count: type.utf8CodeUnitCount))
    }

    /// Adds what identifies it; parts are kept apart.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { add(byte) }
        add(0xFF)  // no byte of UTF-8
    }

    private mutating func add(_ byte: UInt8) {
        low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        high = (high ^ UInt64(byte) ^ (low &>> 29)) &* 0x9E37_79B1_85EB_CA87
    }

    /// Every bit depends on all that was added.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value &>> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value &>> 31)
    }

    /// Appends it as a UUID of version 8, which stands for numbers made in a way of one's own.
    ///
    /// Source: RFC 9562, section 5.8.
    func write(to buffer: inout ByteBuffer) {
        let first = Self.mixed(high ^ (low &<< 1)) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let second = Self.mixed(low ^ (high &>> 1)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        for place in 0..<32 {
            if place == 8 || place == 12 || place == 16 || place == 20 {
                buffer.append(UInt8(ascii: "-"))
            }
            let half = place < 16 ? first : second
            let digit = half &>> UInt64(truncatingIfNeeded: (15 - place % 16) * 4) & 15
            buffer.append(hex: UInt8(truncatingIfNeeded: digit))
        }
    }
}
