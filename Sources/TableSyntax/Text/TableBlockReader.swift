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
    /// Bytes that were read and are in no block so far, from `carriedStart` on.
    private var carried: [UInt8] = []
    private var carriedStart = 0
    /// How many bytes of the block were carried, and how many it is to have.
    private var carriedCount = 0
    private var target = 0
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
        findings = TableBlockReader.findings(dialect)
    }

    private static func findings(_ dialect: TableDialect) -> [Finding] {
        var rules: [Rule] = []
        if dialect.encoding != .utf8 { rules.append(.textEncoding) }
        if dialect.hasWrongSeparator { rules.append(.textSeparator) }
        return rules.map { Finding($0, at: ByteRange(0, 0), line: 1, column: 1) }
    }

    /// Reads the next block; `false` at the end. Where the source throws, nothing is lost: the same
    /// block is read on when it is asked for again.
    package mutating func next(_ block: TableBlock) throws(Source.Failure) -> Bool {
        if isAtEnd { return false }
        if !isBegun { begin(block) }
        isBegun = true
        while true {
            while block.byteCount < target - TableBlock.slack, !isAllRead {
                if carriedStart < carried.count { carry(to: block) } else { try input.fill(block) }
            }
            block.clearPadding()
            isBegun = false
            if block.byteCount == 0 {
                isAtEnd = true
                return false
            }
            if cut(block) { return true }
            isBegun = true
            target = min(target * 2, limits.rowBytes)
            block.grow(to: target)
        }
    }

    /// Whether the block in hand has the last bytes of the text.
    private var isAllRead: Bool { input.isAtEnd && carriedStart == carried.count }

    /// Takes what is carried, as much as the block is to have: what is left costs nothing.
    private mutating func carry(to block: TableBlock) {
        let room = max(0, min(target, block.capacity) - TableBlock.slack - block.byteCount)
        let count = min(carried.count - carriedStart, room)
        carried.withUnsafeBufferPointer { rest in
            guard let base = rest.baseAddress else { return }
            (block.bytes + block.byteCount).update(from: base + carriedStart, count: count)
        }
        carriedStart += count
        carriedCount += count
        block.byteCount += count
    }

    private mutating func begin(_ block: TableBlock) {
        block.byteCount = 0
        block.grow(to: TableBlock.slack * 2)
        // A block that grew for one row is as others for the next.
        target = min(block.capacity, TableBlock.ordinarySize)
        carriedCount = 0
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
            if target < limits.rowBytes { return false }
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
            block.bytes, count: count, base: textOffset, isEnd: isAllRead)
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
        if block.byteCount == carriedCount {
            carriedStart -= block.byteCount - end
        } else {
            carried.removeAll(keepingCapacity: true)
            carried += UnsafeBufferPointer(
                start: block.bytes + end, count: block.byteCount - end)
            carriedStart = 0
        }
        textOffset += end
        offset =
            dialect.isUTF16
            ? min(offset + TextDecoding.countUTF16(block.bytes, 0..<end), input.byteCount)
            : offset + end
        block.endOffset = offset
        isAtEnd = isAllRead
    }
}
