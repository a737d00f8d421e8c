/// A value of a record as text: valid UTF-8, never empty, up to 15 bytes without an allocation.
///
/// Most values of these files (codes, ids, names, dates) are short; a `String` would pay for
/// validation and a call at each step, a `Text` is two words to make and to compare.
@frozen
public struct Text: Sendable {
    /// Bytes 0 to 7, little-endian, zero-filled.
    @usableFromInline let head: UInt64
    /// Bytes 8 to 14; the top byte holds the count.
    @usableFromInline let tail: UInt64
    /// All bytes, where there are more than 15; then both words are 0.
    @usableFromInline let long: [UInt8]?

    static let inlineCapacity = 15

    /// Text of these bytes, without blanks at either end; `nil` where nothing is left.
    ///
    /// Bytes that are not UTF-8 are read as ISO 8859-1, one character a byte, so that no byte is lost.
    @inlinable
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard var start = bytes.baseAddress else { return nil }
        var end = start + bytes.count
        while start < end, start.pointee <= 0x20 { start += 1 }
        while start < end, (end - 1).pointee <= 0x20 { end -= 1 }
        guard start < end else { return nil }
        self.init(base: start, count: end - start)
    }

    /// Text of a string, without blanks at either end; `nil` where nothing is left.
    public init?(_ string: String) {
        var string = string
        let made: Text?? = string.withUTF8 { Text($0) }
        guard let text = made ?? nil else { return nil }
        self = text
    }

    @inlinable @inline(__always)
    init(base: UnsafePointer<UInt8>, count: Int) {
        guard count <= 15 else {
            self.init(longBase: base, count: count)
            return
        }
        let (low, high) = Text.load(base, count)
        guard (low | high) & 0x8080_8080_8080_8080 == 0 else {
            self.init(foreignBase: base, count: count)
            return
        }
        self.init(head: low, tail: high | UInt64(count) << 56, long: nil)
    }

    /// Short text that is not ASCII.
    @usableFromInline @inline(never)
    init(foreignBase base: UnsafePointer<UInt8>, count: Int) {
        let source = UnsafeBufferPointer(start: base, count: count)
        let bytes = Text.validUTF8(source)
        guard bytes.count <= Text.inlineCapacity else {
            self.init(long: bytes)
            return
        }
        let (low, high) = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { Text.load($0, buffer.count) } ?? (0, 0)
        }
        self.init(head: low, tail: high | UInt64(bytes.count) << 56, long: nil)
    }

    @usableFromInline @inline(never)
    init(longBase base: UnsafePointer<UInt8>, count: Int) {
        self.init(long: Text.validUTF8(UnsafeBufferPointer(start: base, count: count)))
    }

    init(long bytes: [UInt8]) {
        self.init(head: 0, tail: 0, long: bytes)
    }

    @inlinable
    init(head: UInt64, tail: UInt64, long: [UInt8]?) {
        self.head = head
        self.tail = tail
        self.long = long
    }

    /// The bytes as they are when they are UTF-8, else each as the character of that number.
    static func validUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) || isUTF8(bytes) { return Array(bytes) }
        var converted: [UInt8] = []
        converted.reserveCapacity(bytes.count + 8)
        for byte in bytes {
            if byte < 0x80 {
                converted.append(byte)
            } else {
                converted.append(0xC0 | byte >> 6)
                converted.append(0x80 | byte & 0x3F)
            }
        }
        return converted
    }

    /// Whether the bytes are well-formed UTF-8.
    public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}

extension Text {
    /// Two words of up to 15 bytes; nothing outside them is read.
    @inlinable @inline(__always)
    static func load(_ base: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
        let raw = UnsafeRawPointer(base)
        if count >= 8 {
            let low = raw.loadUnaligned(as: UInt64.self)
            if count == 8 { return (low, 0) }
            let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return (low, last &>> UInt64(truncatingIfNeeded: (16 - count) * 8))
        }
        if count >= 4 {
            let low = UInt64(raw.loadUnaligned(as: UInt32.self))
            let last = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return (low | last &<< UInt64(truncatingIfNeeded: (count - 4) * 8), 0)
        }
        var low: UInt64 = 0
        if count > 0 { low = UInt64(base[0]) }
        if count > 1 { low |= UInt64(base[1]) &<< 8 }
        if count > 2 { low |= UInt64(base[2]) &<< 16 }
        return (low, 0)
    }

    /// Number of UTF-8 bytes.
    @inlinable public var count: Int {
        if let long { return long.count }
        return Int(truncatingIfNeeded: tail &>> 56 & 0x0F)
    }

    /// Calls `body` with the bytes.
    public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let long { return long.withUnsafeBufferPointer(body) }
        return withUnsafeBytes(of: (head.littleEndian, tail.littleEndian)) { raw in
            body(UnsafeBufferPointer(rebasing: raw.assumingMemoryBound(to: UInt8.self)[..<count]))
        }
    }

    /// As an ordinary string.
    public var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    /// Whether every byte is a digit.
    public var isDigits: Bool { withUTF8 { $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } } }

    /// The number of a text of up to 8 bytes where 8 beyond its first are readable; all ones for
    /// longer text.
    @inlinable @inline(__always)
    public static func key(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        guard count <= 8 else { return UInt64.max }
        guard count > 0 else { return 0 }
        let unwanted = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        return (UnsafeRawPointer(base).loadUnaligned(as: UInt64.self) &<< unwanted) &>> unwanted
    }

    /// A number that names a text of up to 8 bytes: equal texts have equal keys.
    @inlinable package var key: UInt64? { long == nil && count <= 8 ? head : nil }
}

extension Text: Hashable {
    public static func == (left: Text, right: Text) -> Bool {
        left.head == right.head && left.tail == right.tail && left.long == right.long
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(head)
        hasher.combine(tail)
        hasher.combine(long)
    }
}

extension Text: CustomStringConvertible {
    public var description: String { string }
}
