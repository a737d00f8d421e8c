/// Bytes in the order in which they are stored.
package protocol StoredBytes: ~Copyable {
    /// Fills the start of `buffer`; the number of bytes, 0 only at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFailure) -> Int
}

/// Bytes that can be read at any place: an open file, or memory.
package protocol SeekableBytes {
    /// How many there are.
    var byteCount: Int { get }
    /// Fills the start of `buffer` from an offset; the number of bytes, 0 only at the end.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int
}

extension SeekableBytes {
    /// Exactly these bytes.
    ///
    /// - Throws: `cutShort` where there are fewer.
    package func bytes(_ count: Int, at offset: Int) throws(ArchiveFailure) -> [UInt8] {
        guard count >= 0, offset >= 0, offset <= byteCount, count <= byteCount - offset else {
            throw .cutShort
        }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            var outcome: Result<Int, ArchiveFailure> = .success(0)
            bytes.withUnsafeMutableBytes { raw in
                let rest = UnsafeMutableRawBufferPointer(rebasing: raw[filled...])
                outcome = Result { () throws(ArchiveFailure) in
                    try read(into: rest, at: offset + filled)
                }
            }
            let more = try outcome.get()
            if more == 0 { throw .cutShort }
            filled += more
        }
        return bytes
    }
}

/// A part of seekable bytes, from its first to its last.
struct Section<Source: SeekableBytes>: StoredBytes {
    private let source: Source
    private var offset: Int
    /// How many bytes of it have not been read.
    private(set) var rest: Int

    init(of source: Source, at offset: Int, count: Int) {
        self.source = source
        self.offset = offset
        rest = count
    }

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest))
        guard !part.isEmpty else { return 0 }
        let count = try source.read(into: part, at: offset)
        if count == 0 { throw .cutShort }
        offset += count
        rest -= count
        return count
    }
}
