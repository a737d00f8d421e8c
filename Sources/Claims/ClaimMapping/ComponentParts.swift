import CareModel
import X12Mapping
import X12Syntax

extension ComponentWalk {
    /// The next component; empty after the last.
    @inline(__always)
    mutating func part() -> Range<Int> { next() ?? 0..<0 }

    /// Passes over components that no guide uses.
    @inline(__always)
    mutating func skip(_ count: Int) {
        for _ in 0..<count { _ = next() }
    }
}

extension ElementReader {
    /// Up to eight bytes of the block as a number to compare with `Key`s; 0 where there are none.
    @inline(__always)
    func key(_ range: Range<Int>) -> Key {
        Key(rawValue: Text.key(bytes + range.lowerBound, range.count))
    }
}
