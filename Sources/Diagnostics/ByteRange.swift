/// Bytes of an input: offsets from its first byte, the end exclusive.
public struct ByteRange: Sendable, Hashable {
    /// Offset of the first byte.
    public let start: Int
    /// Offset of the byte after the last.
    public let end: Int

    /// From one offset to before another.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// How many bytes.
    public var count: Int { end - start }
}
