/// Looks bytes over eight at a time; 8 bytes beyond a limit are readable.
enum PlainBytes {
    typealias Bytes = UnsafePointer<UInt8>

    @inline(__always)
    static func word(_ bytes: Bytes) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The first byte that is no white space, or one behind the limit; counts lines.
    @inline(__always)
    static func pastBlanks(_ start: Bytes, _ limit: Bytes, _ line: inout Int) -> Bytes {
        var place = start
        while place < limit {
            if place.pointee == 0x20 {
                let odd = word(place) ^ PlainText.each(0x20)
                place += odd == 0 ? 8 : odd.trailingZeroBitCount &>> 3
            } else if place.pointee == 0x0A {
                line &+= 1
                place += 1
            } else if isBlank(place.pointee) {
                place += 1
            } else {
                return place
            }
        }
        return place
    }

    /// Bytes of a value up to its quotation mark, or the limit; -1 where one of them is not plain.
    @inline(__always)
    static func valueCount(_ start: Bytes, _ limit: Bytes, quote: UInt8) -> Int {
        let quotes = PlainText.each(UInt64(quote))
        var place = start
        while place < limit {
            let word = word(place)
            let odd =
                word | below(0x20, word) | equal(quotes, word)
                | equal(PlainText.each(0x3C), word) | equal(PlainText.each(0x26), word)
            let marks = odd & PlainText.each(0x80)
            if marks == 0 {
                place += 8
                continue
            }
            place += marks.trailingZeroBitCount &>> 3
            return place.pointee == quote ? place - start : -1
        }
        return -1
    }

    /// Bytes of a text up to the next tag; -1 where one of them is not plain; counts lines.
    @inline(__always)
    static func textCount(_ start: Bytes, _ limit: Bytes, _ line: inout Int) -> Int {
        var place = start
        while place < limit {
            let word = word(place)
            let odd =
                word | below(0x20, word) | equal(PlainText.each(0x3C), word)
                | equal(PlainText.each(0x26), word) | equal(PlainText.each(0x5D), word)
            var marks = odd & PlainText.each(0x80)
            while marks != 0 {
                let byte = place + marks.trailingZeroBitCount &>> 3
                switch byte.pointee {
                case 0x3C: return byte - start
                case 0x0A: line &+= 1
                case 0x09: break
                default: if !isOrdinary(byte.pointee) { return -1 }
                }
                marks &= marks &- 1
            }
            place += 8
        }
        return -1
    }

    private static func isOrdinary(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != 0x26 && byte != 0x5D
    }

    /// The lowest mark is at the first byte that is below; those above it may be wrong.
    @inline(__always)
    private static func below(_ least: UInt64, _ word: UInt64) -> UInt64 {
        (word &- PlainText.each(least)) & ~word
    }

    /// The same of bytes that are equal.
    @inline(__always)
    private static func equal(_ bytes: UInt64, _ word: UInt64) -> UInt64 {
        let odd = word ^ bytes
        return (odd &- PlainText.each(0x01)) & ~odd
    }
}
