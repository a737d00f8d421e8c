/// Text that is written once and copied, 32 bytes at a time at most.
struct FrameText: ~Copyable, @unchecked Sendable {
    private let base: UnsafeMutablePointer<UInt8>
    private let count: Int
    /// So many bytes beyond the last are readable.
    private static var padding: Int { 32 }

    init(_ write: (inout ByteBuffer) -> Void) {
        var buffer = ByteBuffer(capacity: 256)
        write(&buffer)
        count = buffer.count
        base = .allocate(capacity: count + Self.padding)
        base.initialize(repeating: 0, count: count + Self.padding)
        for (index, byte) in buffer.bytes.enumerated() { base[index] = byte }
    }

    deinit { base.deallocate() }

    var snippet: Snippet { Snippet(base: UnsafePointer(base), count: count) }
}

/// The same, for those that are copied.
final class FrameTextOwner: Sendable {
    let text: FrameText

    init(_ write: (inout ByteBuffer) -> Void) { text = FrameText(write) }
}
