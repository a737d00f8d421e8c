/// The two or three characters that name a segment, as one number: compared and switched on fast.
public struct SegmentID: RawRepresentable, Sendable, Hashable {
    /// First character in the low byte; 0 for anything that is no segment id.
    public let rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Of text such as `INS`; none for more than three or less than two characters.
    @inlinable
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
    public init(_ text: some StringProtocol) {
        var value: UInt32 = 0
        if 2...3 ~= text.utf8.count {
            for (offset, byte) in text.utf8.enumerated() { value |= UInt32(byte) << UInt32(offset * 8) }
        }
        rawValue = value
    }

    /// What no segment is called.
    public static let none = SegmentID(rawValue: 0)

    static let isa = SegmentID("ISA")
    static let ta1 = SegmentID("TA1")
    static let gs = SegmentID("GS")
    static let st = SegmentID("ST")
    static let se = SegmentID("SE")
    static let ge = SegmentID("GE")
    static let iea = SegmentID("IEA")
}
