/// The two or three characters that name a segment, as one number: compared and switched on fast.
@frozen
public struct SegmentID: RawRepresentable, Sendable, Hashable {
    /// First character in the low byte; 0 for anything that is no segment id.
    public let rawValue: UInt32

    @inlinable @inline(__always)
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Of text such as `INS`; none for more than three or less than two characters.
    ///
    /// Written without a loop, so that a literal becomes a constant.
    @inlinable @inline(__always)
    public init(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        guard count == 2 || count == 3 else {
            rawValue = 0
            return
        }
        let first = UInt32(text.utf8Start[0])
        let second = UInt32(text.utf8Start[1]) &<< 8
        rawValue = first | second | (count == 3 ? UInt32(text.utf8Start[2]) &<< 16 : 0)
    }

    /// Of text such as `INS`; none for more than three or less than two characters.
    public init(named text: String) {
        var value: UInt32 = 0
        if 2...3 ~= text.utf8.count {
            for (offset, byte) in text.utf8.enumerated() {
                value |= UInt32(byte) << UInt32(offset * 8)
            }
        }
        rawValue = value
    }

    // Computed, so that they are constants in a switch and not looked up.

    /// What no segment is called.
    @inlinable public static var none: SegmentID { SegmentID(rawValue: 0) }

    @inline(__always) static var isa: SegmentID { SegmentID(rawValue: 0x415349) }  // ISA
    @inline(__always) static var ta1: SegmentID { SegmentID(rawValue: 0x314154) }  // TA1
    @inline(__always) static var hl: SegmentID { SegmentID(rawValue: 0x4C48) }  // HL
    @inline(__always) static var gs: SegmentID { SegmentID(rawValue: 0x5347) }  // GS
    @inline(__always) static var st: SegmentID { SegmentID(rawValue: 0x5453) }  // ST
    @inline(__always) static var se: SegmentID { SegmentID(rawValue: 0x4553) }  // SE
    @inline(__always) static var ge: SegmentID { SegmentID(rawValue: 0x4547) }  // GE
    @inline(__always) static var iea: SegmentID { SegmentID(rawValue: 0x414549) }  // IEA
}
