import Diagnostics

/// Where an input's bytes come from: a file, a pipe, a request's body, memory.
package protocol ByteSource: ~Copyable {
    associatedtype Failure: Error
    /// Fills the start of `buffer`; the number of bytes, 0 only at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int
}

/// Cuts an input into blocks that end where a unit ends, and runs the spine over each.
///
/// The same blocks come out however small the pieces are in which the source gives its bytes.
package struct BlockReader<Source: ByteSource & ~Copyable>: ~Copyable {
    private var source: Source
    private let blockSize: Int
    private let greatestSize: Int
    package private(set) var spine: Spine
    private var isEnd = false
    /// Bytes of the block before that its units did not use.
    private var carried: [UInt8] = []
    private var offset = 0
    private var lines = LineStart()
    private var isStarted = false

    /// - Parameters:
    ///   - blockSize: bytes of an ordinary block.
    ///   - greatestSize: bytes from which on a unit is set aside in pieces.
    package init(
        _ source: consuming Source, blockSize: Int = Block.ordinarySize,
        greatestSize: Int = Block.greatestSize, catalog: @escaping TransactionCatalog
    ) {
        self.source = source
        self.blockSize = blockSize
        self.greatestSize = greatestSize
        spine = Spine(catalog: catalog)
    }

    /// Whether all bytes of the input have been given out.
    package var isAtEnd: Bool { isEnd && carried.isEmpty }

    /// Bytes that the blocks so far account for.
    package var byteCount: Int { offset }

    /// Reads the next block into `block`, whose memory is used again; `false` at the end.
    package mutating func next(_ block: inout Block) throws(Source.Failure) -> Bool {
        if isEnd, carried.isEmpty, isStarted { return false }
        isStarted = true
        while block.capacity < carried.count + blockSize / 2 {
            block.grow(to: block.capacity * 2)
        }
        block.offset = offset
        block.lines = lines
        block.byteCount = carried.count
        block.bytes.withUnsafeMutableBytes { $0.copyBytes(from: carried) }
        carried.removeAll(keepingCapacity: true)
        while true {
            try fill(&block)
            let isFull = !isEnd && block.byteCount >= greatestSize
            spine.read(&block, isLast: isEnd, isFull: isFull)
            if block.consumed > 0 || isEnd { break }
            block.grow(to: block.capacity * 2)
        }
        advance(&block)
        return true
    }

    private mutating func fill(_ block: inout Block) throws(Source.Failure) {
        while !isEnd, block.byteCount < block.capacity {
            let count = block.byteCount
            let room = block.capacity - count
            var got = 0
            var failure: Source.Failure?
            block.bytes.withUnsafeMutableBytes { raw in
                do throws(Source.Failure) {
                    got = try source.read(
                        into: UnsafeMutableRawBufferPointer(rebasing: raw[count..<count + room]))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            if got == 0 { isEnd = true }
            block.byteCount += got
        }
    }

    /// Keeps what the block did not use for the next one.
    private mutating func advance(_ block: inout Block) {
        let start = block.offset
        let first = block.lines
        let used = block.consumed
        block.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            carried.append(contentsOf: buffer[used..<block.byteCount])
            var counter = LineCounter(base, base: start, first: first)
            lines = counter.line(at: start + used)
        }
        offset += used
    }
}

/// Bytes in memory, given in pieces of any size.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let pieceSize: Int

    package init(_ bytes: [UInt8], pieceSize: Int = Int.max) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Never) -> Int {
        let count = min(buffer.count, pieceSize, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
