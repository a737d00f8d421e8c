/// Cuts bytes into blocks that end where a unit ends, and runs the spine over each.
///
/// Whoever drives it brings the bytes, from a source or as they arrive: `begin`, then bytes while
/// the block wants them, then `cut` until it says that the block is complete.
package struct BlockCutter: ~Copyable {
    private let blockSize: Int
    private let greatestSize: Int
    private var spine: Spine
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
        blockSize: Int = Block.ordinarySize, greatestSize: Int = Block.greatestSize,
        catalog: @escaping TransactionCatalog
    ) {
        self.blockSize = max(blockSize, 1)
        self.greatestSize = greatestSize
        spine = Spine(catalog: catalog)
    }

    /// Whether all bytes of the input have been given out.
    package var isAtEnd: Bool { isEnd && carried.isEmpty }

    /// Bytes that the blocks so far account for.
    package var byteCount: Int { offset }

    /// Starts the next block with what the one before left; `false` at the end.
    package mutating func begin(_ block: inout Block) -> Bool {
        if isEnd, carried.isEmpty, isStarted { return false }
        isStarted = true
        // Of the input alone, not of what the block held before: so it does not matter which it is.
        var size = blockSize
        let needed = carried.count + blockSize / 2
        while size < needed, size < greatestSize { size = larger(than: size) }
        block.makeRoom(for: max(size, needed))
        block.offset = offset
        block.lines = lines
        block.byteCount = carried.count
        block.bytes.withUnsafeMutableBytes { $0.copyBytes(from: carried) }
        carried.removeAll(keepingCapacity: true)
        return true
    }

    /// Whether the block is to be filled further before it is cut.
    package func wantsBytes(_ block: borrowing Block) -> Bool {
        !isEnd && block.byteCount < block.limit
    }

    /// Says that the input has no more bytes.
    package mutating func end() { isEnd = true }

    /// Finds the block's units; `false` where it has no end yet, and room was made for more bytes.
    package mutating func cut(_ block: inout Block) -> Bool {
        let isFull = !isEnd && block.byteCount >= greatestSize
        spine.read(&block, isLast: isEnd, isFull: isFull)
        guard block.consumed > 0 || isEnd else {
            block.makeRoom(for: larger(than: block.limit))
            return false
        }
        advance(&block)
        return true
    }

    /// Twice the size, but not beyond what a unit may have.
    private func larger(than size: Int) -> Int {
        size < greatestSize ? min(size * 2, greatestSize) : size * 2
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

extension Block {
    /// Calls `body` with the room behind the bytes so far; it returns how many it brought.
    package mutating func fill(_ body: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        let start = byteCount
        let room = limit - start
        guard room > 0 else { return 0 }
        let count = bytes.withUnsafeMutableBytes { raw in
            body(UnsafeMutableRawBufferPointer(rebasing: raw[start..<start + room]))
        }
        byteCount += count
        return count
    }
}
