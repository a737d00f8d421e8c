import Diagnostics

/// Reads a text row by row; nothing is allocated for a row or a cell.
package struct TableReader<Source: ByteSource & ~Copyable>: ~Copyable {
    private var reader: TableBlockReader<Source>
    private var cursor: TableCursor
    private let block: TableBlock
    /// Of the file, not of a row.
    package var fileFindings: [Finding] { reader.findings }
    /// Of the row given out last.
    package var findings: [Finding] { cursor.findings }
    /// How the text is written.
    package var dialect: TableDialect { reader.dialect }

    /// Looks at the first bytes.
    ///
    /// - Parameter widths: of the columns in characters, where they are not delimited.
    package init(
        _ source: consuming Source, widths: [Int]? = nil, limits: TableLimits = TableLimits(),
        blockSize: Int = TableBlock.ordinarySize
    ) throws(Source.Failure) {
        reader = try TableBlockReader(source, widths: widths, limits: limits)
        cursor = TableCursor(reader.dialect, limits: limits)
        block = TableBlock(capacity: blockSize)
    }

    /// The next row, valid until the one after it is read; `nil` at the end.
    package mutating func next() throws(Source.Failure) -> TableRow? {
        while true {
            if let row = cursor.next() { return row }
            guard try reader.next(block) else { return nil }
            cursor.open(block)
        }
    }
}
