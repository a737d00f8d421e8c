import X12Structure

/// The loops of a column's guides, as its mappings name them.
@usableFromInline
package protocol MappedLoop: Sendable, Equatable {
    /// Of an id as printed, `2010AA`.
    init?(rawValue: String)
    var rawValue: String { get }
    /// Around all loops: the header and trailer of the transaction set.
    static var transaction: Self { get }
}

/// The loops of a guide, by their index in it.
final class LoopTable<Loop: MappedLoop>: @unchecked Sendable {
    let loops: UnsafeMutablePointer<Loop>

    init(_ guide: CompiledGuide) {
        let all = guide.guide.loops
        loops = .allocate(capacity: max(all.count, 1))
        for (index, loop) in all.enumerated() {
            (loops + index).initialize(to: Loop(rawValue: loop.id) ?? .transaction)
        }
    }

    deinit { loops.deallocate() }
}
