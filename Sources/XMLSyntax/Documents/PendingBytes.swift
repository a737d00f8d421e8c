import Diagnostics

/// Bytes of a document that libxml2 holds back until a tag, a comment or a section is complete.
struct PendingBytes {
    /// What libxml2 was fed and has not read.
    private var retained: [UInt8] = []
    /// Offset in the input at which the document begins.
    private var documentStart = 0
    /// Offset in the input of the first byte that is held.
    private(set) var start = 0
    /// Its line.
    private(set) var line = 1
    /// What it has not been fed.
    private var delayed: [UInt8] = []
    /// The last bytes of a comment that waits for its end.
    private var comment: [UInt8]?

    /// Bytes up to which each piece is fed at once.
    private static let prompt = 64 << 10

    mutating func begin(at offset: Int) {
        retained = []
        delayed = []
        comment = nil
        documentStart = offset
        start = offset
    }

    /// Whether a piece waits for more: libxml2 looks through all that it holds at every piece, so
    /// that pieces grow with it.
    ///
    /// - Parameter depth: how many elements are open.
    mutating func delays(_ piece: UnsafeRawBufferPointer, depth: Int) -> Bool {
        if depth == 0, let waits = delaysComment(piece) { return waits }
        guard retained.count > Self.prompt || !delayed.isEmpty else { return false }
        delayed.append(contentsOf: piece)
        return delayed.count < retained.count / 2
    }

    /// Whether a piece before the first element waits for the end of a comment that begins with `>` or `->`;
    /// `nil` where it has none. libxml2 takes `<!-->` for a whole one there, and misses the end where it is
    /// not at hand.
    private mutating func delaysComment(_ piece: UnsafeRawBufferPointer) -> Bool? {
        let text: [UInt8]
        if let comment {
            text = comment + piece
        } else {
            let tail = lastBytes(Self.longestOpening - 1)
            let border = tail + piece.prefix(Self.longestOpening - 1)
            if let start = border.withUnsafeBytes({ Self.commentStart($0) }) {
                text = Array((tail + piece).dropFirst(start + Self.opening.count))
            } else if let start = Self.commentStart(piece) {
                text = Array(piece.dropFirst(start + Self.opening.count))
            } else {
                return nil
            }
        }
        let isOver = text.indices.contains { text[$0...].starts(with: Self.closing) }
        comment = isOver ? nil : text.suffix(Self.closing.count - 1)
        delayed.append(contentsOf: piece)
        return !isOver && delayed.count < Self.longestComment
    }

    /// The last of the bytes that are held.
    private func lastBytes(_ count: Int) -> [UInt8] {
        let last = delayed.suffix(count)
        return retained.suffix(count - last.count) + last
    }

    /// Where a comment begins that begins with `>` or `->`, before an element does.
    private static func commentStart(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = bytes[start...]
            if opensShort(rest) { return start }
            guard rest.count > 1, rest[start + 1] == 0x21 || rest[start + 1] == 0x3F else {
                return nil
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Whether a comment begins there that begins with `>` or `->`.
    private static func opensShort(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: opening + [0x3E]) || bytes.starts(with: opening + [0x2D, 0x3E])
    }

    /// Whether an element begins in bytes that begin before it, with no such comment between.
    static func opensPlainly(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while let first = rest.first {
            let end: [UInt8]
            if first == 0x20 || first == 0x0A || first == 0x0D || first == 0x09 {
                rest = rest.dropFirst()
                continue
            } else if opensShort(rest) {
                return false
            } else if rest.starts(with: opening) {
                end = closing
            } else if rest.starts(with: [0x3C, 0x3F]) {
                end = [0x3F, 0x3E]
            } else {
                return first == 0x3C && rest.count > 1 && rest[rest.startIndex + 1] != 0x21
            }
            rest = rest.dropFirst(2)
            while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
            rest = rest.dropFirst(end.count)
        }
        return false
    }

    private static let opening = Array("<!--".utf8)
    private static let longestOpening = 6
    private static let closing = Array("-->".utf8)
    /// What is longer is taken for broken.
    private static let longestComment = 1 << 20

    /// Whether there are bytes that libxml2 has not read.
    var holdsBytes: Bool { !retained.isEmpty || !delayed.isEmpty }

    mutating func takeDelayed() -> [UInt8]? {
        guard !delayed.isEmpty else { return nil }
        defer { delayed = [] }
        return delayed
    }

    /// Keeps what stands behind a spot of what was held and of bytes that were fed; all of it where
    /// nothing has been read.
    mutating func keep(from spot: Mark?, _ bytes: UnsafeRawBufferPointer, at offset: Int) {
        let place = spot?.offset ?? 0
        if let spot { line = spot.line }
        if place >= offset {
            retained.removeAll(keepingCapacity: true)
            retained.append(contentsOf: bytes.dropFirst(place - offset))
            start = place
        } else {
            let read = min(max(0, place - start), retained.count)
            if read > 0 { retained.removeFirst(read) }
            start += read
            retained.append(contentsOf: bytes)
        }
    }

    /// What was fed from an offset on, and what was not.
    func bytes(from offset: Int) -> [UInt8] {
        Array(retained.dropFirst(max(0, offset - start))) + delayed
    }

    /// The limit that a document has exceeded before what stands there, in which it may end, is fed.
    func exceeded(_ limits: XMLLimits, at offset: Int) -> Rule? {
        if offset - documentStart > limits.documentBytes { return .limitDocument }
        guard retained.count > Self.prompt else { return nil }
        if retained.count > limits.tokenBytes { return .limitToken }
        // Attributes are compared with one another: a tag with very many would take for ever.
        guard retained.first == 0x3C, retained[1] != 0x21, retained[1] != 0x3F else { return nil }
        var quote: UInt8 = 0
        var count = 0
        for byte in retained {
            if byte == quote {
                quote = 0
                count += 1
            } else if quote == 0, byte == 0x22 || byte == 0x27 {
                quote = byte
            }
        }
        return count > limits.attributes ? .limitAttributes : nil
    }
}
