import Hummingbird
import NIOCore

/// The body of a request as far as it may go; its chunks are views, so that no byte is copied.
struct LimitedBody: AsyncSequence, Sendable {
    private let body: RequestBody
    private let limit: Int

    init(_ body: RequestBody, limit: Int) {
        self.body = body
        self.limit = limit
    }

    /// Thrown where a body is longer than it may be.
    struct Exceeded: Error {
        let limit: Int

        var message: String { "an upload has at most \(limit) bytes" }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var chunks: RequestBody.AsyncIterator
        fileprivate let limit: Int
        private var count = 0

        fileprivate init(_ chunks: RequestBody.AsyncIterator, limit: Int) {
            self.chunks = chunks
            self.limit = limit
        }

        mutating func next() async throws -> ByteBufferView? {
            guard let chunk = try await chunks.next() else { return nil }
            count += chunk.readableBytes
            guard count <= limit else { throw Exceeded(limit: limit) }
            return chunk.readableBytesView
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body.makeAsyncIterator(), limit: limit)
    }
}
