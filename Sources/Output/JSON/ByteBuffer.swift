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
        reserve(28)
        if value < 0 {
            base[count] = 0x2D
            count &+= 1
        }
        append(digits: value.magnitude)
    }

    /// Digits, of which there is room for 24.
    private mutating func append(digits value: UInt) {
        let limit: UInt = 100_000_000
        guard value >= limit else {
            let digits = ByteBuffer.digits(value)
            // Zeros in front, but for the last digit.
            let zeros = (digits | 1 &<< 56).trailingZeroBitCount & ~7
            let text = (digits | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: zeros)
            put(text)
            count &+= 8 &- zeros &>> 3
            return
        }
        let (high, low) = value.quotientAndRemainder(dividingBy: limit)
        append(digits: high)
        put(ByteBuffer.digits(low) | 0x3030_3030_3030_3030)
        count &+= 8
    }

    /// Writes eight bytes behind the last.
    @inline(__always)
    private func put(_ word: UInt64) {
        UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    }

    /// The eight digits of a number below 10^8, each in a byte, the first lowest.
    @inline(__always)
    fileprivate static func digits(_ value: UInt) -> UInt64 {
        let (high, low) = value.quotientAndRemainder(dividingBy: 10_000)
        // Four digits in each half, then two in each quarter, then one in each byte.
        let fours = UInt64(high) | UInt64(low) &<< 32
        let hundreds = ((fours &* 10_486) &>> 20) & 0x0000_007F_0000_007F
        let twos = hundreds | (fours &- hundreds &* 100) &<< 16
        let tens = ((twos &* 103) &>> 10) & 0x000F_000F_000F_000F
        return tens | (twos &- tens &* 10) &<< 8
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

extension UnsafeMutablePointer<UInt8> {
    /// Puts a decimal number, of which there is room for 24 digits; where it ends.
    @inline(__always)
    func put(decimal value: UInt) -> Self {
        value < 100_000_000 ? put(digits: value) : putLong(value)
    }

    /// Puts a number below 10^8 without zeros in front.
    @inline(__always)
    private func put(digits value: UInt) -> Self {
        let digits = ByteBuffer.digits(value)
        let zeros = (digits | 1 &<< 56).trailingZeroBitCount & ~7
        let text = (digits | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: zeros)
        UnsafeMutableRawPointer(self).storeBytes(of: text.littleEndian, as: UInt64.self)
        return self + (8 &- zeros &>> 3)
    }

    @inline(never)
    private func putLong(_ value: UInt) -> Self {
        let (high, low) = value.quotientAndRemainder(dividingBy: 100_000_000)
        let end = put(decimal: high)
        let text = ByteBuffer.digits(low) | 0x3030_3030_3030_3030
        UnsafeMutableRawPointer(end).storeBytes(of: text.littleEndian, as: UInt64.self)
        return end + 8
    }
}
