/// The three bytes that part text; a quotation mark that is the delimiter means that there is none.
struct TextMarks: Sendable {
    let delimiter: UInt8
    let quote: UInt8
    let rowEnd: UInt8
    /// In so many bytes the next mark is looked for behind one that blanks stand before; no more than
    /// may stand between two, so that what is decided depends on the text alone.
    var reach = 1 << 12

    var hasQuotes: Bool { quote != delimiter }

    /// A byte that plain text does not have: `"`, but where that is the mark around cells.
    var banned: UInt8 {
        let mark = UInt8(ascii: "\"")
        return quote == mark && hasQuotes ? UInt8(ascii: "\\") : mark
    }

    /// What a quotation mark inside a quoted cell is.
    enum Verdict {
        /// The first of two, which are one letter.
        case doubled
        /// The end of the cell.
        case closes
        /// A letter that should have been written twice.
        case letter
        /// More bytes are needed to know.
        case unknown
    }

    /// Whether the mark at `offset` opens a cell: it stands first in it; or only blanks stand before
    /// it, and the next mark of its line, where there is one, closes the cell.
    ///
    /// - Parameter stop: where the bytes end.
    @inline(__always)
    func opens(
        _ bytes: UnsafePointer<UInt8>, at offset: Int, rowStart: Int, stop: Int
    ) -> Bool {
        if offset == rowStart || bytes[offset - 1] == delimiter { return true }
        return opensBehindBlanks(bytes, at: offset, rowStart: rowStart, stop: stop)
    }

    @inline(never)
    private func opensBehindBlanks(
        _ bytes: UnsafePointer<UInt8>, at offset: Int, rowStart: Int, stop: Int
    ) -> Bool {
        let row = UnsafeBufferPointer(start: bytes + rowStart, count: offset - rowStart)
        var before = row.count
        while before > 0, row[before - 1] != delimiter {
            let size = row[before - 1] == 0x20 ? 1 : UnseenBlank.size(row, before: before)
            if size == 0 { return false }
            before -= size
        }
        var next = offset + 1
        let end = min(stop, offset + reach)
        while next < end, bytes[next] != rowEnd {
            if bytes[next] == quote {
                let verdict = verdict(bytes, at: next, stop: stop, isEnd: false)
                if verdict != .doubled { return verdict != .letter }
                next += 1
            }
            next += 1
        }
        return true
    }

    @inline(__always)
    func verdict(
        _ bytes: UnsafePointer<UInt8>, at offset: Int, stop: Int, isEnd: Bool
    ) -> Verdict {
        var next = offset + 1
        if next < stop, bytes[next] == quote { return .doubled }
        while next < stop, bytes[next] == 0x20 { next += 1 }
        if next < stop, bytes[next] >= 0x80 {
            next = behindBlanks(bytes, next, stop)
            // What may be a blank that is cut.
            let isCut = stop - next < 3 && (next..<stop).allSatisfy { bytes[$0] >= 0x80 }
            if isCut, !isEnd { return .unknown }
        }
        if next < stop, bytes[next] == 0x0D, rowEnd == 0x0A {
            while next < stop, bytes[next] == 0x0D { next += 1 }
            if next < stop { return bytes[next] == rowEnd ? .closes : .letter }
        }
        guard next < stop else { return isEnd ? .closes : .unknown }
        return bytes[next] == delimiter || bytes[next] == rowEnd ? .closes : .letter
    }

    /// Where text goes on behind blanks of all widths.
    @inline(never)
    private func behindBlanks(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ stop: Int) -> Int {
        let text = UnsafeBufferPointer(start: bytes, count: stop)
        var next = start
        while next < stop {
            let size = text[next] == 0x20 ? 1 : UnseenBlank.size(text, at: next)
            if size == 0 { break }
            next += size
        }
        return next
    }
}
