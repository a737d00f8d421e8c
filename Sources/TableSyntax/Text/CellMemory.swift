import CTableScan

/// The cells of one row after another.
struct CellMemory: ~Copyable {
    private var base: UnsafeMutablePointer<TableCell>
    private var capacity = 256
    private let limit: Int
    private(set) var count = 0
    /// Indices of cells whose text has marks that are written twice.
    private(set) var rewrites: [Int] = []
    /// Where the first cell beyond the limit starts, from the start of the row; -1 for none.
    private(set) var surplusStart = -1

    init(limit: Int) {
        self.limit = limit
        capacity = min(capacity, limit)
        base = CellMemory.allocate(capacity)
    }

    /// Room for so many cells, and for a few more, as they are written four at a time.
    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<TableCell> {
        let base = UnsafeMutablePointer<TableCell>.allocate(capacity: capacity + 4)
        base.initialize(repeating: .nothing, count: capacity + 4)
        return base
    }

    deinit { base.deallocate() }

    mutating func clear() {
        count = 0
        surplusStart = -1
        if !rewrites.isEmpty { rewrites.removeAll(keepingCapacity: true) }
    }

    /// Adds a cell: where its text and where all of it stands, from the start of the row.
    @inline(__always)
    mutating func add(_ text: Range<Int>, in whole: Range<Int>, isPlain: Bool = true) {
        if count == capacity, !grow(whole.lowerBound) { return }
        base[count] = TableCell(
            start: UInt32(truncatingIfNeeded: text.lowerBound),
            count: UInt32(truncatingIfNeeded: text.upperBound &- text.lowerBound),
            inputStart: UInt32(truncatingIfNeeded: whole.lowerBound),
            inputCount: UInt32(truncatingIfNeeded: whole.upperBound &- whole.lowerBound),
            kind: text.isEmpty ? .empty : .text, isPlain: isPlain)
        count &+= 1
    }

    /// Adds the cells that end at a delimiter, up to the next mark that is none; as most cells are, in
    /// one go.
    ///
    /// - Parameters:
    ///   - row: where it begins.
    ///   - start: where the first of these cells does.
    /// - Returns: where the cell begins that comes next.
    @inline(__always)
    mutating func addDelimited(
        _ cursor: inout MarkWindow.Cursor, row: Int, from start: Int
    ) -> Int {
        let known = Swift.min(cursor.delimiterCount(), capacity &- count)
        if known > 0 {
            let marks = cursor.marks + cursor.index
            table_cells(
                marks, known, UInt32(truncatingIfNeeded: row), UInt32(truncatingIfNeeded: start),
                base + count)
            count &+= known
            cursor.index &+= known
            return Int(marks[known &- 1]) &+ 1
        }
        let (bytes, marks, delimiter) = (cursor.bytes, cursor.marks, cursor.wanted.delimiter)
        let end = cursor.index &+ Swift.min(cursor.count &- cursor.index, capacity &- count)
        var index = cursor.index
        var start = start &- row
        var out = base + count
        while index != end {
            let offset = Int(marks[index])
            guard bytes[offset] == delimiter else { break }
            let length = offset &- row &- start
            let (from, size) = (
                UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: length)
            )
            out.pointee = TableCell(
                start: from, count: size, inputStart: from, inputCount: size,
                kind: size == 0 ? .empty : .text, isPlain: true)
            start = start &+ length &+ 1
            out += 1
            index &+= 1
        }
        count &+= index &- cursor.index
        cursor.index = index
        return start &+ row
    }

    @inline(never)
    private mutating func grow(_ start: Int) -> Bool {
        if capacity == limit {
            if surplusStart < 0 { surplusStart = start }
            return false
        }
        let larger = min(capacity * 2, limit)
        let grown = CellMemory.allocate(larger)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
        capacity = larger
        return true
    }

    /// The text of the cell that comes next is to be written anew.
    mutating func rewriteNext() { rewrites.append(count) }

    var all: UnsafeBufferPointer<TableCell> { UnsafeBufferPointer(start: base, count: count) }

    var mutable: UnsafeMutableBufferPointer<TableCell> {
        UnsafeMutableBufferPointer(start: base, count: count)
    }

    /// Turns places in text that came of UTF-16 into places in the input.
    ///
    /// - Parameters:
    ///   - row: the first byte of the row.
    ///   - limit: bytes that the row has in the input, whose last letter may be a half.
    mutating func measureUTF16(_ row: UnsafePointer<UInt8>, upTo limit: Int) {
        var measured = 0
        var total = 0
        for index in 0..<count {
            let start = Int(base[index].inputStart)
            let end = start + Int(base[index].inputCount)
            total = min(limit, total + TextDecoding.countUTF16(row, measured..<start))
            let length = min(limit - total, TextDecoding.countUTF16(row, start..<end))
            base[index].inputStart = UInt32(truncatingIfNeeded: total)
            base[index].inputCount = UInt32(truncatingIfNeeded: length)
            total += length
            measured = end
        }
    }
}

extension TableCell {
    /// Stands for no cell until one is written over it.
    static let nothing = TableCell(start: 0, count: 0, kind: .empty, isPlain: true)
}
