/// Bytes of an input: offsets from its first byte, the end exclusive.
public struct ByteRange: Sendable, Hashable {
    public let start: Int
    public let end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
}
