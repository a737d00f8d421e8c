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
        reserve(20)
        if value < 0 {
            base[count] = 0x2D
            count &+= 1
        }
        var rest = value.magnitude
        let length = ByteBuffer.digitCount(rest)
        var position = count &+ length
        count = position
        while rest >= 100 {
            let (hundreds, pair) = rest.quotientAndRemainder(dividingBy: 100)
            position &-= 2
            base[position] = 0x30 &+ UInt8(truncatingIfNeeded: pair / 10)
            base[position &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: pair % 10)
            rest = hundreds
        }
        if rest >= 10 {
            position &-= 1
            base[position] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        base[position &- 1] = 0x30 &+ UInt8(truncatingIfNeeded: rest)
    }

    @inline(__always)
    private static func digitCount(_ value: UInt) -> Int {
        var digits = 1
        var rest = value
        while rest >= 10_000 {
            digits &+= 4
            rest /= 10_000
        }
        return digits &+ (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
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
