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

    /// Sets the end; a carriage return before a line feed belongs to the line end.
    @inline(__always)
    mutating func end(
        at offset: Int, next: Int, _ bytes: UnsafePointer<UInt8>, _ marks: TextMarks
    ) {
        let hasReturn = offset > start && bytes[offset - 1] == 0x0D && marks.rowEnd == 0x0A
        end = hasReturn ? offset - 1 : offset
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

    /// Bytes of the input before an offset of the block, from the start of the row.
    private func length(to offset: Int) -> Int {
        encoding.isUTF16 ? TextDecoding.countUTF16(bytes, row.start..<offset) : offset - row.start
    }

    /// How many characters a person counts.
    private func characters(_ offsets: Range<Int>) -> Int {
        if encoding == .windows1252 { return offsets.count }
        return offsets.count { bytes[$0] & 0xC0 != 0x80 }
    }

    /// A finding at offsets of the block.
    func finding(_ rule: Rule, _ offsets: Range<Int>) -> Finding {
        let start = range.start + length(to: offsets.lowerBound)
        let end = min(range.start + length(to: offsets.upperBound), range.end)
        var lineStart = offsets.lowerBound
        while lineStart > row.start, bytes[lineStart - 1] != rowEnd { lineStart -= 1 }
        let lines = table_count(bytes + row.start, lineStart - row.start, rowEnd)
        return Finding(
            rule, at: ByteRange(start, max(start, end)), line: line + lines,
            column: 1 + characters(lineStart..<offsets.lowerBound))
    }

    /// A finding at a cell, by offsets from the start of the row.
    func finding(_ rule: Rule, cell: TableCell) -> Finding {
        let start = row.start + Int(cell.inputStart)
        return finding(rule, start..<start + Int(cell.inputCount))
    }
}
