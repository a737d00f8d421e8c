import CZlib

/// Bytes compressed to raw deflate by zlib.
struct Deflater: ~Copyable {
    /// zlib's state points back at it, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let memory: UnsafeMutableRawBufferPointer

    /// - Throws: `memory`.
    init() throws(ArchiveFailure) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(
            stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard status == Z_OK else {
            stream.deallocate()
            throw .memory
        }
        self.stream = stream
        memory = .allocate(byteCount: 64 << 10, alignment: 16)
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        memory.deallocate()
    }

    /// Begins with another stream.
    func reset() { deflateReset(stream) }

    /// Compresses bytes, or with none of them ends the stream; what comes of it goes to `output`.
    func step<Failure: Error>(
        _ input: UnsafeRawBufferPointer, isEnd: Bool,
        _ output: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        // zlib reads through the pointer only, though its type lets it write.
        stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
            .assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        var room = 0
        repeat {
            stream.pointee.next_out = memory.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(memory.count)
            deflate(stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
            room = Int(stream.pointee.avail_out)
            let made = UnsafeRawBufferPointer(rebasing: memory.prefix(memory.count - room))
            if !made.isEmpty { try output(made) }
        } while room == 0
    }
}
