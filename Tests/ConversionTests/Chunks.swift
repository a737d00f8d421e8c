extension [UInt8] {
    /// In pieces of this many bytes.
    func chunks(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count, by: Swift.max(1, Swift.min(size, count))).map {
            self[$0..<Swift.min(count, $0 + Swift.min(size, count))]
        }
    }
}

/// Chunks, and how many of them were asked for.
final class CountedChunks: Sequence, IteratorProtocol, AsyncSequence, AsyncIteratorProtocol {
    private var rest: ArraySlice<ArraySlice<UInt8>>
    private(set) var count = 0
    /// Thrown where the chunks end, if anything.
    private let failure: (any Error)?

    init(_ bytes: [UInt8], of size: Int, failure: (any Error)? = nil) {
        rest = bytes.chunks(of: size)[...]
        self.failure = failure
    }

    func next() -> ArraySlice<UInt8>? { take() }

    private func take() -> ArraySlice<UInt8>? {
        guard let chunk = rest.popFirst() else { return nil }
        count += 1
        return chunk
    }

    func makeAsyncIterator() -> CountedChunks { self }

    func next(isolation actor: isolated (any Actor)?) async throws -> ArraySlice<UInt8>? {
        if let chunk = take() { return chunk }
        if let failure { throw failure }
        return nil
    }

    func next() async throws -> ArraySlice<UInt8>? { try await next(isolation: nil) }
}
