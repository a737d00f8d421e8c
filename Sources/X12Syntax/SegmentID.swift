/// The two or three characters that name a segment, as one number: compared and switched on fast.
@frozen
public struct SegmentID: RawRepresentable, Sendable, Hashable {
    /// First character in the low byte; 0 for anything that is no segment id.
    public let rawValue: UInt32

    @inlinable @inline(__always)
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Of text such as `INS`; none for more than three or less than two characters.
    @inlinable @inline(__always)
    public init(_ text: StaticString) {
        var value: UInt32 = 0
        if 2...3 ~= text.utf8CodeUnitCount {
            for offset in 0..<text.utf8CodeUnitCount {
                value |= UInt32(text.utf8Start[offset]) << UInt32(offset * 8)
            }
        }
        rawValue = value
    }

    /// Of text such as `INS`; none for more than three or less than two characters.
    public init(named text: String) {
        var value: UInt32 = 0
        if 2...3 ~= text.utf8.count {
            for (offset, byte) in text.utf8.enumerated() { value |= UInt32(byte) << UInt32(offset * 8) }
        }
        rawValue = value
    }

    // Computed, so that they are constants in a switch and not looked up.

    /// What no segment is called.
    @inlinable public static var none: SegmentID { SegmentID(rawValue: 0) }

    static var isa: SegmentID { SegmentID("ISA") }
    static var ta1: SegmentID { SegmentID("TA1") }
    static var gs: SegmentID { SegmentID("GS") }
    static var st: SegmentID { SegmentID("ST") }
    static var se: SegmentID { SegmentID("SE") }
    static var ge: SegmentID { SegmentID("GE") }
    static var iea: SegmentID { SegmentID("IEA") }
}
