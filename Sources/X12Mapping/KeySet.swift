/// A set of keys in about seven bytes each: a rule across records may have millions to remember.
///
/// Kept is half of each key, and six bits more by where: of two keys that differ, one in many
/// thousand million is taken for the other.
package struct KeySet: Sendable {
    /// Grown one at a time, so that growing never doubles the whole.
    private var shards = [[UInt32]](repeating: [], count: 64)
    private var counts = [Int](repeating: 0, count: 64)
    private var isEmpty = true

    package init() {}

    /// Forgets all keys, and keeps the memory for the next ones.
    package mutating func removeAll() {
        guard !isEmpty else { return }
        isEmpty = true
        for shard in shards.indices where counts[shard] > 0 {
            counts[shard] = 0
            for slot in shards[shard].indices { shards[shard][slot] = 0 }
        }
    }

    package func contains(_ key: UInt64) -> Bool {
        let shard = Int(key >> 58)
        guard counts[shard] > 0 else { return false }
        let part = KeySet.part(key)
        let mask = shards[shard].count - 1
        var slot = Int(part >> 1) & mask
        while shards[shard][slot] != 0 {
            if shards[shard][slot] == part { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    package mutating func insert(_ key: UInt64) {
        let shard = Int(key >> 58)
        if (counts[shard] + 1) * 4 > shards[shard].count * 3 { grow(shard) }
        isEmpty = false
        if KeySet.add(KeySet.part(key), to: &shards[shard]) { counts[shard] += 1 }
    }

    /// What is kept of a key; its lowest bit is set, as 0 is no key.
    private static func part(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 8) | 1 }

    /// `false` where it is there already.
    private static func add(_ part: UInt32, to shard: inout [UInt32]) -> Bool {
        let mask = shard.count - 1
        var slot = Int(part >> 1) & mask
        while shard[slot] != 0 {
            if shard[slot] == part { return false }
            slot = (slot + 1) & mask
        }
        shard[slot] = part
        return true
    }

    private mutating func grow(_ shard: Int) {
        let old = shards[shard]
        shards[shard] = []
        var grown = [UInt32](repeating: 0, count: max(64, old.count * 2))
        for part in old where part != 0 { _ = KeySet.add(part, to: &grown) }
        shards[shard] = grown
    }
}
