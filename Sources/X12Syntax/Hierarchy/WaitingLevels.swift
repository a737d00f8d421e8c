import Diagnostics

/// The levels of a set whose HL04 announces others inside, as long as none came: a pointer may go back
/// over other levels, so only at the end of the set is it known that none comes.
///
/// Mostly the one that is open, or none. As many are kept as can still be named.
struct WaitingLevels: Sendable {
    /// In the order of the input.
    private var levels: [Waiting] = []
    /// Those before it are forgotten.
    private var first = 0

    struct Waiting: Sendable {
        fileprivate let serial: Int
        fileprivate let kind: Int
        fileprivate let number: UInt64
        /// Of its HL, from 1; the column in bytes.
        let line: Int
        let column: Int
    }

    var all: ArraySlice<Waiting> { levels[first...] }

    /// - Parameter lines: where lines stand at its first byte.
    mutating func add(_ level: HierarchicalLevel, _ lines: LineStart) {
        levels.append(
            Waiting(
                serial: level.serial, kind: level.kind, number: level.number, line: lines.number,
                column: level.range.start - lines.offset + 1))
    }

    /// One inside it came.
    mutating func remove(_ level: HierarchicalLevel) {
        guard let oldest = all.first, oldest.serial <= level.serial,
            let index = all.lastIndex(where: { $0.serial == level.serial })
        else { return }
        levels.remove(at: index)
    }

    /// Forgets the oldest where there are more than can be named; whether there was one.
    mutating func forgetSurplus() -> Bool {
        guard all.count > LevelRing.capacity else { return false }
        first += 1
        if first > LevelRing.capacity {
            levels.removeFirst(first)
            first = 0
        }
        return true
    }

    /// Whether another of the same kind has the same number.
    func hasOther(than level: HierarchicalLevel) -> Bool {
        all.contains {
            $0.number == level.number && $0.kind == level.kind && $0.serial != level.serial
        }
    }
}
