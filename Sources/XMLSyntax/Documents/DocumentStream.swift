import Diagnostics

/// Parts an input into documents, and feeds each to a parser of its own.
struct DocumentStream: ~Copyable {
    private let memory: ReaderMemory
    private var parser: DocumentParser?
    private var gap = DocumentGap()
    private(set) var pending = PendingBytes()
    /// Bytes that may open a document, or the first of a unit.
    private var held: [UInt8] = []
    /// The first bytes of a document.
    private var firstBytes: [UInt8] = []
    /// Offset in the input of the next byte, and its line where no parser counts.
    private var offset = 0
    private(set) var line = 1
    /// What is read between documents: units of the last one, until bytes come that are none.
    private var unit = TextUnit.byte
    /// The units of the last one where such bytes came, and where they did.
    private var interrupted: (unit: TextUnit, offset: Int)?
    /// Where the comment or the instruction behind a document begins that may have begun, and its line.
    private var mark = (offset: 0, line: 1)
    private(set) var count = 0
    private(set) var isFinished = false

    /// Bytes that were fed.
    var fedCount: Int { offset }

    /// Offset up to which the input has been read: another document may begin there, and not before.
    var settledOffset: Int {
        guard parser != nil else { return offset - held.count }
        return min(state.pointee.document.last.offset, offset)
    }

    /// Until the encoding is known, pieces are small: what was read before is converted later, and
    /// libxml2 parts larger ones itself.
    private static let openingSize = 64
    private static let pieceSize = 64 << 10

    init(_ memory: ReaderMemory) { self.memory = memory }

    var state: UnsafeMutablePointer<ReaderState> { memory.state }

    /// Whether a document is being read.
    var hasParser: Bool { parser != nil }

    /// Whether any document may follow, after one that was read to its end.
    var isBetweenDocuments: Bool {
        parser == nil && gap.followsDocument && !gap.isLost && gap.isOutside && held.isEmpty
            && unit == .byte && interrupted == nil
    }

    /// Goes on where another reader has ended, instead of at the beginning of the input.
    ///
    /// - Parameter opening: the document that is open, up to the end of the root's first tag; empty
    ///   between documents. It is read again.
    mutating func resume(at seam: XMLSeam, opening: [UInt8]) {
        offset = seam.offset - opening.count
        line = seam.line - opening.count { $0 == 0x0A }
        count = seam.documentCount
        gap.followsDocument = !seam.isInside
        if seam.isInside {
            count -= 1
            feed(opening)
        }
        state.pointee.lines.begin(at: seam.offset, lineStart: seam.lineStart)
    }

    mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty {
            let used = parser == nil ? scan(rest) : read(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(used))
        }
    }

    mutating func finish() {
        guard !isFinished else { return }
        isFinished = true
        // What a document leaves may hold another, and so may the last byte.
        while parser != nil || holdsHalf {
            if parser == nil {
                readAsBytes()
                continue
            }
            if let delayed = pending.takeDelayed() {
                parse(delayed, at: offset - delayed.count)
                if leaveIfOver() { continue }
            }
            parser?.finish()
            state.pointee.cut()
            _ = leaveIfOver()
        }
        if gap.followsDocument, !gap.isLost, !gap.isOutside {
            report(.documentCut, at: offset - held.count)
        }
    }

    /// Whether a byte between documents is half of a unit: a zero is nothing.
    private var holdsHalf: Bool {
        unit != .byte && gap.isOutside && !gap.isLost && held.count == 1 && held != [0]
    }

    // MARK: Between documents

    /// Looks for the next document; the number of bytes that are done with.
    private mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Int {
        state.pointee.lines.open(bytes, at: offset)
        defer { if parser == nil { state.pointee.lines.close() } }
        for index in bytes.indices {
            let byte = bytes[index]
            offset += 1
            if byte == 0x0A || byte == 0, state.pointee.lines.endsLine(before: offset) { line += 1 }
            let isForeign = isForeign(byte)
            switch isForeign ? .begins : step(byte) {
            case .blank, .inside: if !held.isEmpty { held = [] }
            case .undecided: held.append(byte)
            case .begins:
                held.append(byte)
                state.pointee.lines.close(before: offset - held.count)
                if isForeign { readAsBytes() } else { begin() }
                return index + 1
            }
        }
        return bytes.count
    }

    /// What a byte is to the gap.
    private mutating func step(_ byte: UInt8) -> DocumentGap.Step {
        if unit == .byte { return step(letter: byte) }
        if gap.isLost {
            guard byte == 0 else { return step(letter: byte) }
            // Half of a letter of the next document, which may stand before the other half.
            if held == [0] { held = [] }
            return held.isEmpty && unit == .littleEndian ? .inside : .undecided
        }
        guard held.count % 2 == 1, let first = held.last else { return .undecided }
        let letter = unit.ascii(first, byte)
        return letter == 0 && gap.isOutside ? .blank : step(letter: letter ?? 0x80)
    }

    private mutating func step(letter: UInt8) -> DocumentGap.Step {
        if gap.isOutside { mark = (offset - unit.size, line) }
        let step = gap.step(letter)
        if let rule = gap.flaw { report(rule, fromMarkTo: offset) }
        return step
    }

    /// Whether a byte completes what is no letter of the last document, and may open one of another
    /// encoding or stand before it.
    private func isForeign(_ byte: UInt8) -> Bool {
        guard unit != .byte, gap.isOutside, !gap.isLost, held.count == 1,
            unit.ascii(held[0], byte) == nil
        else { return false }
        switch (held[0], byte) {
        case (0xFF, 0xFE), (0xFE, 0xFF), (0xEF, 0xBB), (0x00, 0x3C), (0x3C, 0x00): return true
        case (0x3C, _): return byte > 0x20
        default:
            return DocumentGap.isBlank(held[0])
                && (DocumentGap.isBlank(byte) || Self.opensDocument([byte]))
        }
    }

    /// Reads what was held again, and what follows, as bytes.
    private mutating func readAsBytes() {
        let bytes = held
        held = []
        offset -= bytes.count
        interrupted = (unit, offset)
        unit = .byte
        state.pointee.lines.ends.begin(at: offset, .byte)
        feed(bytes)
    }

    /// Begins a document with the bytes that were held back.
    private mutating func begin() {
        let opening = held
        held = []
        let base = offset - opening.count
        if gap.followsDocument, !gap.isLost, !opensDocument(opening) {
            report(.documentTrailing, at: base)
            gap.isLost = true
            if let interrupted {
                unit = interrupted.unit
                let start = base - (base - interrupted.offset) % unit.size
                state.pointee.lines.ends.begin(at: start, unit)
            }
            return
        }
        count += 1
        parser = DocumentParser(memory, base: base, line: mark.line)
        guard parser != nil else {
            report(.limitMemory, at: base)
            gap.isLost = true
            return
        }
        state.pointee.document.opensAsMarkup = Self.opensDocument(opening)
        state.pointee.lines.ends.begin(at: base, .byte)
        gap = DocumentGap()
        pending.begin(at: base)
        offset = base
        firstBytes = []
        feed(opening)
    }

    private func opensDocument(_ bytes: [UInt8]) -> Bool {
        unit == .byte ? Self.opensDocument(bytes) : unit.ascii(bytes[0], bytes[1]) == 0x3C
    }

    /// Whether it is `<`, the first byte of a byte order mark, or of a unit of more bytes.
    private static func opensDocument(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        return [0x3C, 0xEF, 0xFE, 0xFF, 0x00].contains(first)
    }

    private mutating func report(_ rule: Rule, at offset: Int) {
        state.pointee.report(rule, at: ByteRange(offset, self.offset), line: line)
    }

    /// Reports what is wrong with a comment or an instruction behind a document, from where it begins.
    private mutating func report(_ rule: Rule, fromMarkTo end: Int) {
        state.pointee.report(rule, at: ByteRange(mark.offset, end), line: mark.line)
    }

    private mutating func feed(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { feed($0) }
    }

    // MARK: Inside a document

    /// Feeds the parser; the number of bytes that are done with.
    private mutating func read(_ bytes: UnsafeRawBufferPointer) -> Int {
        let piece = UnsafeRawBufferPointer(rebasing: bytes.prefix(sizeOfNext))
        let start = offset
        offset += piece.count
        if firstBytes.count < 4 { look(at: piece) }
        if pending.delays(piece, depth: state.pointee.document.depth) { return piece.count }
        if let delayed = pending.takeDelayed() {
            parse(delayed, at: offset - delayed.count)
        } else {
            parse(piece, at: start, isAtHand: true)
        }
        guard state.pointee.document.isOver else { return piece.count }
        let end = documentEnd
        guard end >= start else {
            _ = leaveIfOver()
            return piece.count
        }
        leave()
        line = state.pointee.document.last.line
        offset = end
        return end - start
    }

    /// Bytes of the next piece at most: libxml2 knows by the first four how to convert the rest.
    private var sizeOfNext: Int {
        if firstBytes.count < 4 { return 4 - firstBytes.count }
        return state.pointee.document.hasBegun ? Self.pieceSize : Self.openingSize
    }

    /// Refuses units of four bytes before libxml2 has all four, of which it reads some orders in some
    /// pieces.
    private mutating func look(at piece: UnsafeRawBufferPointer) {
        firstBytes += piece.prefix(4 - firstBytes.count)
        state.pointee.lines.ends.begin(
            at: state.pointee.document.base, TextUnit(first: firstBytes))
        let marks: [[UInt8]] = [[0x00, 0x00, 0xFE, 0xFF], [0xFF, 0xFE, 0x00, 0x00]]
        let zeroCount = firstBytes.count { $0 == 0 }
        guard firstBytes.count == 4, zeroCount == 3 || marks.contains(firstBytes) else { return }
        let first = state.pointee.document.last
        state.pointee.fail(
            .encodingRefused, at: ByteRange(first.offset, first.offset + 4), line: first.line)
    }

    private mutating func parse(_ bytes: [UInt8], at start: Int) {
        bytes.withUnsafeBytes { parse($0, at: start) }
    }

    /// - Parameter isAtHand: whether what follows a document that ends in these bytes is read from
    ///   them again.
    private mutating func parse(
        _ bytes: UnsafeRawBufferPointer, at start: Int, isAtHand: Bool = false
    ) {
        state.pointee.lines.open(bytes, at: start)
        defer {
            let isOver = state.pointee.document.isOver
            state.pointee.lines.close(before: isOver ? documentEnd : Int.max)
        }
        if let rule = pending.exceeded(state.pointee.limits, at: start) {
            let last = state.pointee.document.last
            state.pointee.fail(
                rule, at: ByteRange(last.offset, start + bytes.count), line: last.line)
        }
        parser?.feed(bytes)
        if isAtHand, state.pointee.document.isOver, documentEnd >= start { return }
        let isRead = state.pointee.document.hasBegun && !state.pointee.document.isOver
        pending.keep(from: isRead ? state.pointee.document.here() : nil, bytes, at: start)
    }

    /// Where the document that is over ends; at least a byte is its own.
    private var documentEnd: Int {
        max(state.pointee.document.last.offset, state.pointee.document.base + 1)
    }

    /// Leaves a document that is over, and goes on with what came behind it.
    private mutating func leaveIfOver() -> Bool {
        guard state.pointee.document.isOver else { return false }
        let end = max(documentEnd, pending.start)
        let rest = pending.bytes(from: end)
        // White space behind the last construct is read, and not held any more.
        let isBehind = end > documentEnd
        leave()
        line = isBehind ? pending.line : state.pointee.document.last.line
        offset = end
        feed(rest)
        return true
    }

    private mutating func leave() {
        unit = state.pointee.document.unitWidth == 2 ? state.pointee.lines.ends.unit : .byte
        interrupted = nil
        gap.followsDocument = true
        gap.isLost = state.pointee.document.isBroken
        state.pointee.endDocument()
        parser = nil
    }
}
