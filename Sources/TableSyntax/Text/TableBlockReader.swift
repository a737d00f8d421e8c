import Diagnostics

/// Reads a text in blocks that end where a row ends.
///
/// The same rows come out whatever the size of the blocks, and of the pieces in which the source
/// gives its bytes.
package struct TableBlockReader<Source: ByteSource & ~Copyable>: ~Copyable {
    /// How the text is written.
    package let dialect: TableDialect
    /// Of the file, not of a row.
    package let findings: [Finding]
    private var input: TextInput<Source>
    private var scan: RowScan
    private let limits: TableLimits
    private var carried: [UInt8] = []
    /// Offsets of what comes next, in the input and in the text that it is decoded to.
    private var offset: Int
    private var textOffset = 0
    private var nextRow = 1
    private var nextLine: Int
    private var isInPiece = false
    /// Whether a block was begun that the source broke off in.
    private var isBegun = false
    /// Whether all bytes have been given out in blocks.
    package private(set) var isAtEnd = false

    /// Looks at the first bytes.
    ///
    /// - Parameter widths: of the columns in characters, where they are not delimited.
    package init(
        _ source: consuming Source, widths: [Int]? = nil, limits: TableLimits = TableLimits()
    ) throws(Source.Failure) {
        input = TextInput(source)
        dialect = try input.open(widths: widths)
        self.limits = limits
        scan = RowScan(dialect, limits: limits)
        offset = dialect.openingCount
        // More than a byte order mark: the line that names the delimiter.
        nextLine = dialect.openingCount > 3 ? 2 : 1
        findings =
            dialect.encoding == .utf8
            ? [] : [Finding(.textEncoding, at: ByteRange(0, 0), line: 1, column: 1)]
    }

    /// Reads the next block; `false` at the end. Where the source throws, nothing is lost: the same
    /// block is read on when it is asked for again.
    package mutating func next(_ block: TableBlock) throws(Source.Failure) -> Bool {
        if isAtEnd { return false }
        if !isBegun { begin(block) }
        isBegun = true
        while true {
            while block.byteCount < block.capacity - TableBlock.slack, !input.isAtEnd {
                try input.fill(block)
            }
            block.clearPadding()
            isBegun = false
            if block.byteCount == 0 {
                isAtEnd = true
                return false
            }
            if cut(block) { return true }
            isBegun = true
            block.grow(to: min(block.capacity * 2, limits.rowBytes))
        }
    }

    private mutating func begin(_ block: TableBlock) {
        block.byteCount = 0
        block.grow(to: carried.count + TableBlock.slack * 2)
        carried.withUnsafeBufferPointer { rest in
            guard let base = rest.baseAddress else { return }
            block.bytes.update(from: base, count: rest.count)
        }
        block.byteCount = carried.count
        block.offset = offset
        block.firstRow = nextRow
        block.firstLine = nextLine
        block.isPiece = false
        block.isFirstPiece = false
        block.unclosed.removeAll(keepingCapacity: true)
    }

    /// Ends the block after its last whole row; `false` where there is none and it can still grow.
    private mutating func cut(_ block: TableBlock) -> Bool {
        if isInPiece {
            cutPiece(block)
            return true
        }
        let outcome = scanRows(of: block)
        guard outcome.end > 0 else {
            if block.capacity < limits.rowBytes { return false }
            block.isFirstPiece = true
            isInPiece = true
            cutPiece(block)
            return true
        }
        block.rowCount = outcome.rows
        block.unclosed += outcome.unclosed
        nextRow += outcome.rows
        nextLine += outcome.lines
        finish(block, at: outcome.end)
        return true
    }

    /// The rows of a block; of rows that are so short that there are very many, the first, as each
    /// costs memory until its block is written.
    private mutating func scanRows(of block: TableBlock) -> RowScan.Outcome {
        let before = scan
        var count = block.byteCount
        var outcome = scan.scan(
            block.bytes, count: count, base: textOffset, isEnd: input.isAtEnd)
        while outcome.rows > TableBlock.mostRows {
            count /= 2
            var shorter = before
            let first = shorter.scan(block.bytes, count: count, base: textOffset, isEnd: false)
            if first.end == 0 { break }
            (scan, outcome) = (shorter, first)
        }
        return outcome
    }

    /// All of the block, or up to the next line end, is a piece of a row.
    private mutating func cutPiece(_ block: TableBlock) {
        let text = UnsafeBufferPointer(start: block.bytes, count: block.byteCount)
        let end = block.isFirstPiece ? nil : text.firstIndex(of: dialect.rowEnd)
        block.isPiece = true
        block.rowCount = block.isFirstPiece ? 1 : 0
        if let end {
            isInPiece = false
            nextRow += 1
            nextLine += 1
            finish(block, at: end + 1)
        } else {
            // Where the first piece ends does not depend on how the input came.
            let greatest = limits.rowBytes - TableBlock.slack
            finish(block, at: block.isFirstPiece ? min(block.byteCount, greatest) : text.count)
        }
    }

    private mutating func finish(_ block: TableBlock, at end: Int) {
        block.consumed = end
        carried.removeAll(keepingCapacity: true)
        carried += UnsafeBufferPointer(
            start: block.bytes + end, count: block.byteCount - end)
        textOffset += end
        offset =
            dialect.isUTF16
            ? min(offset + TextDecoding.countUTF16(block.bytes, 0..<end), input.byteCount)
            : offset + end
        block.endOffset = offset
        isAtEnd = carried.isEmpty && input.isAtEnd
    }
}
