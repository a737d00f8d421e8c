import CTableScan

/// Finds where rows end, and which quotation marks are never closed.
///
/// What it decides depends on the text alone: a mark is unclosed where the text ends before its
/// closing one, or where a mark that opens a cell of a later row comes first, or where the lines
/// after it, and its own with the mark as a letter, are rows of as many cells as the table has. From such a mark up to where that was seen,
/// a line end ends a row.
struct RowScan {
    private let marks: TextMarks
    private let columnCount: Int
    private let limits: TableLimits
    /// Offset in the text up to which a cell with a line end in it is not believed.
    private var horizon = 0
    private let memory = MarkWindow()
    /// In the row in hand, where a mark stands that is not closed in its line, and up to where: no
    /// mark between is closed behind those right after it, as the same ones would close both.
    private var hopeless = 0..<0

    /// What was found in the bytes so far.
    struct Outcome {
        /// After the last row that is whole; 0 where none is.
        var end = 0
        var rows = 0
        var lines = 0
        var unclosed: [Int] = []

        /// A row is whole, and what was found in it is sure.
        mutating func endRow(at end: Int, lines: Int, unclosed found: inout [Int]) {
            self.end = end
            self.lines = lines
            rows += 1
            if found.isEmpty { return }
            unclosed += found
            found = []
        }
    }

    init(_ dialect: TableDialect, limits: TableLimits) {
        marks = dialect.marks(limits)
        columnCount = dialect.columnCount
        self.limits = limits
    }

    /// - Parameters:
    ///   - bytes: from the start of a row; 64 more are readable.
    ///   - base: offset in the text of the first byte.
    ///   - isEnd: whether the text ends here.
    mutating func scan(
        _ bytes: UnsafePointer<UInt8>, count: Int, base: Int, isEnd: Bool
    ) -> Outcome {
        var quotes = 0
        let rowEnds = table_count_both(bytes, count, marks.rowEnd, marks.quote, &quotes)
        return marks.hasQuotes && quotes > 0
            ? walk(bytes, count, base, isEnd) : skim(bytes, count, rowEnds, isEnd)
    }

    /// Without quotation marks each line is a row.
    private func skim(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ rowEnds: Int, _ isEnd: Bool
    ) -> Outcome {
        var outcome = Outcome()
        outcome.rows = rowEnds
        outcome.lines = outcome.rows
        if isEnd {
            if count > 0, bytes[count - 1] != marks.rowEnd { outcome.rows += 1 }
            outcome.end = count
        } else if outcome.rows > 0 {
            outcome.end = count
            while bytes[outcome.end - 1] != marks.rowEnd { outcome.end -= 1 }
        }
        return outcome
    }

    private mutating func walk(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ base: Int, _ isEnd: Bool
    ) -> Outcome {
        var outcome = Outcome()
        var settled = horizon
        var lines = 0
        var unclosed: [Int] = []
        var window = open(bytes, from: 0, count)
        hopeless = 0..<0
        scanning: while let offset = window.next() {
            let byte = bytes[offset]
            if byte == marks.rowEnd {
                lines += 1
                outcome.endRow(at: offset + 1, lines: lines, unclosed: &unclosed)
                settled = horizon
                // Rows behind a mark that is never closed may be very many.
                if outcome.rows == TableBlock.mostRows, offset + 1 < count { break scanning }
                continue
            }
            guard byte == marks.quote,
                marks.opens(bytes, at: offset, rowStart: outcome.end, stop: count)
            else { continue }
            if window.takeSimpleClosing(bytes, count) != nil { continue }
            let opened = window
            var cell = QuotedCell(
                opening: offset, rowStart: outcome.end, isBelieved: base + offset >= horizon,
                hopelessEnd: hopeless.contains(offset) ? hopeless.upperBound : Int.max)
            switch cell.close(&window, bytes, count, isEnd, marks, columnCount, limits) {
            case .closed: lines += cell.lines
            case .unclosed(let seen):
                horizon = max(horizon, base + seen)
                unclosed.append(offset)
                // What was given up as too long says nothing of the marks behind it.
                if !hopeless.contains(offset), seen - offset < limits.quotedBytes {
                    hopeless = offset..<cell.lineEnd(or: seen)
                }
                // What is still in memory need not be looked for again.
                let isHeld = opened.indexed == window.indexed
                window = isHeld ? opened : open(bytes, from: offset + 1, count)
            case .unknown: break scanning
            }
        }
        if isEnd, outcome.end < count, outcome.rows < TableBlock.mostRows {
            outcome.endRow(at: count, lines: lines, unclosed: &unclosed)
            settled = horizon
        }
        horizon = settled
        return outcome
    }

    /// Of the delimiters few matter, and those are counted when they do.
    private func open(
        _ bytes: UnsafePointer<UInt8>, from start: Int, _ count: Int
    ) -> MarkWindow.Cursor {
        memory.open(bytes, from: start, stop: count, marks, hasDelimiters: false)
    }
}

/// The search for the end of one quoted cell.
private struct QuotedCell {
    let opening: Int
    let rowStart: Int
    /// Whether it may hold line ends.
    let isBelieved: Bool
    /// Up to where no mark closes it but those right behind its own.
    let hopelessEnd: Int
    /// After the marks that were looked at and stand right behind one another.
    private var runEnd: Int
    /// Line ends within.
    private(set) var lines = 0
    /// Where its last line begins.
    private var lineStart: Int
    /// Lines that look like rows.
    private var rowLines = 0
    /// Whether all lines so far do.
    private var isLikeRows = true
    /// Where the first line of the cell ends.
    private var firstEnd = 0

    enum End {
        case closed, unknown
        /// Up to where it was looked for.
        case unclosed(Int)
    }

    init(opening: Int, rowStart: Int, isBelieved: Bool, hopelessEnd: Int) {
        self.opening = opening
        self.rowStart = rowStart
        self.isBelieved = isBelieved
        self.hopelessEnd = hopelessEnd
        runEnd = opening + 1
        lineStart = opening
    }

    /// Where the line of the mark ends, or else the search for the one that closes it.
    func lineEnd(or seen: Int) -> Int { lines > 0 ? firstEnd : seen }

    mutating func close(
        _ window: inout MarkWindow.Cursor, _ bytes: UnsafePointer<UInt8>, _ stop: Int,
        _ isEnd: Bool, _ marks: TextMarks, _ columnCount: Int, _ limits: TableLimits
    ) -> End {
        while let offset = window.next() {
            if offset > runEnd, hopelessEnd < Int.max { return .unclosed(hopelessEnd) }
            if offset - opening > limits.quotedBytes { return tooLong(limits) }
            let byte = bytes[offset]
            if byte == marks.rowEnd {
                if !isBelieved { return .unclosed(offset) }
                endLine(bytes, at: offset, marks, columnCount)
                if rowLines == 16, areRows(bytes, marks, columnCount) { return .unclosed(offset) }
            } else {
                switch marks.verdict(bytes, at: offset, stop: stop, isEnd: isEnd) {
                case .unknown: return .unknown
                case .doubled:
                    _ = window.next()
                    runEnd = offset + 2
                case .letter: if lines > 0 { return .unclosed(offset) }
                case .closes:
                    let isRows =
                        rowLines * (columnCount - 1) >= 6 && areRows(bytes, marks, columnCount)
                    return isRows ? .unclosed(offset) : .closed
                }
            }
        }
        if stop - opening > limits.quotedBytes { return tooLong(limits) }
        return isEnd ? .unclosed(stop) : .unknown
    }

    private func tooLong(_ limits: TableLimits) -> End { .unclosed(opening + limits.quotedBytes) }

    /// A line between two line ends of the cell looks like a row if it has as many cells.
    private mutating func endLine(
        _ bytes: UnsafePointer<UInt8>, at end: Int, _ marks: TextMarks, _ columnCount: Int
    ) {
        if lines == 0 {
            firstEnd = end
        } else if isLikeRows {
            let delimiters = table_count(bytes + lineStart, end - lineStart, marks.delimiter)
            if columnCount > 1, delimiters == columnCount - 1 {
                rowLines += 1
            } else {
                isLikeRows = false
            }
        }
        lines += 1
        lineStart = end + 1
    }

    /// Whether all lines of the cell look like rows, the one before the first line end as well: rows
    /// that somebody pasted into a cell begin in the midst of one.
    private mutating func areRows(
        _ bytes: UnsafePointer<UInt8>, _ marks: TextMarks, _ columnCount: Int
    ) -> Bool {
        guard isLikeRows, opening - rowStart <= QuotedCell.mostBefore else { return false }
        let inside = table_count(bytes + opening, firstEnd - opening, marks.delimiter)
        isLikeRows = beforeOpening(bytes, marks) + inside == columnCount - 1
        return isLikeRows
    }

    /// Bytes of a row before a mark that are looked at, so that many marks in one row cost no more
    /// than a multiple of it.
    private static let mostBefore = 1 << 12

    /// Delimiters of the row before the mark, but for those in other quoted cells.
    private func beforeOpening(_ bytes: UnsafePointer<UInt8>, _ marks: TextMarks) -> Int {
        var count = 0
        var isQuoted = false
        var offset = rowStart
        while offset < opening {
            if bytes[offset] != marks.quote {
                if !isQuoted, bytes[offset] == marks.delimiter { count += 1 }
            } else if !isQuoted {
                isQuoted = marks.opens(bytes, at: offset, rowStart: rowStart, stop: firstEnd)
            } else {
                switch marks.verdict(bytes, at: offset, stop: opening, isEnd: true) {
                case .doubled: offset += 1
                case .closes: isQuoted = false
                default: break
                }
            }
            offset += 1
        }
        return count
    }
}
