/// The content of a gzip file (RFC 1952): one member after another, each with its checksum.
package struct GzipReader<Source: StoredBytes & ~Copyable>: ~Copyable {
    private enum State { case header, content, trailer, end }

    private var inflation: Inflation<Source>
    private var state = State.header

    /// - Throws: `memory`.
    package init(
        _ source: consuming Source, limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveFailure) {
        inflation = try Inflation(source, limits: limits)
    }

    /// Fills the start of `buffer` with expanded bytes; their number, 0 only at the end.
    ///
    /// - Throws: what is wrong, once everything before it has been given out.
    package mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        guard !buffer.isEmpty else { return 0 }
        while true {
            switch state {
            case .header:
                try readHeader()
                state = .content
            case .content:
                let (count, isEnd) = try inflation.read(into: buffer)
                if isEnd { state = .trailer }
                if count > 0 { return count }
            case .trailer: state = try readTrailer() ? .header : .end
            case .end: return 0
            }
        }
    }

    /// Reads what stands before the content of a member, with what its flags announce.
    private mutating func readHeader() throws(ArchiveFailure) {
        var header = HeaderBytes(0x1F, 0x8B)
        guard try inflation.window.next() == 0x1F, try inflation.window.next() == 0x8B else {
            throw .damaged
        }
        let method = try take(&header)
        guard method == 8 else { throw .method(Int(method)) }
        let flags = try take(&header)
        guard flags & 0xE0 == 0 else { throw .damaged }
        for _ in 0..<6 { _ = try take(&header) }  // time, level, system
        if flags & 0x04 != 0 {
            let low = Int(try take(&header))
            let count = low | Int(try take(&header)) << 8
            for _ in 0..<count { _ = try take(&header) }
        }
        if flags & 0x08 != 0 { while try take(&header) != 0 {} }  // name
        if flags & 0x10 != 0 { while try take(&header) != 0 {} }  // comment
        guard flags & 0x02 != 0 else { return }
        let sum = try inflation.window.number(bytes: 2)
        guard sum == header.content.checksum & 0xFFFF else { throw .checksum }
    }

    /// A byte of the header, which the header's checksum counts.
    private mutating func take(_ header: inout HeaderBytes) throws(ArchiveFailure) -> UInt8 {
        let byte = try inflation.window.next()
        header.content.add(byte)
        return byte
    }

    /// Compares a member with its trailer; whether another member follows.
    private mutating func readTrailer() throws(ArchiveFailure) -> Bool {
        guard try inflation.window.number(bytes: 4) == inflation.content.checksum else {
            throw .checksum
        }
        let count = UInt32(truncatingIfNeeded: inflation.content.byteCount)
        guard try inflation.window.number(bytes: 4) == count else { throw .length }
        // Tapes and block devices fill what is left with zeros.
        while let byte = try inflation.window.peek(), byte == 0 { inflation.window.use(1) }
        guard let byte = try inflation.window.peek() else { return false }
        guard byte == 0x1F else { throw .trailing }
        inflation.reset()
        return true
    }

    private struct HeaderBytes {
        var content = ContentCount()

        init(_ bytes: UInt8...) {
            for byte in bytes { content.add(byte) }
        }
    }
}
