/// The bytes that are being read, by which the column of one of them is told.
struct LineWindow {
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Offset in the input of their first.
    private var offset = 0
    /// Where the line begins in which they begin.
    private var lineStart = 0
    /// The byte before them.
    private var last: UInt8?
    /// Where the document begins, if its units are of two bytes; a line ends with a whole unit.
    var wideOffset: Int?

    /// Begins in the middle of an input, in a line that begins before.
    mutating func begin(at offset: Int, lineStart: Int) {
        self.offset = offset
        self.lineStart = lineStart
        last = nil
    }

    /// Goes on to the bytes that follow.
    mutating func open(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        if offset != self.offset { last = nil }
        self.bytes = bytes
        self.offset = offset
    }

    /// Leaves them: their memory is no longer there.
    ///
    /// - Parameter end: offset from which on they are opened again.
    mutating func close(before end: Int = Int.max) {
        let count = min(bytes.count, max(0, end - offset))
        if let start = lineStart(before: offset + count) { lineStart = start }
        if count > 0 { last = bytes[count - 1] }
        offset += count
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// Column of a byte in its line, from 1; 0 where its line is no longer there.
    func column(of place: Int) -> Int {
        if place >= offset, let start = lineStart(before: min(place, offset + bytes.count)) {
            return place - start + 1
        }
        return place < lineStart ? 0 : place - lineStart + 1
    }

    /// Behind the last end of a line before an offset; `nil` where these bytes hold none.
    private func lineStart(before place: Int) -> Int? {
        guard let wideOffset, place >= wideOffset else {
            return bytes.prefix(place - offset).lastIndex(of: 0x0A).map { offset + $0 + 1 }
        }
        // In either order of its bytes: no character has the other.
        var unit = place - 2 - (place - wideOffset) % 2
        while unit >= max(wideOffset, offset - 1), unit + 1 >= offset {
            let first = unit < offset ? last : bytes[unit - offset]
            let second = bytes[unit + 1 - offset]
            if first == 0x0A && second == 0 || first == 0 && second == 0x0A { return unit + 2 }
            unit -= 2
        }
        return nil
    }
}
