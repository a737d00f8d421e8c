import Conversion
import Testing

/// Referrals of a body that arrives in chunks.
struct AsyncReferralRecordsTests {
    private struct Lost: Error {}

    @Test(arguments: [1, 100, Int.max])
    func theSameComesAsWithoutWaiting(chunkSize: Int) async throws {
        for (name, bytes) in SampleFiles.referrals + SampleFiles.findsOfReferrals {
            let file = ReferralRecords(bytes, name: name)
            let whole = Array(file)
            let arriving = AsyncReferralRecords(CountedChunks(bytes, of: chunkSize), name: name)
            var records: [ReferralRecord] = []
            var failure: ConversionFailure?
            do {
                for try await record in arriving { records.append(record) }
            } catch let refusal as ConversionFailure {
                failure = refusal
            }
            #expect(failure?.message == file.report.failure?.message, "\(name)")
            #expect(records.map(\.referral) == whole.map(\.referral), "\(name)")
            #expect(records.map(\.source) == whole.map(\.source), "\(name)")
            #expect(records.map(\.findings) == whole.map(\.findings), "\(name)")
            #expect(arriving.findings == file.findings, "\(name)")
            #expect(arriving.unreadable == file.unreadable, "\(name)")
            #expect(arriving.report.json == file.report.json, "\(name)")
            #expect(arriving.report.isComplete == (failure == nil), "\(name)")
        }
    }

    /// A chunk waits where it is until the referrals before it have been taken.
    @Test func nothingIsReadAhead() async throws {
        let text = ReferralText.file((1...2000).map { ReferralText.referral($0) })
        let chunks = CountedChunks(Array(text.utf8), of: 500)
        let file = AsyncReferralRecords(chunks, name: "a.xml")
        _ = try await file.next()
        #expect((1...10).contains(chunks.count))
    }

    @Test func whatIsNoReferralIsThrown() async throws {
        let file = AsyncReferralRecords(CountedChunks(Array("<a/>".utf8), of: 1), name: "a")
        let failure = await #expect(throws: ConversionFailure.self) {
            while try await file.next() != nil {}
        }
        #expect(failure?.exitStatus == 65)
        #expect(!file.report.isComplete && file.report.failure != nil)
    }

    @Test func whatTheBodyThrowsComesThrough() async throws {
        let bytes = Array(ReferralText.plain.utf8)
        let body = AsyncThrowingStream<[UInt8], any Error> { continuation in
            continuation.yield(Array(bytes.dropLast(40)))
            continuation.finish(throwing: Lost())
        }
        let file = AsyncReferralRecords(body, name: "a")
        var count = 0
        await #expect(throws: Lost.self) {
            while try await file.next() != nil { count += 1 }
        }
        #expect(count == 2)
        #expect(!file.report.isComplete)
    }

    @MainActor @Test func itStaysWithTheActorThatAsks() async throws {
        let chunks = CountedChunks(Array(ReferralText.plain.utf8), of: 10)
        var count = 0
        for try await record in AsyncReferralRecords(chunks, name: "a") where record.isAccepted {
            MainActor.assertIsolated()
            count += 1
        }
        #expect(count == 3)
    }
}
