/// Stored bytes, read in large pieces and used in small ones.
struct StoredWindow<Source: StoredBytes & ~Copyable>: ~Copyable {
    private var source: Source
    private let memory = WindowMemory()
    private var start = 0
    private var end = 0
    private var isEnd = false
    /// How many bytes have been used.
    private(set) var usedCount = 0

    init(_ source: consuming Source) { self.source = source }

    /// What has been read and not been used; empty only at the end.
    mutating func available() throws(ArchiveFailure) -> UnsafeRawBufferPointer {
        if start == end, !isEnd {
            start = 0
            end = 0
            end = try source.read(into: memory.bytes)
            isEnd = end == 0
        }
        return held
    }

    /// What has been read before and not been used.
    var held: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory.bytes[start..<end]) }

    mutating func use(_ count: Int) {
        start += count
        usedCount += count
    }

    /// The next byte, which stays; `nil` at the end.
    mutating func peek() throws(ArchiveFailure) -> UInt8? { try available().first }

    /// Takes the next byte.
    ///
    /// - Throws: `cutShort` at the end.
    mutating func next() throws(ArchiveFailure) -> UInt8 {
        guard let byte = try peek() else { throw .cutShort }
        use(1)
        return byte
    }

    /// Takes a number whose lowest byte comes first.
    mutating func number(bytes count: Int) throws(ArchiveFailure) -> UInt32 {
        var value: UInt32 = 0
        for index in 0..<count { value |= UInt32(try next()) << UInt32(8 * index) }
        return value
    }
}

/// A class, as the compiler runs no `deinit` of a generic structure that lies in another's optional.
private final class WindowMemory {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)

    deinit { bytes.deallocate() }
}
