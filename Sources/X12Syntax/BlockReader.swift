import Diagnostics

/// Reads an input in blocks that end where a unit ends, and runs the spine over each.
///
/// The same blocks come out however small the pieces are in which the source gives its bytes.
package struct BlockReader<Source: ByteSource & ~Copyable>: ~Copyable {
    private var source: Source
    private var cutter: BlockCutter

    package init(
        _ source: consuming Source, blockSize: Int = Block.ordinarySize,
        greatestSize: Int = Block.greatestSize, catalog: @escaping TransactionCatalog
    ) {
        self.source = source
        cutter = BlockCutter(blockSize: blockSize, greatestSize: greatestSize, catalog: catalog)
    }

    /// Whether all bytes of the input have been given out.
    package var isAtEnd: Bool { cutter.isAtEnd }

    /// Bytes that the blocks so far account for.
    package var byteCount: Int { cutter.byteCount }

    /// Reads the next block into `block`, whose memory is used again; `false` at the end.
    package mutating func next(_ block: inout Block) throws(Source.Failure) -> Bool {
        guard cutter.begin(&block) else { return false }
        repeat {
            while cutter.wantsBytes(block) {
                if try fill(&block) == 0 { cutter.end() }
            }
        } while !cutter.cut(&block)
        return true
    }

    private mutating func fill(_ block: inout Block) throws(Source.Failure) -> Int {
        var failure: Source.Failure?
        let count = block.fill { room in
            do throws(Source.Failure) {
                return try source.read(into: room)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return count
    }
}
