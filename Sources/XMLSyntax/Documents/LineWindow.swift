/// The bytes that are being read, by which the column of one of them is told.
struct LineWindow {
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Offset in the input of their first.
    private var offset = 0
    /// Where the line begins in which they begin.
    private var lineStart = 0

    /// Begins in the middle of an input, in a line that begins before.
    mutating func begin(at offset: Int, lineStart: Int) {
        self.offset = offset
        self.lineStart = lineStart
    }

    /// Goes on to the bytes that follow.
    mutating func open(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// Leaves them: their memory is no longer there.
    ///
    /// - Parameter end: offset from which on they are opened again.
    mutating func close(before end: Int = Int.max) {
        let count = min(bytes.count, max(0, end - offset))
        if let index = bytes.prefix(count).lastIndex(of: 0x0A) { lineStart = offset + index + 1 }
        offset += count
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// How many line breaks come before an offset.
    func lineBreaks(before place: Int) -> Int {
        bytes.prefix(max(0, place - offset)).count { $0 == 0x0A }
    }

    /// Column of a byte in its line, from 1; 0 where its line is no longer there.
    func column(of place: Int) -> Int {
        let index = min(max(0, place - offset), bytes.count)
        if place >= offset, let before = bytes.prefix(index).lastIndex(of: 0x0A) {
            return place - offset - before
        }
        return place < lineStart ? 0 : place - lineStart + 1
    }
}
