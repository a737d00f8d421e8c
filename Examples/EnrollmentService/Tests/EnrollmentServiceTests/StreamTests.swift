import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import EnrollmentService

/// An upload is answered while it arrives, and never held as a whole.
struct StreamTests {
    /// A long file in chunks, and how many of them were asked for.
    private final class Chunks: AsyncSequence, Sendable {
        typealias Element = ByteBuffer

        static let count = 400
        let taken = Mutex(0)
        private let header: String
        private let member: String

        init() throws {
            let sample = URL(filePath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "samples/834/daily-changes.834")
            let text = try String(contentsOf: sample, encoding: .utf8)
            let parts = text.components(separatedBy: "INS*")
            header = parts[0]
            member = String(repeating: "INS*" + parts[1], count: 50)
        }

        struct AsyncIterator: AsyncIteratorProtocol {
            let chunks: Chunks

            mutating func next() async -> ByteBuffer? {
                let index = chunks.taken.withLock { taken in
                    taken += 1
                    return taken
                }
                guard index <= Chunks.count else { return nil }
                return ByteBuffer(string: index == 1 ? chunks.header : chunks.member)
            }
        }

        func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: self) }
    }

    /// Notes how many chunks had been asked for when lines were written.
    private struct Writer: ResponseBodyWriter {
        let chunks: Chunks
        let log: Log

        final class Log: Sendable {
            let takenAtWrites = Mutex<[Int]>([])
            let isFinished = Mutex(false)
        }

        mutating func write(_ buffer: ByteBuffer) async throws {
            let taken = chunks.taken.withLock { $0 }
            log.takenAtWrites.withLock { $0.append(taken) }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
            log.isFinished.withLock { $0 = true }
        }
    }

    private func answer(limit: Int) async throws -> (taken: [Int], isFinished: Bool) {
        let chunks = try Chunks()
        let request = Request(
            head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/enrollments"),
            body: RequestBody(asyncSequence: chunks))
        let response = try await Routes(limit: limit).answer(request, with: .records)
        let log = Writer.Log()
        do {
            try await response.body.write(Writer(chunks: chunks, log: log))
        } catch is LimitedBody.Exceeded {}
        return (log.takenAtWrites.withLock { $0 }, log.isFinished.withLock { $0 })
    }

    @Test func linesAreWrittenBeforeAllHasArrived() async throws {
        let (taken, isFinished) = try await answer(limit: Routes.ordinaryLimit)
        #expect(taken.count > 5)
        #expect(taken[0] < Chunks.count / 4)
        // From one write to the next, no more is asked for than a block holds.
        for (one, next) in zip(taken, taken.dropFirst()) { #expect(next - one < 60) }
        #expect(isFinished)
    }

    /// Where the limit is met after lines were written, the answer breaks off unfinished.
    @Test func anUploadThatGrowsTooLongIsBrokenOff() async throws {
        let (taken, isFinished) = try await answer(limit: 1_500_000)
        #expect(!taken.isEmpty)
        #expect(!isFinished)
    }
}
