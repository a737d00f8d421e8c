/// Bytes on their way out: grows, is emptied and used again, has one owner.
package struct ByteBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Beyond it there is not room enough for `room` to leave.
    private var roomEnd: UnsafeMutablePointer<UInt8>
    package var count = 0

    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, ByteBuffer.slack)
        base = .allocate(capacity: self.capacity)
        roomEnd = base + self.capacity - ByteBuffer.slack
    }

    deinit { base.deallocate() }

    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    package func array() -> [UInt8] { Array(bytes) }

    package mutating func clear() { count = 0 }

    /// Forgets everything after the first `count` bytes.
    package mutating func truncate(to count: Int) { self.count = min(count, self.count) }

    /// Makes room for so many more bytes.
    @inline(__always)
    package mutating func reserve(_ more: Int) {
        if capacity &- count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let wanted = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
        capacity = wanted
        roomEnd = base + capacity - ByteBuffer.slack
    }

    /// After the last byte.
    var end: UnsafeMutablePointer<UInt8> { base + count }

    /// Makes room at `end` for so many bytes, and a few more that copying 32 at a time and closing
    /// brackets may take; where the end is now.
    @inline(__always)
    mutating func room(
        _ end: UnsafeMutablePointer<UInt8>, _ more: Int
    ) -> UnsafeMutablePointer<UInt8> {
        end + more > roomEnd ? grow(end, more) : end
    }

    private static var slack: Int { 256 }

    @inline(never)
    private mutating func grow(
        _ end: UnsafeMutablePointer<UInt8>, _ more: Int
    ) -> UnsafeMutablePointer<UInt8> {
        count = end - base
        grow(more &+ ByteBuffer.slack)
        return self.end
    }

    // MARK: Appending

    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    @inline(__always)
    package mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: text.utf8Start, count: length)
        count &+= length
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count &+= bytes.count
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    package mutating func append(string text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// A decimal number.
    package mutating func append(decimal value: Int) {
        reserve(32)
        if value < 0 {
            base[count] = 0x2D
            count &+= 1
        }
        append(digitsOf: UInt64(value.magnitude))
    }

    /// Where there is room for them, and for eight bytes more.
    private mutating func append(digitsOf value: UInt64) {
        var last = value
        var zeros: UInt64 = 0
        if value >= 100_000_000 {
            append(digitsOf: value / 100_000_000)
            last = value % 100_000_000
        }
        let digits = ByteBuffer.digits(last)
        // Zeros in front are left out, but that of 0 itself.
        if value < 100_000_000 { zeros = UInt64(min(digits.trailingZeroBitCount / 8, 7)) }
        let text = (digits | 0x3030_3030_3030_3030) &>> (zeros &* 8)
        UnsafeMutableRawPointer(base + count).storeBytes(
            of: text.littleEndian, as: UInt64.self)
        count &+= 8 &- Int(zeros)
    }

    /// The eight digits of a number, the first in the lowest byte: halves, pairs and single digits are
    /// parted side by side.
    @inline(__always)
    private static func digits(_ value: UInt64) -> UInt64 {
        let high = value / 10_000
        let halves = high | (value &- high &* 10_000) &<< 32
        // × 10486 ÷ 2²⁰ is ÷ 100 below 10000, and × 103 ÷ 2¹⁰ is ÷ 10 below 100.
        let hundreds = (halves &* 10_486) &>> 20 & 0x7F_0000_007F
        let pairs = hundreds | (halves &- hundreds &* 100) &<< 16
        let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
        return tens | (pairs &- tens &* 10) &<< 8
    }

    /// The last byte, if it is this one, becomes another; else the other is appended.
    @inline(__always)
    mutating func replaceLast(_ byte: UInt8, with other: UInt8) {
        if count > 0, base[count &- 1] == byte {
            base[count &- 1] = other
        } else {
            append(other)
        }
    }
}
