/// Letters of other encodings as UTF-8.
enum TextDecoding {
    /// What Windows-1252 has at 0x80 to 0x9F; the five that it leaves open are control characters.
    private static let windows: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Whether Windows-1252 has no letter for a byte.
    static func isOpenInWindows(_ byte: UInt8) -> Bool {
        byte >= 0x80 && byte < 0xA0 && windows[Int(byte) - 0x80] < 0xA0
    }

    /// Writes one byte of Windows-1252; the number of bytes, up to 3.
    @inline(__always)
    static func write(windows byte: UInt8, to out: UnsafeMutablePointer<UInt8>) -> Int {
        let isHigh = byte >= 0x80 && byte < 0xA0
        return write(UInt32(isHigh ? windows[Int(byte) - 0x80] : UInt16(byte)), to: out)
    }

    /// Writes one scalar; the number of bytes, up to 4.
    @inline(__always)
    static func write(_ scalar: UInt32, to out: UnsafeMutablePointer<UInt8>) -> Int {
        switch scalar {
        case ..<0x80:
            out[0] = UInt8(scalar)
            return 1
        case ..<0x800:
            out[0] = UInt8(0xC0 | scalar >> 6)
            out[1] = UInt8(0x80 | scalar & 0x3F)
            return 2
        case ..<0x1_0000:
            out[0] = UInt8(0xE0 | scalar >> 12)
            out[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
            out[2] = UInt8(0x80 | scalar & 0x3F)
            return 3
        default:
            out[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            out[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
            out[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
            out[3] = UInt8(0x80 | scalar & 0x3F)
            return 4
        }
    }

    /// Whether the bytes are UTF-8.
    static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let length = length(lead), length <= bytes.count - index,
                isSound(bytes, index, length)
            else { return false }
            index += length
        }
        return true
    }

    /// How many letters there are, bytes that are no UTF-8 among them.
    static func countCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            count += 1
            guard let length = length(bytes[index]), length <= bytes.count - index,
                isSound(bytes, index, length)
            else {
                index += 1
                continue
            }
            index += length
        }
        return count
    }

    private static func length(_ lead: UInt8) -> Int? {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    private static func isSound(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int
    ) -> Bool {
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return false }
        let second = bytes[index + 1]
        switch bytes[index] {
        case 0xE0: return second >= 0xA0
        case 0xED: return second < 0xA0
        case 0xF0: return second >= 0x90
        case 0xF4: return second < 0x90
        default: return true
        }
    }

    /// How many bytes of UTF-16 were read to write these bytes of UTF-8.
    static func countUTF16(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
        var units = 0
        for index in range {
            let byte = bytes[index]
            units += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
        }
        return units * 2
    }
}

/// Turns UTF-16 into UTF-8 as it comes, in pieces of any size.
///
/// What is half a letter becomes U+FFFD, so that each letter of the outcome stands for as many
/// bytes of the input as `countUTF16` says.
struct UTF16Decoder {
    let isBigEndian: Bool
    private var half: UInt8?
    private var high: UInt32?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// The most bytes that come of so many, what was left over included.
    static func room(for count: Int) -> Int { (count + 4) / 2 * 3 + 3 }

    /// How many bytes may be decoded where there is this room.
    static func greatestCount(forRoom room: Int) -> Int { max(0, (room - 12) / 3 * 2) }

    /// Writes what these bytes mean; the number of bytes written.
    mutating func decode(
        _ bytes: UnsafeRawBufferPointer, to out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var written = 0
        for byte in bytes {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let unit =
                isBigEndian
                ? UInt32(first) << 8 | UInt32(byte)
                : UInt32(byte) << 8 | UInt32(first)
            written += add(unit, to: out + written)
        }
        return written
    }

    private mutating func add(_ unit: UInt32, to out: UnsafeMutablePointer<UInt8>) -> Int {
        var written = 0
        if let first = high {
            high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let scalar = 0x1_0000 + (first - 0xD800) << 10 + (unit - 0xDC00)
                return TextDecoding.write(scalar, to: out)
            }
            written = TextDecoding.write(0xFFFD, to: out)
        }
        if (0xD800...0xDBFF).contains(unit) {
            high = unit
            return written
        }
        let isHalf = (0xDC00...0xDFFF).contains(unit)
        return written + TextDecoding.write(isHalf ? 0xFFFD : unit, to: out + written)
    }

    /// Writes what is left at the end: half a letter, if anything.
    mutating func finish(to out: UnsafeMutablePointer<UInt8>) -> Int {
        var written = 0
        if high != nil { written += TextDecoding.write(0xFFFD, to: out) }
        if half != nil { written += TextDecoding.write(0xFFFD, to: out + written) }
        high = nil
        half = nil
        return written
    }
}
