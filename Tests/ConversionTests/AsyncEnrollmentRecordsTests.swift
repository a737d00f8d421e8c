import Conversion
import Testing

/// Enrollments and lines of a body that arrives in chunks.
struct AsyncEnrollmentRecordsTests {
    private struct Lost: Error {}

    @Test(arguments: [1, 100, Int.max])
    func theSameComesAsWithoutWaiting(chunkSize: Int) async throws {
        for (name, bytes) in SampleFiles.all {
            let file = EnrollmentRecords(bytes, name: name)
            let whole = Array(file)
            let arriving = AsyncEnrollmentRecords(
                CountedChunks(bytes, of: chunkSize), name: name)
            var records: [EnrollmentRecord] = []
            for try await record in arriving { records.append(record) }
            #expect(records.map(\.enrollment) == whole.map(\.enrollment), "\(name)")
            #expect(records.map(\.source) == whole.map(\.source), "\(name)")
            #expect(records.map(\.findings) == whole.map(\.findings), "\(name)")
            #expect(arriving.findings == file.findings, "\(name)")
            #expect(arriving.unreadable == file.unreadable, "\(name)")
            #expect(arriving.report.json == file.report.json, "\(name)")
        }
    }

    @Test(arguments: [1, 100, Int.max])
    func theSameLinesComeAsWithoutWaiting(chunkSize: Int) async throws {
        for (name, bytes) in SampleFiles.all {
            let whole = Lines(EnrollmentLines(bytes, name: name))
            var lines = Lines()
            let arriving = AsyncEnrollmentLines(CountedChunks(bytes, of: chunkSize), name: name)
            for try await block in arriving { lines.add(block) }
            #expect(lines == whole, "\(name)")
        }
    }

    /// A chunk waits where it is until the records before it have been taken.
    @Test func nothingIsReadAhead() async throws {
        let members = (1...20_000).map(EnrollmentText.member)
        let chunks = CountedChunks(Array(EnrollmentText.file(members).utf8), of: 1000)
        let file = AsyncEnrollmentRecords(chunks, name: "a.834")
        _ = try await file.next()
        #expect((1...300).contains(chunks.count))
        let lines = AsyncEnrollmentLines(chunks, name: "a.834")
        let before = chunks.count
        _ = try? await lines.next()
        #expect(chunks.count - before <= 300)
    }

    @MainActor @Test func itStaysWithTheActorThatAsks() async throws {
        let chunks = CountedChunks(Array(EnrollmentText.plain.utf8), of: 10)
        var count = 0
        for try await record in AsyncEnrollmentRecords(chunks, name: "a") where record.isAccepted {
            MainActor.assertIsolated()
            count += 1
        }
        #expect(count == 2)
    }

    /// An actor keeps a reading from one call to the next, as a service does.
    @Test func anActorMayHoldIt() async throws {
        let holder = Holder(Arriving([Array(EnrollmentText.plain.utf8)]))
        #expect(try await holder.next() == 1)
        #expect(try await holder.next() == 2)
        #expect(try await holder.next() == nil)
    }

    private actor Holder {
        private let file: AsyncEnrollmentRecords<Arriving>

        init(_ body: Arriving) { file = AsyncEnrollmentRecords(body, name: "a.834") }

        /// The ordinal of the next record.
        func next() async throws -> Int? { try await file.next()?.source.record }
    }

    @Test func whatTheBodyThrowsIsThrown() async throws {
        let bytes = Array(EnrollmentText.plain.utf8)
        let file = AsyncEnrollmentRecords(
            CountedChunks(bytes, of: 100, failure: Lost()), name: "a.834")
        await #expect(throws: Lost.self) { try await file.next() }
        #expect(try await file.next() == nil)
        #expect(!file.report.isComplete && !file.report.isClean)
    }

    @Test func whatIsNoX12IsThrown() async {
        let chunks = [Array("%PDF-1.7".utf8)]
        let file = AsyncEnrollmentRecords(Arriving(chunks), name: "a.834")
        let failure = await #expect(throws: ConversionFailure.self) { try await file.next() }
        #expect(failure?.exitStatus == 65)
        #expect(file.report.failure?.exitStatus == 65)
    }

    /// The end of a body whose task was cancelled is no end of the file.
    @Test(arguments: [false, true])
    func aCancelledTaskReadsNoFurther(endsWithTask: Bool) async {
        let reading = Task {
            let body = Cancelling(endsWithTask: endsWithTask)
            let file = AsyncEnrollmentRecords(body, name: "a.834")
            do {
                while try await file.next() != nil {}
                return "ended"
            } catch {
                return error is CancellationError && !file.report.isClean ? "cancelled" : "failed"
            }
        }
        #expect(await reading.value == "cancelled")
    }
}

/// A body during which its task is cancelled; then it ends, as some do, or goes on.
private struct Cancelling: AsyncSequence, AsyncIteratorProtocol {
    let endsWithTask: Bool
    private var isBegun = false

    init(endsWithTask: Bool) { self.endsWithTask = endsWithTask }

    func makeAsyncIterator() -> Cancelling { self }

    mutating func next() async -> [UInt8]? {
        guard isBegun else {
            isBegun = true
            return Array(EnrollmentText.plain.utf8)
        }
        withUnsafeCurrentTask { $0?.cancel() }
        return endsWithTask ? nil : Array(" ".utf8)
    }
}

/// Chunks of a body.
struct Arriving: AsyncSequence, Sendable {
    private let chunks: [[UInt8]]

    init(_ chunks: [[UInt8]]) { self.chunks = chunks }

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>

        mutating func next() async -> [UInt8]? { rest.popFirst() }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: chunks[...]) }
}
