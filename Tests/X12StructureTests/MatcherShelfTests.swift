import Foundation
import Synchronization
import Testing

@testable import X12Structure

/// The memory of matchers that are no more serves those that come after.
struct MatcherShelfTests {
    private static func memory(segments: Int = 1) -> MatcherMemory {
        let memory = MatcherMemory(counts: 1, states: 1, segments: 1, ids: 1)
        memory.reserve(segments)
        return memory
    }

    @Test func anEmptyShelfHasNothing() { #expect(MatcherShelf().take() == nil) }

    @Test func whatIsGivenBackIsTakenOnce() {
        let shelf = MatcherShelf()
        let memory = Self.memory()
        var lease: MatcherLease? = MatcherLease(memory, of: shelf)
        let copy = lease
        lease = nil
        #expect(shelf.take() == nil, "a copy has it")
        withExtendedLifetime(copy) {}
        _ = consume copy
        #expect(shelf.take() === memory)
        #expect(shelf.take() == nil)
    }

    /// So many leases that end, and how many memories are kept of them.
    @Test(arguments: [(0, 0), (1, 1), (8, 8), (9, 8), (40, 8)])
    func fewAreKept(_ count: Int, _ kept: Int) {
        let shelf = MatcherShelf()
        var leases = (0..<count).map { _ in MatcherLease(Self.memory(), of: shelf) }
        leases.removeAll()
        #expect((0..<50).count { _ in shelf.take() != nil } == kept)
    }

    /// Segments of a record, and whether memory for so many is kept.
    @Test(arguments: [(1, true), (4096, true), (4097, false), (100_000, false)])
    func longRecordsLeaveNothing(_ segments: Int, _ isKept: Bool) {
        let shelf = MatcherShelf()
        var lease: MatcherLease? = MatcherLease(Self.memory(segments: segments), of: shelf)
        lease = nil
        _ = lease
        #expect((shelf.take() != nil) == isKept)
    }

    /// Whoever takes from many threads, no two have the same at a time.
    @Test func noTwoHaveTheSame() {
        let shelf = MatcherShelf()
        let held = Mutex<Set<ObjectIdentifier>>([])
        let clashes = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 2000) { _ in
            let lease = MatcherLease(shelf.take() ?? Self.memory(), of: shelf)
            let id = ObjectIdentifier(lease.memory)
            if !held.withLock({ $0.insert(id).inserted }) { clashes.withLock { $0 += 1 } }
            held.withLock { _ = $0.remove(id) }
        }
        #expect(clashes.withLock { $0 } == 0)
    }
}
