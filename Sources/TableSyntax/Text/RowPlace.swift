import CTableScan
import Diagnostics

/// Where a row stands in its block.
struct RowBounds {
    let start: Int
    /// Before the line end, and after it.
    private(set) var end = 0
    private(set) var next = 0
    /// Line ends within cells.
    var lines = 0

    init(start: Int) { self.start = start }

    /// Sets the end; carriage returns before a line feed belong to the line end. There are two where a
    /// text with line ends of Windows was given those once more.
    @inline(__always)
    mutating func end(
        at offset: Int, next: Int, _ bytes: UnsafePointer<UInt8>, _ marks: TextMarks
    ) {
        end = offset
        if marks.rowEnd == 0x0A {
            while end > start, bytes[end - 1] == 0x0D { end -= 1 }
        }
        self.next = next
    }
}

/// A row with all it takes to say where something stands in it.
struct RowPlace {
    /// Of the block.
    let bytes: UnsafePointer<UInt8>
    let row: RowBounds
    /// Of the row, in the input.
    let range: ByteRange
    /// Of its first byte.
    let line: Int
    let encoding: TableDialect.Encoding
    let rowEnd: UInt8
    /// What was counted up to the place of the finding before: a row may have very many.
    private var counted: Count

    private struct Count {
        var offset: Int
        /// Bytes of the input from the start of the row.
        var length = 0
        /// Line ends, and characters behind the last.
        var lines = 0
        var characters = 0
    }

    init(
        bytes: UnsafePointer<UInt8>, row: RowBounds, range: ByteRange, line: Int,
        encoding: TableDialect.Encoding, rowEnd: UInt8
    ) {
        self.bytes = bytes
        self.row = row
        self.range = range
        self.line = line
        self.encoding = encoding
        self.rowEnd = rowEnd
        counted = Count(offset: row.start)
    }

    /// Bytes that a part of the row has in the input.
    private func length(_ offsets: Range<Int>) -> Int {
        encoding.isUTF16 ? TextDecoding.countUTF16(bytes, offsets) : offsets.count
    }

    /// Counts on to an offset, or anew where it was passed.
    private mutating func count(to offset: Int) {
        if offset < counted.offset { counted = Count(offset: row.start) }
        let from = counted.offset
        counted.length += length(from..<offset)
        let lines = table_count(bytes + from, offset - from, rowEnd)
        var lineStart = offset
        if lines > 0 {
            while bytes[lineStart - 1] != rowEnd { lineStart -= 1 }
            counted.characters = characters(lineStart..<offset)
        } else {
            counted.characters += characters(from..<offset)
        }
        counted.lines += lines
        counted.offset = offset
    }

    /// How many characters a person counts.
    private func characters(_ offsets: Range<Int>) -> Int {
        encoding.characters(
            in: UnsafeBufferPointer(start: bytes + offsets.lowerBound, count: offsets.count))
    }

    /// A finding at offsets of the block.
    mutating func finding(_ rule: Rule, _ offsets: Range<Int>) -> Finding {
        count(to: offsets.lowerBound)
        let start = range.start + counted.length
        let end = min(start + length(offsets), range.end)
        return Finding(
            rule, at: ByteRange(start, max(start, end)), line: line + counted.lines,
            column: 1 + counted.characters)
    }

    /// A finding at a cell, by offsets from the start of the row.
    mutating func finding(_ rule: Rule, cell: TableCell) -> Finding {
        let start = row.start + Int(cell.inputStart)
        return finding(rule, start..<start + Int(cell.inputCount))
    }
}
