import Conversion
@testable import ShippedGrammars
@testable import TableGrammar

@testable import TableSyntax

/// Tables in text: any bytes have rows that follow each other, whatever pieces they come in, and what
/// is made of them balances.
enum TableTarget {
    /// What may stand before the input: nothing, or the header of a layout.
    private static let headers: [[UInt8]] =
        [[]]
        + LayoutLibrary.shipped.layouts.flatMap(\.tables).map { table in
            Array((table.columns.map(\.name).joined(separator: ",") + "\n").utf8)
        }

    /// The first byte chooses the header.
    static func run(_ input: [UInt8]) {
        let bytes = headers[Int(input.first ?? 0) % headers.count] + input.dropFirst()
        switch Turn(bytes).way(of: 8) {
        case 0...4:
            let whole = ReadTable(bytes, block: bytes.count + 64)
            require(whole == ReadTable(bytes, pieces: 5, block: 64), "pieces make no difference")
            checkRows(whole, bytes.count)
        case 5, 6: checkEntries(bytes)
        default: ConversionTarget.run(bytes)
        }
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

    /// The library's way, at once and in small pieces.
    static func checkEntries(_ bytes: [UInt8]) {
        let file = RosterEntries(bytes, name: "a")
        let whole = Array(file)
        require(file.report.isBalanced, "the books balance: \(file.report.bytes)")
        let inPieces = Array(RosterEntries(chunks: Turn(bytes).chunks(of: bytes), name: "a"))
        require(inPieces.count == whole.count, "pieces make no difference")
        for (one, other) in zip(inPieces, whole) {
            require(one.entry == other.entry, "pieces make no difference")
            require(one.findings == other.findings, "pieces make no difference")
        }
    }
}
