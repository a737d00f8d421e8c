/// Writes items as they were read: what `X12Reader` gives comes out byte for byte.
public struct X12Writer: Sendable {
    /// Written and not yet taken.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// The bytes of all these items.
    public static func write(_ items: some Sequence<X12Item>) -> [UInt8] {
        var writer = X12Writer()
        for item in items { writer.write(item) }
        return writer.bytes
    }

    /// Adds the bytes of an item; nothing for a finding.
    public mutating func write(_ item: X12Item) { bytes += item.bytes }

    /// Adds a segment, with its terminator where it has one.
    public mutating func write(_ segment: Segment) { bytes += segment.bytes }

    /// The bytes so far, which are forgotten here; keeps memory small in long output.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll() }
        return bytes
    }
}
