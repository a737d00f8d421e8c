import CareModel

/// The text of a cell with its first and last bytes as numbers: what most checks look at.
struct CellText {
    let base: UnsafePointer<UInt8>
    let count: Int
    /// The first eight bytes, the first lowest; zeros where there are fewer.
    let head: UInt64
    /// The last eight bytes where there are more than eight, else 0.
    let tail: UInt64

    /// Of one byte at least; 8 bytes beyond the first are readable, as they are in a row.
    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ count: Int) {
        self.base = base
        self.count = count
        let raw = UnsafeRawPointer(base)
        let word = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        if count > 8 {
            head = word
            tail = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        } else {
            let unwanted = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
            head = (word &<< unwanted) &>> unwanted
            tail = 0
        }
    }

    /// The same with other last bytes.
    init(_ text: CellText, tail: UInt64) {
        base = text.base
        count = text.count
        head = text.head
        self.tail = tail
    }

    @inline(__always) var first: UInt8 { UInt8(truncatingIfNeeded: head) }
    @inline(__always) var second: UInt8 { UInt8(truncatingIfNeeded: head &>> 8) }
    @inline(__always) var last: UInt8 { base[count &- 1] }

    /// Whether it is Y or N.
    @inline(__always)
    var isFlag: Bool { head == UInt64(UInt8(ascii: "Y")) || head == UInt64(UInt8(ascii: "N")) }

    /// Whether it begins with four zeros: digits that may all be.
    @inline(__always)
    var beginsWithZeros: Bool { UInt32(truncatingIfNeeded: head) == 0x3030_3030 }

    /// Whether it is so many digits, of which there are 9 to 16.
    @inline(__always)
    func isDigits(_ wanted: Int) -> Bool {
        count == wanted && Digits.areAll(head, tail)
    }

    /// Whether it is digits, of which there are 16 at most.
    @inline(__always)
    var isDigits: Bool {
        if count < 8 { return Digits.areAll(head, count) }
        return count <= 16 && Digits.areAll(head, count == 8 ? head : tail)
    }
}
