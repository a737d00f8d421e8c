import Diagnostics

/// More bytes must arrive before the reading can go on.
struct NeedsBytes: Error {}

/// Bytes as they arrive, kept until they are read.
final class ArrivingBytes {
    private var bytes: [UInt8] = []
    private var position = 0
    /// Whether no more bytes come.
    private(set) var isAtEnd = false

    /// How many are there to be read.
    var count: Int { bytes.count - position }

    func append(_ more: UnsafeRawBufferPointer) {
        if position > 0 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes.append(contentsOf: more)
    }

    func end() { isAtEnd = true }

    /// Hands over what is there to be read.
    func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[position...])) }
    }

    /// Fills the start of a buffer; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(NeedsBytes) -> Int {
        if count == 0, !isAtEnd { throw NeedsBytes() }
        let read = min(buffer.count, count)
        buffer.copyBytes(from: bytes[position..<position + read])
        position += read
        return read
    }
}

/// A source that gives what has arrived.
struct ArrivingSource: ByteSource {
    let bytes: ArrivingBytes

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(NeedsBytes) -> Int {
        try bytes.read(into: buffer)
    }
}
