/// Where each of many keys came first, in 10 bytes a place of a table that is half to three quarters
/// full: a file may have millions of them.
///
/// Kept are 40 bits of a key, and six more by where: of two keys that differ, one in many thousand
/// million is taken for the other. Offsets beyond 1 TB are kept as 1 TB.
package struct FirstPlaces: Sendable {
    /// Places of one part of the keys; 0 is none.
    private struct Shard: Sendable {
        /// The low bits of keys, beside the offsets.
        var low: [UInt16] = []
        /// 24 bits of a key and 40 of an offset, which is kept with one added.
        var high: [UInt64] = []
        var count = 0
    }
    /// Grown one at a time, so that growing never doubles the whole.
    private var shards = [Shard](repeating: Shard(), count: 64)
    /// Keeps the reading in `prepare` from being left out.
    private var touched: UInt64 = 0
    private static let offsetMask: UInt64 = 0xFF_FFFF_FFFF

    package init() {}

    /// Reads where a key will be looked for: the memory is fetched while nothing waits for it.
    package mutating func prepare(_ key: UInt64) {
        let shard = Int(key >> 58)
        let size = shards[shard].high.count
        if size > 0 { touched ^= shards[shard].high[FirstPlaces.slot(key, size)] }
    }

    /// The offset with which the key came first; `nil` where that is now.
    package mutating func add(_ key: UInt64, at offset: Int) -> Int? {
        let shard = Int(key >> 58)
        if (shards[shard].count + 1) * 4 > shards[shard].high.count * 3 { grow(shard) }
        let size = shards[shard].high.count
        let low = UInt16(truncatingIfNeeded: key)
        let mark = (key >> 16) << 40
        var slot = FirstPlaces.slot(key, size)
        while shards[shard].high[slot] != 0 {
            let entry = shards[shard].high[slot]
            if entry & ~FirstPlaces.offsetMask == mark, shards[shard].low[slot] == low {
                return Int(entry & FirstPlaces.offsetMask) - 1
            }
            slot = slot + 1 == size ? 0 : slot + 1
        }
        shards[shard].low[slot] = low
        shards[shard].high[slot] = mark | min(UInt64(offset) + 1, FirstPlaces.offsetMask)
        shards[shard].count += 1
        return nil
    }

    /// By the 32 bits of the key that are kept, so that a place can be found again when growing.
    @inline(__always)
    private static func slot(_ key: UInt64, _ size: Int) -> Int {
        let mixed = UInt32(truncatingIfNeeded: key) &* 0x9E37_79B1
        return Int((UInt64(mixed) &* UInt64(size)) >> 32)
    }

    private mutating func grow(_ shard: Int) {
        let old = shards[shard]
        shards[shard] = Shard()
        let size = max(32, old.high.count + old.high.count / 2)
        var low = [UInt16](repeating: 0, count: size)
        var high = [UInt64](repeating: 0, count: size)
        for index in old.high.indices where old.high[index] != 0 {
            let kept = (old.high[index] >> 40) << 16 | UInt64(old.low[index])
            var slot = FirstPlaces.slot(kept, size)
            while high[slot] != 0 { slot = slot + 1 == size ? 0 : slot + 1 }
            high[slot] = old.high[index]
            low[slot] = old.low[index]
        }
        shards[shard].low = low
        shards[shard].high = high
        shards[shard].count = old.count
    }
}
