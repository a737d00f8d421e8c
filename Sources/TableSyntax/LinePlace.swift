extension TableRow {
    /// Line and column of a cell in the input, from 1, as a person counts characters; 0 where lines
    /// mean nothing. Cells before it, and blanks around them, may hold line ends.
    package func linePlace(of cell: TableCell) -> (line: Int, column: Int) {
        guard line > 0 else { return (0, 0) }
        let before = UnsafeBufferPointer(start: input, count: textCount(before: cell))
        let lineStart = before.lastIndex(of: rowEnd).map { $0 + 1 } ?? 0
        let lines = before[..<lineStart].count { $0 == rowEnd }
        let rest = UnsafeBufferPointer(rebasing: before[lineStart...])
        return (line + lines, 1 + encoding.characters(in: rest))
    }

    /// How many bytes stand before a cell in the text that was read.
    private func textCount(before cell: TableCell) -> Int {
        guard encoding.isUTF16 else { return Int(cell.inputStart) }
        var units = Int(cell.inputStart) / 2
        var count = 0
        while units > 0 {
            units -= input[count] >= 0xF0 ? 2 : 1
            count += 1
            while input[count] & 0xC0 == 0x80 { count += 1 }
        }
        return count
    }
}

extension TableDialect.Encoding {
    /// How many characters a person counts in text that was read.
    func characters(in text: UnsafeBufferPointer<UInt8>) -> Int {
        self == .windows1252 ? text.count : TextDecoding.countCharacters(text)
    }
}
