/// Up to eight bytes of text as a number: codes are compared without strings.
@usableFromInline
package struct Key: RawRepresentable, Equatable, Sendable {
    @usableFromInline package let rawValue: UInt64

    @inlinable @inline(__always)
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Of a code of one to three characters; written without a loop, so that a literal becomes a
    /// constant.
    @inlinable @inline(__always)
    package init(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        let first = UInt64(text.utf8Start[0])
        let second = count > 1 ? UInt64(text.utf8Start[1]) &<< 8 : 0
        rawValue = first | second | (count > 2 ? UInt64(text.utf8Start[2]) &<< 16 : 0)
    }

    /// The same in capitals.
    @inlinable @inline(__always)
    package var inCapitals: Key {
        // A byte at a time in eight: from `a` on without from `{` on, of ASCII.
        let low = rawValue & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let fromBrace = low &+ 0x0505_0505_0505_0505
        let isSmall = (fromA ^ fromBrace) & ~rawValue & 0x8080_8080_8080_8080
        return Key(rawValue: rawValue ^ isSmall &>> 2)
    }

    @inlinable @inline(__always)
    package static func == (left: Key, right: Key) -> Bool { left.rawValue == right.rawValue }
}
