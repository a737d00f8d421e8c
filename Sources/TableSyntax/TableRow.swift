import Diagnostics

/// One row where it was read; valid until the next is read.
@frozen
package struct TableRow {
    /// Index of the sheet; 0 in text.
    package let sheet: Int
    /// Number of the row as a person counts the rows of the sheet: from 1, header included.
    package let number: Int
    /// Line of the first byte, from 1; 0 where lines mean nothing.
    package let line: Int
    /// Bytes in the input with the line end; empty at 0 where bytes mean nothing.
    package let range: ByteRange
    /// In the order of the columns; none in a blank line.
    package let cells: UnsafeBufferPointer<TableCell>
    /// What the cells' texts refer to: UTF-8 without quotes; 64 bytes beyond are readable.
    package let bytes: UnsafePointer<UInt8>
    /// The row as it was read, with quotes: UTF-8, or as it stands in the input where that is no UTF-16.
    let input: UnsafePointer<UInt8>
    /// Whether it is a piece of a row that is too long to be held; it has no cells then.
    package let isPiece: Bool
    /// How its letters are written in the input.
    package let encoding: TableDialect.Encoding
    /// What ends its lines.
    let rowEnd: UInt8

    /// - Parameter input: where that is not `bytes`.
    package init(
        sheet: Int = 0, number: Int, line: Int = 0, range: ByteRange = ByteRange(0, 0),
        cells: UnsafeBufferPointer<TableCell>, bytes: UnsafePointer<UInt8>,
        input: UnsafePointer<UInt8>? = nil, isPiece: Bool = false,
        encoding: TableDialect.Encoding = .utf8, rowEnd: UInt8 = 0x0A
    ) {
        self.sheet = sheet
        self.number = number
        self.line = line
        self.range = range
        self.cells = cells
        self.bytes = bytes
        self.input = input ?? bytes
        self.isPiece = isPiece
        self.encoding = encoding
        self.rowEnd = rowEnd
    }

    /// The text of a cell in UTF-8, in place.
    @inlinable @inline(__always)
    package func text(_ cell: TableCell) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(cell.start), count: Int(cell.count))
    }

    /// Where a cell stands in the input.
    @inlinable
    package func range(of cell: TableCell) -> ByteRange {
        let start = range.start + Int(cell.inputStart)
        return ByteRange(start, start + Int(cell.inputCount))
    }

    /// An empty cell behind the last, before the line end: one that the row does not have.
    package var missingCell: TableCell {
        let end = cells.last.map { $0.inputStart &+ $0.inputCount } ?? 0
        return TableCell(start: 0, count: 0, inputStart: end, kind: .empty, isPlain: true)
    }
}
