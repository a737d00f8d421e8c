/// The last bytes of an archive, and the records among them that may be its end.
struct ZipTail {
    let bytes: [UInt8]
    /// Where records begin whose comment ends where the bytes do, or before; the last first.
    private let starts: [Int]

    /// The record at the end, and the comment that may follow it.
    private static let recordLength = 22
    private static let greatestComment = 0xFFFF
    /// More records behind which other bytes follow are not looked at.
    static let greatestSearch = 16

    init(of source: some SeekableBytes) throws(ArchiveFailure) {
        let count = min(source.byteCount, Self.recordLength + Self.greatestComment)
        let bytes = try source.bytes(count, at: source.byteCount - count)
        self.bytes = bytes
        guard count >= Self.recordLength else {
            starts = []
            return
        }
        starts = (0...count - Self.recordLength).reversed().filter { start in
            bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 0x05
                && bytes[start + 3] == 0x06 && Self.end(of: start, in: bytes) <= count
        }
    }

    /// The last record whose comment ends where the bytes do.
    var last: Int? { starts.first { end(ofRecord: $0) == bytes.count } }

    /// Records behind which other bytes follow, the last first.
    var early: [Int] { starts.filter { end(ofRecord: $0) < bytes.count } }

    /// Where the comment of a record ends.
    func end(ofRecord start: Int) -> Int { Self.end(of: start, in: bytes) }

    private static func end(of start: Int, in bytes: [UInt8]) -> Int {
        start + recordLength + (Int(bytes[start + 20]) | Int(bytes[start + 21]) << 8)
    }
}
