import CTableScan
import Diagnostics

/// Gives the rows of one block after another; its memory serves them all.
package struct TableCursor: ~Copyable {
    private let dialect: TableDialect
    private let marks: TextMarks
    private let limits: TableLimits
    private let window = MarkWindow()
    private var cursor: MarkWindow.Cursor
    private var cells: CellMemory
    private var review: CellReview
    /// Keeps the memory of the bytes.
    private var block: TableBlock?
    private var bytes: UnsafePointer<UInt8>
    private var stop = 0
    /// Of the block: where it ends in the input, and whether it is a piece of a row.
    private var inputEnd = 0
    private var isPiece = false
    private var position = 0
    private var number = 1
    private var line = 1
    /// Where the next quotation mark stands that is never closed, and index of the one after it.
    private var nextUnclosed = Int.max
    private var unclosedIndex = 0
    /// Where the next row stands in the input.
    private var inputOffset = 0
    /// Where marks of the row break rules, in the block.
    private var problems: [(rule: Rule, range: Range<Int>)] = []
    /// Of the row given out last.
    package private(set) var findings: [Finding] = []

    package init(_ dialect: TableDialect, limits: TableLimits = TableLimits()) {
        self.dialect = dialect
        self.limits = limits
        marks = dialect.marks(limits)
        cells = CellMemory(limit: limits.columns)
        review = CellReview(dialect, limits: limits)
        bytes = review.nothing
        cursor = window.open(bytes, from: 0, stop: 0, marks)
    }

    /// Begins with the rows of a block.
    package mutating func open(_ block: TableBlock) {
        self.block = block
        bytes = UnsafePointer(block.bytes)
        stop = block.consumed
        inputEnd = block.endOffset
        isPiece = block.isPiece
        position = 0
        number = block.firstRow
        line = block.firstLine
        unclosedIndex = 0
        passUnclosed()
        inputOffset = block.offset
        cursor = window.open(bytes, from: 0, stop: stop, marks)
    }

    /// Goes to the next of the block's unclosed marks.
    private mutating func passUnclosed() {
        let marks = block?.unclosed ?? []
        nextUnclosed = unclosedIndex < marks.count ? marks[unclosedIndex] : Int.max
        unclosedIndex += 1
    }

    /// The next row of the block; `nil` after the last.
    package mutating func next() -> TableRow? {
        if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
        guard position < stop else { return nil }
        cells.clear()
        if isPiece { return piece() }
        var row = RowBounds(start: position)
        let oddCount = cursor.oddCount &- (cursor.isOdd ? 1 : 0)
        if case .fixed(let widths) = dialect.form {
            readLine(&row)
            FixedColumns.split(bytes + row.start, row.end - row.start, widths, dialect, &cells)
        } else {
            read(&row)
        }
        let length =
            dialect.isUTF16
            ? TextDecoding.countUTF16(bytes, row.start..<row.next) : row.next - row.start
        let range = ByteRange(inputOffset, min(inputOffset + length, inputEnd))
        var text = bytes + row.start
        if !problems.isEmpty || needsReview(row, oddCount) {
            var place = RowPlace(
                bytes: bytes, row: row, range: range, line: line, encoding: dialect.encoding,
                rowEnd: marks.rowEnd)
            tell(&place)
            text = review.review(&place, &cells, &findings)
        }
        if dialect.isUTF16 { cells.measureUTF16(bytes + row.start, upTo: range.count) }
        defer {
            inputOffset = range.end
            number += 1
            line += 1 + row.lines
            position = row.next
        }
        return TableRow(
            number: number, line: line, range: range, cells: cells.all, bytes: text,
            input: bytes + row.start, encoding: dialect.encoding, rowEnd: marks.rowEnd)
    }

    /// Whether the cells of a row need more than a look.
    ///
    /// - Parameter oddCount: how many windows before its first had bytes that are not plain.
    @inline(__always)
    private func needsReview(_ row: RowBounds, _ oddCount: Int) -> Bool {
        // Line ends inside of cells are plain to a window, but to nobody else.
        let isPlain = row.lines == 0 && cursor.oddCount == oddCount
        return cells.needReview(
            bytes + row.start, row.end - row.start, isPlain: isPlain, marks, limits)
    }

    private mutating func tell(_ place: inout RowPlace) {
        for problem in problems { findings.append(place.finding(problem.rule, problem.range)) }
        problems.removeAll(keepingCapacity: true)
    }

    private mutating func piece() -> TableRow? {
        guard let block else { return nil }
        position = block.consumed
        let range = ByteRange(block.offset, block.endOffset)
        if block.isFirstPiece {
            findings.append(Finding(.limitRow, at: range, line: line, column: 1))
        }
        return TableRow(
            number: number, line: line, range: range, cells: cells.all,
            bytes: UnsafePointer(block.bytes), isPiece: true)
    }
}

// MARK: - Rows

extension TableCursor {
    /// Finds the end of a row without quotation marks.
    private mutating func readLine(_ row: inout RowBounds) {
        let end = cursor.next()
        row.end(at: end ?? stop, next: end.map { $0 + 1 } ?? stop, bytes, marks)
    }

    /// Finds the cells of a row, and its end.
    private mutating func read(_ row: inout RowBounds) {
        let bytes = bytes
        let marks = marks
        let base = row.start
        var start = row.start
        var quoted: Range<Int>?
        var isPlain = true
        while true {
            if quoted == nil, isPlain {
                start = cells.addDelimited(&cursor, row: base, from: start)
            }
            guard let offset = cursor.next() else { break }
            let byte = bytes[offset]
            if byte == marks.delimiter {
                let text = quoted ?? start..<offset
                cells.add(text.moved(-base), in: start - base..<offset - base, isPlain: isPlain)
                quoted = nil
                isPlain = true
                start = offset + 1
            } else if byte == marks.rowEnd {
                row.end(at: offset, next: offset + 1, bytes, marks)
                return addLast(row, start, quoted, isPlain)
            } else if offset == start, offset != nextUnclosed,
                let closing = cursor.takeSimpleClosing(bytes, stop)
            {
                quoted = offset + 1..<closing
                isPlain = marks.delimiter >= 0x20
            } else if marks.opens(bytes, at: offset, rowStart: start, stop: stop) {
                (quoted, isPlain) = readQuoted(offset, &row)
            } else {
                if isPlain { problems.append((.quoteBare, offset..<offset + 1)) }
                isPlain = false
            }
        }
        row.end(at: stop, next: stop, bytes, marks)
        addLast(row, start, quoted, isPlain)
    }

    private mutating func addLast(
        _ row: RowBounds, _ start: Int, _ quoted: Range<Int>?, _ isPlain: Bool
    ) {
        if row.end == row.start { return }  // a blank line
        let whole = start - row.start..<row.end - row.start
        cells.add(quoted?.moved(-row.start) ?? whole, in: whole, isPlain: isPlain)
    }

    /// The text of a cell between quotation marks; none where the mark is never closed.
    @inline(never)
    private mutating func readQuoted(
        _ opening: Int, _ row: inout RowBounds
    ) -> (text: Range<Int>?, isPlain: Bool) {
        if opening == nextUnclosed {
            passUnclosed()
            problems.append((.quoteUnclosed, opening..<opening + 1))
            return (nil, false)
        }
        var isDoubled = false
        var isPlain = marks.delimiter >= 0x20
        while let offset = cursor.next() {
            if bytes[offset] == marks.rowEnd {
                row.lines += 1
            } else if bytes[offset] == marks.quote {
                switch marks.verdict(bytes, at: offset, stop: stop, isEnd: true) {
                case .doubled:
                    _ = cursor.next()
                    isDoubled = true
                case .letter, .unknown:
                    problems.append((.quoteInside, offset..<offset + 1))
                    isPlain = false
                case .closes:
                    if isDoubled { cells.rewriteNext() }
                    return (opening + 1..<offset, isPlain && !isDoubled)
                }
            }
        }
        return (opening + 1..<stop, false)
    }
}

extension Range<Int> {
    @inline(__always)
    fileprivate func moved(_ distance: Int) -> Range<Int> {
        Range(uncheckedBounds: (lowerBound &+ distance, upperBound &+ distance))
    }
}
