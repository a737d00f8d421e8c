/// Where an input's bytes come from: a file, a pipe, a request's body, memory.
package protocol ByteSource: ~Copyable {
    associatedtype Failure: Error
    /// Fills the start of `buffer`; the number of bytes, 0 only at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int
}

/// Bytes in memory, given in pieces of any size.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let pieceSize: Int

    package init(_ bytes: [UInt8], pieceSize: Int = Int.max) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Never) -> Int {
        let count = min(buffer.count, pieceSize, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
