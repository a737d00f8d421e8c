import CTableScan

/// Cuts a line into columns of fixed widths.
enum FixedColumns {
    /// Adds the cells of a line: as many as it reaches, or all where it ends with a complete column;
    /// one more for what is left, and none of a blank line. Widths count characters; the blanks that
    /// fill a column are no text, and the mark at the beginning of a file that was joined to another
    /// is part of none.
    static func split(
        _ line: UnsafePointer<UInt8>, _ count: Int, _ widths: [Int], _ dialect: TableDialect,
        _ cells: inout CellMemory
    ) {
        let isSimple = table_is_ascii(line, count) || isOfBytes(line, count, dialect)
        var start = hasMark(line, count) ? 3 : 0
        var isComplete = false
        for width in widths {
            if start >= count, !isComplete { return }
            let rest = count - start
            let length = isSimple ? min(width, rest) : length(of: width, line + start, rest)
            add(line, start..<start + length, &cells)
            start += length
            if start < count { continue }
            // Blanks that fill columns at the end may have been left out.
            isComplete = isComplete || isWhole(width, line + start - length, length)
        }
        if start < count { add(line, start..<count, &cells) }
    }

    /// Whether each byte of a line is a character: it is no UTF-8, whatever the file is, as its cells
    /// are then read as Windows-1252.
    private static func isOfBytes(
        _ line: UnsafePointer<UInt8>, _ count: Int, _ dialect: TableDialect
    ) -> Bool {
        if dialect.isUTF16 { return false }
        let text = UnsafeBufferPointer(start: line, count: count)
        return !TextDecoding.isUTF8(text) || WindowsLetters.areLikely(in: text)
    }

    private static func hasMark(_ line: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        count > 2 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF
    }

    /// How many bytes so many characters have.
    private static func length(of width: Int, _ bytes: UnsafePointer<UInt8>, _ rest: Int) -> Int {
        var characters = 0
        for offset in 0..<rest where bytes[offset] & 0xC0 != 0x80 {
            if characters == width { return offset }
            characters += 1
        }
        return rest
    }

    /// Whether the bytes are so many characters.
    private static func isWhole(
        _ width: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        count >= width
            && (count == width || (0..<count).count { bytes[$0] & 0xC0 != 0x80 } == width)
    }

    private static func add(
        _ line: UnsafePointer<UInt8>, _ whole: Range<Int>, _ cells: inout CellMemory
    ) {
        var text = whole
        while let last = text.last, line[last] == 0x20 { text = text.lowerBound..<last }
        while let first = text.first, line[first] == 0x20 { text = first + 1..<text.upperBound }
        cells.add(text, in: whole)
    }
}
