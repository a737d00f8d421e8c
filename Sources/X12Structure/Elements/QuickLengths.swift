import CX12Scan
import X12Grammar
import X12Syntax

// Segments of which no element begins with a blank: their lengths are looked at together, and only
// what is more than text of some length by itself.
extension QuickCheck {
    /// Which elements were sent, bit n for element n + 1, where each has a length that it may have
    /// and the last is not empty; else 0.
    ///
    /// - Parameters:
    ///   - lengths: of the segment, in `GuideTables.lengths`.
    ///   - count: how many elements there are, 1 to 64, and no more than the segment has.
    ///   - exempt: elements whose lengths do not matter.
    @inline(__always)
    static func sent(
        _ lengths: UnsafePointer<Int16>, _ ends: UnsafePointer<UInt32>, _ count: Int,
        exempt: UInt64 = 0
    ) -> UInt64 {
        let eight = UInt64(x12_lengths(ends, lengths, lengths + 8))
        var sent = eight & 0xFF
        var wrong = eight &>> 8
        if count > 8 { addLengths(lengths, ends, count, &sent, &wrong) }
        let last = UInt64(truncatingIfNeeded: count &- 1)
        let wanted = UInt64.max &>> (63 &- last)
        guard wrong & wanted & ~exempt == 0, sent &>> last & 1 == 1 else { return 0 }
        return sent & wanted
    }

    /// The same of those after the eighth.
    @inline(never)
    private static func addLengths(
        _ lengths: UnsafePointer<Int16>, _ ends: UnsafePointer<UInt32>, _ count: Int,
        _ sent: inout UInt64, _ wrong: inout UInt64
    ) {
        var first = 8
        while first < count {
            let place = lengths + first &* 2
            let eight = UInt64(x12_lengths(ends + first, place, place + 8))
            sent |= (eight & 0xFF) &<< UInt64(truncatingIfNeeded: first)
            wrong |= (eight &>> 8) &<< UInt64(truncatingIfNeeded: first)
            first &+= 8
        }
    }

    /// Whether those elements that are more than text are as they should be.
    ///
    /// - Parameter special: bit n for element n + 1.
    @inline(__always)
    static func areClean(
        _ special: UInt64, _ elements: UnsafePointer<QuickElement>,
        _ keys: UnsafePointer<UInt64>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ separator: UInt8
    ) -> Bool {
        var rest = special
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest &- 1
            let start = Int(ends[index]) &+ 1
            let count = Int(ends[index &+ 1]) &- start
            guard isClean(elements + index, keys, bytes + start, count, separator) else {
                return false
            }
        }
        return true
    }

    /// Whether there is nothing to say of a segment of printable ASCII without separators inside its
    /// elements, none of which begins with a blank.
    static func isCleanTight(
        _ tables: UnsafePointer<GuideTables>, _ segment: Int, _ view: SegmentView,
        _ separator: UInt8
    ) -> Bool {
        let quick = UnsafePointer(tables.pointee.quickSegments.base + segment)
        let count = view.elementCount
        guard count > 0, count <= min(Int(quick.pointee.elementCount), 64) else { return false }
        let lengths = UnsafePointer(tables.pointee.lengths.base)
        let sent = sent(lengths + Int(quick.pointee.firstLength), view.ends, count)
        let elements = UnsafePointer(
            tables.pointee.quickElements.base + Int(quick.pointee.firstElement))
        return sent != 0
            && areClean(
                sent & quick.pointee.special, elements,
                UnsafePointer(tables.pointee.codeKeys.base), view.bytes, view.ends, separator)
            && isWhole(quick, UnsafePointer(tables.pointee.notes.base), sent &<< 1 | 1)
    }
}
