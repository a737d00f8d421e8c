/// Whether text is as most is, so that nothing has to be done about it: looked at eight bytes at a
/// time.
@usableFromInline
package enum PlainText {
    /// Whether all bytes are printable ASCII, none of them `"`, `\` or `&`, no blank is at either end
    /// and no two blanks stand together; 7 bytes beyond the last are readable.
    ///
    /// Now and then it says no of text that is: of `!` behind a blank, for one.
    @inlinable @inline(__always)
    package static func isPlain(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count > 0, bytes[count &- 1] != 0x20 else { return false }
        let base = UnsafeRawPointer(bytes)
        var odd: UInt64 = 0
        // A blank at the beginning is odd as one behind another is.
        var blanks: UInt64 = 1 &<< 63
        var offset = 0
        while offset < count {
            var word = UInt64(
                littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let rest = count &- offset
            if rest < 8 {
                let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- rest &* 8)
                word = word & kept | each(0x41) & ~kept
            }
            // The highest bit of a byte tells, and what is carried on where it is set does no harm.
            odd |= word | (word &- each(0x20)) | (word &+ each(0x01))
            odd |= (word ^ each(0x5C)) &- each(0x01)
            // `"` and `&` differ in one bit.
            odd |= ((word | each(0x04)) ^ each(0x26)) &- each(0x01)
            let blank = ((word ^ each(0x20)) &- each(0x01)) & each(0x80)
            odd |= blank & (blank &<< 8 | blanks &>> 56)
            blanks = blank
            offset &+= 8
        }
        return odd & each(0x80) == 0
    }

    /// Whether there is nothing but blanks and control characters; 7 bytes beyond the last are
    /// readable.
    @inlinable @inline(__always)
    package static func isBlank(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let base = UnsafeRawPointer(bytes)
        var offset = 0
        while offset < count {
            var word = UInt64(
                littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let rest = count &- offset
            if rest < 8 { word &= UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- rest &* 8) }
            // What is above a blank reaches the highest bit of its byte.
            if (word | ((word & each(0x7F)) &+ each(0x5F))) & each(0x80) != 0 { return false }
            offset &+= 8
        }
        return true
    }

    @inlinable @inline(__always)
    package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        return isPlain(start, bytes.count)
    }

    /// Copies a text sixteen bytes at a time: 15 beyond the last may be read, and written.
    @inlinable @inline(__always)
    package static func copy(
        _ count: Int, from source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) {
        let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        var offset = 0
        while offset < count {
            target.storeBytes(
                of: source.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self),
                toByteOffset: offset, as: SIMD2<UInt64>.self)
            offset &+= 16
        }
    }

    @inlinable @inline(__always)
    static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
