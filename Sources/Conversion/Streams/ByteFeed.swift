import X12Syntax

/// Where a reading takes its bytes from, whatever that is.
struct ByteFeed {
    /// Fills the start of a buffer; the number of bytes, 0 only at the end.
    let read: (UnsafeMutableRawBufferPointer) -> Int
    /// Why the bytes ended before their end, if they did.
    let failure: () -> ConversionFailure?

    /// Opens the one file of an input, and says what it is called.
    static func open(
        _ input: String, as kind: InputKind = .x12
    ) throws(ConversionFailure) -> (name: String, feed: ByteFeed) {
        var opened = try InputQueue.openOne(input, as: kind)
        let name = opened.name
        guard let source = opened.source.take() else { throw .emptyFolder }
        return (name, ByteFeed(source))
    }

    init(_ source: consuming InputSource) {
        let end = source.end
        let owner = SourceOwner(source)
        read = { owner.source.read(into: $0) }
        failure = { end.failure }
    }

    /// Chunks of bytes, cut anywhere.
    init<Chunks: Sequence>(_ chunks: Chunks)
    where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
        var chunks = chunks.makeIterator()
        var rest = ChunkRest()
        read = { buffer in
            while rest.isEmpty {
                guard let chunk = chunks.next() else { return 0 }
                rest = ChunkRest(chunk)
            }
            return rest.read(into: buffer)
        }
        failure = { nil }
    }
}

/// Owns a source, which cannot be copied into a closure.
private final class SourceOwner {
    var source: InputSource

    init(_ source: consuming InputSource) { self.source = source }
}

/// What is left of a chunk.
struct ChunkRest {
    private var bytes: [UInt8] = []
    private var position = 0

    init() {}

    init(_ chunk: some Sequence<UInt8>) { bytes = Array(chunk) }

    var isEmpty: Bool { position == bytes.count }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// Chunks as they arrive. Each is asked for when the one before has been used, so that whoever
/// sends them is slowed to the speed of whoever reads.
struct AsyncChunks<Body: AsyncSequence>
where Body.Element: Sequence, Body.Element.Element == UInt8 {
    private var body: Body.AsyncIterator
    private var rest = ChunkRest()

    init(_ body: Body) { self.body = body.makeAsyncIterator() }

    /// Waits until there are bytes to read; `false` at the end.
    mutating func next(isolation: isolated (any Actor)?) async throws -> Bool {
        while rest.isEmpty {
            try Task.checkCancellation()
            guard let chunk = try await body.next(isolation: isolation) else {
                // Some bodies end where their task is cancelled, which is no end of the file.
                try Task.checkCancellation()
                return false
            }
            rest = ChunkRest(chunk)
        }
        return true
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        rest.read(into: buffer)
    }
}
