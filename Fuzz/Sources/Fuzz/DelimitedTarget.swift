@testable import TableSyntax

/// Tables in text: any bytes have rows that follow each other, whatever pieces they come in.
enum DelimitedTarget {
    /// Widths of columns, where the first byte asks for them.
    private static let widths = [[4, 1, 7], [12, 12, 12, 12], [1], [3, 200]]

    /// The first byte says whether columns are delimited, and in what pieces they come.
    static func run(_ input: [UInt8]) {
        let choice = Int(input.first ?? 0)
        let bytes = Array(input.dropFirst())
        let widths = choice % 8 == 7 ? widths[choice / 8 % widths.count] : nil
        let whole = ReadTable(bytes, block: bytes.count + 64, widths: widths)
        let pieces = ReadTable(bytes, pieces: 1 + choice % 61, block: 64, widths: widths)
        require(whole == pieces, "pieces make no difference")
        checkRows(whole, bytes.count)
    }

    /// Rows and cells lie in the input, each behind the one before it.
    private static func checkRows(_ table: ReadTable, _ count: Int) {
        var position = table.dialect.openingCount
        for row in table.rows {
            require(row.range.start == position, "no byte lies between rows")
            require(row.range.end >= position, "a row has its bytes")
            position = row.range.end
            var end = row.range.start
            for cell in row.cells {
                require(cell.range.start >= end, "cells follow each other")
                require(cell.range.end <= row.range.end, "a cell lies in its row")
                end = cell.range.end
            }
        }
        require(position == count, "all bytes are rows")
    }
}
