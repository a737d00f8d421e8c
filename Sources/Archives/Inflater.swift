import CZlib

/// Raw deflate, expanded by zlib.
struct Inflater: ~Copyable {
    /// What one call brought.
    struct Step {
        var consumed = 0
        var produced = 0
        var state = State.open
    }

    enum State { case open, ended, damaged, outOfMemory }

    /// zlib's state points back at it, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// - Throws: `memory`.
    init() throws(ArchiveFailure) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            throw .memory
        }
        self.stream = stream
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Begins with another stream.
    mutating func reset() { inflateReset(stream) }

    /// Expands as much of `input` as `output` has room for.
    mutating func step(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Step {
        let offered = UInt32(clamping: input.count)
        let room = UInt32(clamping: output.count)
        // zlib reads through the pointer only, though its type lets it write.
        stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
            .assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = offered
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room
        let status = inflate(stream, Z_NO_FLUSH)
        var step = Step()
        step.consumed = Int(offered - stream.pointee.avail_in)
        step.produced = Int(room - stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: step.state = .open
        case Z_STREAM_END: step.state = .ended
        case Z_MEM_ERROR: step.state = .outOfMemory
        default: step.state = .damaged
        }
        return step
    }
}

/// CRC-32 and length of bytes as they pass.
struct ContentCount {
    private(set) var checksum: UInt32 = 0
    private(set) var byteCount = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        let value = crc32_z(
            UInt(checksum), start.assumingMemoryBound(to: UInt8.self), bytes.count)
        checksum = UInt32(truncatingIfNeeded: value)
        byteCount += bytes.count
    }

    mutating func add(_ byte: UInt8) {
        withUnsafeBytes(of: byte) { add($0) }
    }
}
