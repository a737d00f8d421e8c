import Synchronization

/// The memory of matchers that are no more: the next matcher of the guide takes it, and knows the
/// ways that they have worked out. Where many short files are read, that is most of the work.
final class MatcherShelf: Sendable {
    private let kept = Mutex<[MatcherMemory]>([])

    /// As many are kept.
    private static let limit = 8
    /// Memory of records that are longer than this many segments is not kept.
    private static let longest = 4096

    /// The memory of one that is no more; `nil` where there is none.
    func take() -> MatcherMemory? { kept.withLock { $0.popLast() } }

    fileprivate func put(_ memory: MatcherMemory) {
        guard memory.matchedCapacity <= Self.longest else { return }
        kept.withLock { if $0.count < Self.limit { $0.append(memory) } }
    }
}

/// Has memory of a shelf while a matcher and its copies last.
final class MatcherLease: Sendable {
    let memory: MatcherMemory
    private let shelf: MatcherShelf

    init(_ memory: MatcherMemory, of shelf: MatcherShelf) {
        self.memory = memory
        self.shelf = shelf
    }

    deinit { shelf.put(memory) }
}
