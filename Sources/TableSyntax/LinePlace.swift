extension TableRow {
    /// Line and column of a cell in the input, from 1, as a person counts characters; 0 where lines
    /// mean nothing. Cells before it may hold line ends.
    package func linePlace(of cell: TableCell) -> (line: Int, column: Int) {
        guard line > 0 else { return (0, 0) }
        var place = (line: line, column: 1)
        var end: UInt32 = 0
        for before in cells where before.inputStart < cell.inputStart {
            place.column += gap(end, before.inputStart)
            end = before.inputStart &+ before.inputCount
            let text = text(before)
            guard let last = text.lastIndex(of: 0x0A) else {
                place.column += width(of: before)
                continue
            }
            place.line += text.count { $0 == 0x0A }
            // The closing quotation mark stands behind the text.
            let rest = text[(last + 1)...]
            place.column = 2 + rest.count { $0 & 0xC0 != 0x80 }
        }
        place.column += gap(end, cell.inputStart)
        return place
    }

    /// Characters between two cells: delimiters and blanks.
    private func gap(_ start: UInt32, _ end: UInt32) -> Int {
        (Int(end) - Int(start)) / (encoding.isUTF16 ? 2 : 1)
    }

    /// Characters of a cell with the quotation marks around it.
    private func width(of cell: TableCell) -> Int {
        let text = text(cell)
        let count = Int(cell.inputCount)
        if encoding.isUTF16 { return count / 2 - text.count { $0 >= 0xF0 } }
        // Bytes that are no UTF-8 were read one by one, and are more than in the input by now.
        if cell.isPlain || encoding == .windows1252 || text.count > count { return count }
        return count - text.count { $0 & 0xC0 == 0x80 }
    }
}
