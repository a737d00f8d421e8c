import Diagnostics

/// The bytes of a text as UTF-8 or Windows-1252: those of its first bytes that were looked at, then
/// those of its source.
struct TextInput<Source: ByteSource & ~Copyable>: ~Copyable {
    private var source: Source
    /// Read, and not yet given out.
    private var held: [UInt8] = []
    private var heldPosition = 0
    private var isSourceAtEnd = false
    private var decoder: UTF16Decoder?
    /// Bytes of the input that were read.
    private(set) var byteCount = 0

    private static var pieceLength: Int { 64 * 1024 }

    init(_ source: consuming Source) { self.source = source }

    /// Whether no more bytes come.
    var isAtEnd: Bool { isSourceAtEnd && heldPosition == held.count && decoder == nil }

    /// Looks at the first bytes, and passes over those that open the text.
    mutating func open(widths: [Int]?) throws(Source.Failure) -> TableDialect {
        var bytes = [UInt8](repeating: 0, count: TableDialect.sampleLength + TableBlock.padding)
        var count = 0
        while count < TableDialect.sampleLength, !isSourceAtEnd {
            count += try read(into: &bytes, from: count, upTo: TableDialect.sampleLength)
        }
        let dialect = bytes.withUnsafeBufferPointer { buffer in
            TableDialect(
                opening: UnsafeBufferPointer(rebasing: buffer[..<count]), isWhole: isSourceAtEnd,
                widths: widths)
        }
        held = Array(bytes[dialect.openingCount..<max(count, dialect.openingCount)])
        byteCount = count
        if dialect.isUTF16 {
            decoder = UTF16Decoder(isBigEndian: dialect.encoding == .utf16BigEndian)
        }
        return dialect
    }

    /// Adds text to a block that has room; nothing only at the end.
    mutating func fill(_ block: TableBlock) throws(Source.Failure) {
        let room = block.capacity - block.byteCount
        if decoder != nil {
            try decode(into: block, room: room)
        } else if heldPosition < held.count {
            let count = min(room, held.count - heldPosition)
            held.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                (block.bytes + block.byteCount).update(from: base + heldPosition, count: count)
            }
            heldPosition += count
            block.byteCount += count
        } else if !isSourceAtEnd {
            let count = try source.read(
                into: UnsafeMutableRawBufferPointer(
                    start: block.bytes + block.byteCount, count: room))
            isSourceAtEnd = count == 0
            byteCount += count
            block.byteCount += count
        }
    }

    private mutating func decode(into block: TableBlock, room: Int) throws(Source.Failure) {
        if heldPosition == held.count, !isSourceAtEnd {
            var piece = held
            held = []
            if piece.count != Self.pieceLength {
                piece = [UInt8](repeating: 0, count: Self.pieceLength)
            }
            let count = try read(into: &piece, from: 0, upTo: piece.count)
            byteCount += count
            if count < piece.count { piece.removeLast(piece.count - count) }
            held = piece
            heldPosition = 0
        }
        let out = block.bytes + block.byteCount
        if heldPosition == held.count {
            block.byteCount += decoder?.finish(to: out) ?? 0
            decoder = nil
            return
        }
        let count = min(held.count - heldPosition, UTF16Decoder.greatestCount(forRoom: room))
        block.byteCount += held.withUnsafeBytes { raw in
            decoder?.decode(
                UnsafeRawBufferPointer(rebasing: raw[heldPosition..<heldPosition + count]), to: out)
                ?? 0
        }
        heldPosition += count
    }

    private mutating func read(
        into bytes: inout [UInt8], from start: Int, upTo end: Int
    ) throws(Source.Failure) -> Int {
        var outcome: Result<Int, Source.Failure> = .success(0)
        bytes.withUnsafeMutableBytes { raw in
            outcome = Result { () throws(Source.Failure) in
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[start..<end]))
            }
        }
        let count = try outcome.get()
        isSourceAtEnd = count == 0
        return count
    }
}
