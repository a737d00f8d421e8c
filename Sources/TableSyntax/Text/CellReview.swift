import CTableScan
import Diagnostics

extension CellMemory {
    /// Whether a row has letters that are not printable ASCII, or needs more than a look.
    ///
    /// - Parameter isPlain: whether it is known that it has no such letters.
    @inline(__always)
    func needReview(
        _ row: UnsafePointer<UInt8>, _ count: Int, isPlain: Bool, _ marks: TextMarks,
        _ limits: TableLimits
    ) -> Bool {
        !isPlain && !table_is_plain(row, count, marks.delimiter, marks.banned)
            || !rewrites.isEmpty || surplusStart >= 0 || count > limits.cellBytes
    }
}

/// Looks at the cells of a row one by one, and writes their texts anew where they are not UTF-8 or
/// have marks that are written twice.
struct CellReview: ~Copyable {
    private let dialect: TableDialect
    private let limits: TableLimits
    private var scratch: UnsafeMutablePointer<UInt8>
    private var capacity = 4096
    /// What is to be done with each cell.
    private var treatments: [Treatment] = []

    private enum Treatment { case copy, decode, undouble, undoubleAndDecode }

    init(_ dialect: TableDialect, limits: TableLimits) {
        self.dialect = dialect
        self.limits = limits
        scratch = .allocate(capacity: capacity)
        scratch.initialize(repeating: 0, count: capacity)
    }

    deinit { scratch.deallocate() }

    /// Bytes that nobody reads.
    var nothing: UnsafePointer<UInt8> { UnsafePointer(scratch) }

    /// What the texts of the cells refer to from now on.
    mutating func review(
        _ place: inout RowPlace, _ cells: inout CellMemory, _ findings: inout [Finding]
    ) -> UnsafePointer<UInt8> {
        let row = place.bytes + place.row.start
        treatments.removeAll(keepingCapacity: true)
        var isRewritten = false
        var doubled = cells.rewrites.makeIterator()
        var next = doubled.next()
        for index in 0..<cells.count {
            let isDoubled = next == index
            if isDoubled { next = doubled.next() }
            let isDecoded = look(at: &cells.mutable[index], row, &place, &findings)
            treatments.append(
                isDoubled
                    ? isDecoded ? .undoubleAndDecode : .undouble : isDecoded ? .decode : .copy)
            isRewritten = isRewritten || isDoubled || isDecoded
        }
        if cells.surplusStart >= 0 {
            let start = place.row.start + cells.surplusStart
            findings.append(place.finding(.limitColumns, start..<place.row.end))
        }
        return isRewritten ? rewrite(row, cells.mutable) : row
    }

    /// Whether the text is to be decoded.
    private func look(
        at cell: inout TableCell, _ row: UnsafePointer<UInt8>, _ place: inout RowPlace,
        _ findings: inout [Finding]
    ) -> Bool {
        if Int(cell.count) > limits.cellBytes {
            findings.append(place.finding(.limitCell, cell: cell))
        }
        let start = row + Int(cell.start)
        if cell.isPlain {
            cell.isPlain = table_is_plain(start, Int(cell.count), 0x20, UInt8(ascii: "\""))
            if cell.isPlain { return false }
        }
        let text = UnsafeBufferPointer(start: start, count: Int(cell.count))
        // What ends files of DOS stands there alone, and is no cell.
        let isEndMark = text.count == place.row.end - place.row.start && text.isEndMark
        if !isEndMark, text.hasControl {
            findings.append(place.finding(.textControl, cell: cell))
        }
        if table_is_ascii(start, text.count) { return false }
        if dialect.isUTF16 {
            if text.hasReplacement { findings.append(place.finding(.textInvalid, cell: cell)) }
            return false
        }
        // Each cell is read by its own letters; one of another encoding than the file's is told.
        let isUTF8 = TextDecoding.isUTF8(text) && !WindowsLetters.areLikely(in: text)
        let isOdd =
            isUTF8 ? text.hasReplacement : text.contains(where: TextDecoding.isOpenInWindows)
        if isOdd || isUTF8 != (dialect.encoding == .utf8) {
            findings.append(place.finding(.textInvalid, cell: cell))
        }
        return !isUTF8
    }

    private mutating func rewrite(
        _ row: UnsafePointer<UInt8>, _ cells: UnsafeMutableBufferPointer<TableCell>
    ) -> UnsafePointer<UInt8> {
        var room = TableBlock.padding
        for (cell, treatment) in zip(cells, treatments) {
            let isDecoded = treatment == .decode || treatment == .undoubleAndDecode
            room += Int(cell.count) * (isDecoded ? 3 : 1)
        }
        reserve(room)
        var written = 0
        for index in cells.indices {
            let text = UnsafeBufferPointer(
                start: row + Int(cells[index].start), count: Int(cells[index].count))
            let count = write(text, treatments[index], to: scratch + written)
            cells[index].start = UInt32(truncatingIfNeeded: written)
            cells[index].count = UInt32(truncatingIfNeeded: count)
            written += count
        }
        (scratch + written).update(repeating: 0, count: TableBlock.padding)
        return UnsafePointer(scratch)
    }

    private func write(
        _ text: UnsafeBufferPointer<UInt8>, _ treatment: Treatment,
        to out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        guard treatment != .copy else {
            if let base = text.baseAddress { out.update(from: base, count: text.count) }
            return text.count
        }
        let quote = dialect.marks(limits).quote
        let isDoubled = treatment != .decode
        let isDecoded = treatment != .undouble
        var written = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            let isPair = byte == quote && index + 1 < text.count && text[index + 1] == quote
            index += isDoubled && isPair ? 2 : 1
            if isDecoded {
                written += TextDecoding.write(windows: byte, to: out + written)
            } else {
                out[written] = byte
                written += 1
            }
        }
        return written
    }

    private mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        scratch.deallocate()
        capacity = wanted
        scratch = .allocate(capacity: capacity)
        scratch.initialize(repeating: 0, count: capacity)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is the mark at the end of files of DOS, 1A, or some of them.
    fileprivate var isEndMark: Bool { allSatisfy { $0 == 0x1A } }
}
