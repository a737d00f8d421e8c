import CareModel

extension ByteBuffer {
    /// Text to be copied, 16 bytes at a time.
    @inline(__always)
    mutating func append(_ snippet: Snippet) {
        reserve(snippet.count &+ 16)
        copy(snippet.base, snippet.count)
    }

    /// Copies from where 16 bytes beyond the last are readable to where there is as much room.
    @inline(__always)
    private mutating func copy(_ from: UnsafePointer<UInt8>, _ length: Int) {
        let source = UnsafeRawPointer(from)
        let target = UnsafeMutableRawPointer(base + count)
        var offset = 0
        repeat {
            target.storeBytes(
                of: source.loadUnaligned(
                    fromByteOffset: offset, as: SIMD2<UInt64>.self),
                toByteOffset: offset, as: SIMD2<UInt64>.self)
            offset &+= 16
        } while offset < length
        count &+= length
    }

    /// What comes before a text, the text, and what ends it.
    mutating func text(_ before: Snippet?, _ bytes: UnsafePointer<UInt8>, _ slot: Slot) {
        let length = slot.count
        if let before { append(before) }
        guard slot.isPlain else { return unusual(bytes + Int(slot.start), length) }
        reserve(length &+ 32)
        copy(bytes + Int(slot.start), length)
        base[count] = UInt8(ascii: "\"")
        base[count &+ 1] = UInt8(ascii: ",")
        count &+= 2
    }

    /// Text that may need escaping or is not UTF-8.
    @inline(never)
    private mutating func unusual(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        append(escapingAny: UnsafeBufferPointer(start: bytes, count: length))
        append("\",")
    }
}
