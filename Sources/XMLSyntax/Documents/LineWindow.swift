/// The bytes that are being read, by which the column of one of them is told.
struct LineWindow {
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Offset in the input of their first.
    private var offset = 0
    /// Where the line begins in which they begin; behind all of the input where that is not known.
    private(set) var lineStart = 0
    /// The byte before them.
    private var last: UInt8?
    /// What ends lines.
    var ends = LineEnds()

    /// Begins in the middle of an input, in a line that begins before.
    mutating func begin(at offset: Int, lineStart: Int) {
        self.offset = offset
        self.lineStart = lineStart
        last = nil
    }

    /// Goes on to the bytes that follow, or to some that were there before.
    mutating func open(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        if offset != self.offset { last = nil }
        if offset < lineStart { lineStart = Int.max }
        self.bytes = bytes
        self.offset = offset
    }

    /// Leaves them: their memory is no longer there.
    ///
    /// - Parameter end: offset from which on they are opened again.
    mutating func close(before end: Int = Int.max) {
        let count = min(bytes.count, max(0, end - offset))
        if let start = lineStart(upTo: offset + count) { lineStart = start }
        if count > 0 { last = bytes[count - 1] }
        offset += count
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// Column of a byte in its line, from 1; 0 where its line is no longer there.
    func column(of place: Int) -> Int {
        let start = lineStart(upTo: min(place, offset + bytes.count)) ?? lineStart
        return place < start ? 0 : place - start + 1
    }

    /// Whether a line ends with the byte before an offset.
    func endsLine(before place: Int) -> Bool {
        ends.lineStart(
            behind: place - 1, upTo: place, in: bytes, at: offset, before: last) != nil
    }

    /// Where the line begins in which an offset lies; `nil` where these bytes do not hold it.
    private func lineStart(upTo place: Int) -> Int? {
        ends.lineStart(behind: offset, upTo: place, in: bytes, at: offset, before: last)
    }
}
