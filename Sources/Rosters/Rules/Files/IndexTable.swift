/// What is kept of a row in a table of millions.
protocol IndexEntry: Sendable {
    /// 32 bits of the key, never 0: 0 is a free place.
    var part: UInt32 { get }
    static var free: Self { get }
}

/// Entries by keys, in a table that is from three fifths to three quarters full.
///
/// It is parted, and grows a part at a time, so that growing never doubles the whole.
struct IndexTable<Entry: IndexEntry>: Sendable {
    private var shards = [[Entry]](repeating: [], count: 64)
    private var counts = [Int](repeating: 0, count: 64)
    /// As many entries of one key are looked at and kept, no more.
    private static var limit: Int { 64 }

    /// The part of a key by which entries are found.
    @inline(__always)
    static func part(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) | 1 }

    /// Bytes that it holds, used or not.
    var byteCount: Int {
        shards.reduce(0) { $0 + $1.capacity * MemoryLayout<Entry>.stride }
    }

    /// Reads where a key will be looked for, so that the memory is there when it is.
    @inline(__always)
    func touch(_ key: UInt64) -> UInt32 {
        let shard = Int(truncatingIfNeeded: key &>> 58)
        let size = shards[shard].count
        return size > 0 ? shards[shard][Self.home(Self.part(key), size)].part : 0
    }

    /// Looks at the entries that may be of a key until `body` says that it has seen enough.
    ///
    /// - Returns: the place where one more of the key belongs; `nil` where there is no room: a file
    ///   may have one key in every row, and each would be looked for behind all others.
    @inline(__always)
    func look(_ key: UInt64, _ body: (Entry) -> Bool) -> Int? {
        let shard = Int(truncatingIfNeeded: key &>> 58)
        let size = shards[shard].count
        guard size > 0 else { return 0 }
        let part = Self.part(key)
        return shards[shard].withUnsafeBufferPointer { entries in
            var place = Self.home(part, size)
            var seen = 0
            while entries[place].part != 0 {
                if entries[place].part == part {
                    seen += 1
                    if body(entries[place]) { return nil }
                    if seen == Self.limit { return nil }
                }
                place = place + 1 == size ? 0 : place + 1
            }
            return place
        }
    }

    /// Lets `body` change the first entry of a key that it wants; whether there was one.
    mutating func change(_ key: UInt64, _ body: (inout Entry) -> Bool) -> Bool {
        let shard = Int(truncatingIfNeeded: key &>> 58)
        let size = shards[shard].count
        guard size > 0 else { return false }
        let part = Self.part(key)
        var place = Self.home(part, size)
        while shards[shard][place].part != 0 {
            if shards[shard][place].part == part, body(&shards[shard][place]) { return true }
            place = place + 1 == size ? 0 : place + 1
        }
        return false
    }

    /// Adds an entry, whose part is that of the key.
    ///
    /// - Parameter place: where `look` found that it belongs; -1 where nobody looked.
    @inline(__always)
    mutating func insert(_ key: UInt64, _ entry: Entry, at place: Int = -1) {
        let shard = Int(truncatingIfNeeded: key &>> 58)
        counts[shard] += 1
        if counts[shard] * 4 > shards[shard].count * 3 {
            grow(shard)
            Self.place(entry, in: &shards[shard])
        } else if place < 0 {
            Self.place(entry, in: &shards[shard])
        } else {
            shards[shard][place] = entry
        }
    }

    @inline(__always)
    private static func home(_ part: UInt32, _ size: Int) -> Int {
        // Shifts bind more tightly than products.
        Int(truncatingIfNeeded: (UInt64(part) &* UInt64(truncatingIfNeeded: size)) &>> 32)
    }

    @inline(__always)
    private static func place(_ entry: Entry, in shard: inout [Entry]) {
        let size = shard.count
        var place = home(entry.part, size)
        while shard[place].part != 0 { place = place + 1 == size ? 0 : place + 1 }
        shard[place] = entry
    }

    private mutating func grow(_ shard: Int) {
        let old = shards[shard]
        shards[shard] = []
        var grown = [Entry](repeating: .free, count: max(16, old.count + old.count / 4))
        for entry in old where entry.part != 0 { Self.place(entry, in: &grown) }
        shards[shard] = grown
    }
}
