/// What is kept of a row in a table of millions.
protocol IndexEntry: BitwiseCopyable, Sendable {
    /// 32 bits of the key, never 0: an entry of zeros is a free place.
    var part: UInt32 { get }
}

/// Entries by keys, in a table that is from half to three quarters full.
///
/// It is parted, and grows a part at a time, so that growing never doubles the whole. A copy shares
/// its memory: `copied` makes one that does not.
struct IndexTable<Entry: IndexEntry>: Sendable {
    private let memory: IndexMemory<Entry>
    /// As many entries of one key are looked at and kept, no more.
    private static var limit: Int { 64 }

    init() { memory = IndexMemory() }

    private init(_ memory: IndexMemory<Entry>) { self.memory = memory }

    /// The same entries in memory of their own.
    func copied() -> Self { Self(memory.copied()) }

    /// The part of a key by which entries are found.
    @inline(__always)
    static func part(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) | 1 }

    /// Bytes that it holds, used or not.
    var byteCount: Int { memory.byteCount }

    /// Reads where a key will be looked for, so that the memory is there when it is.
    @inline(__always)
    func touch(_ key: UInt64) -> UInt32 {
        let shard = memory.shard(key)
        guard shard.pointee.size > 0 else { return 0 }
        return shard.pointee.base[shard.pointee.home(Self.part(key))].part
    }

    /// Looks at the entries that may be of a key until `body` says that it has seen enough.
    ///
    /// - Returns: the place where one more of the key belongs; `nil` where there is no room: a file
    ///   may have one key in every row, and each would be looked for behind all others.
    @inline(__always)
    func look(_ key: UInt64, _ body: (Entry) -> Bool) -> Int? {
        let shard = memory.shard(key)
        let (entries, size) = (shard.pointee.base, shard.pointee.size)
        guard size > 0 else { return 0 }
        let part = Self.part(key)
        var place = shard.pointee.home(part)
        var seen = 0
        while entries[place].part != 0 {
            if entries[place].part == part {
                seen &+= 1
                if body(entries[place]) || seen == Self.limit { return nil }
            }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        return place
    }

    /// Lets `body` change the first entry of a key that it wants; whether there was one.
    func change(_ key: UInt64, _ body: (inout Entry) -> Bool) -> Bool {
        let shard = memory.shard(key)
        let (entries, size) = (shard.pointee.base, shard.pointee.size)
        guard size > 0 else { return false }
        let part = Self.part(key)
        var place = shard.pointee.home(part)
        while entries[place].part != 0 {
            if entries[place].part == part, body(&entries[place]) { return true }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        return false
    }

    /// Adds an entry, whose part is that of the key.
    ///
    /// - Parameter place: where `look` found that it belongs; -1 where nobody looked.
    @inline(__always)
    func insert(_ key: UInt64, _ entry: Entry, at place: Int = -1) {
        let shard = memory.shard(key)
        shard.pointee.count &+= 1
        if shard.pointee.count &* 4 > shard.pointee.size &* 3 {
            shard.pointee.grow()
            shard.pointee.place(entry)
        } else if place < 0 {
            shard.pointee.place(entry)
        } else {
            shard.pointee.base[place] = entry
        }
    }
}

/// The memory of a table. One thread uses it at a time.
private final class IndexMemory<Entry: IndexEntry>: @unchecked Sendable {
    private let shards: UnsafeMutablePointer<Shard>
    private static var shardCount: Int { 64 }

    init() {
        shards = .allocate(capacity: Self.shardCount)
        for index in 0..<Self.shardCount { (shards + index).initialize(to: Shard(size: 0)) }
    }

    deinit {
        for index in 0..<Self.shardCount { shards[index].base.deallocate() }
        shards.deallocate()
    }

    var byteCount: Int {
        (0..<Self.shardCount).reduce(0) { $0 + shards[$1].size } * MemoryLayout<Entry>.stride
    }

    @inline(__always)
    func shard(_ key: UInt64) -> UnsafeMutablePointer<Shard> {
        shards + Int(truncatingIfNeeded: key &>> 58)
    }

    func copied() -> IndexMemory {
        let copy = IndexMemory()
        for index in 0..<Self.shardCount {
            copy.shards[index].base.deallocate()
            copy.shards[index] = Shard(size: shards[index].size)
            copy.shards[index].count = shards[index].count
            copy.shards[index].base.update(from: shards[index].base, count: shards[index].size)
        }
        return copy
    }

    /// Entries whose keys begin alike, in the order of their parts but where places were taken.
    struct Shard {
        private(set) var base: UnsafeMutablePointer<Entry>
        private(set) var size: Int
        var count = 0

        /// All places are free.
        init(size: Int) {
            self.size = size
            let byteCount = max(1, size) * MemoryLayout<Entry>.stride
            let raw = UnsafeMutableRawPointer.allocate(
                byteCount: byteCount, alignment: MemoryLayout<Entry>.alignment)
            raw.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
            base = raw.assumingMemoryBound(to: Entry.self)
        }

        @inline(__always)
        func home(_ part: UInt32) -> Int {
            // Shifts bind more tightly than products.
            Int(truncatingIfNeeded: (UInt64(part) &* UInt64(truncatingIfNeeded: size)) &>> 32)
        }

        @inline(__always)
        func place(_ entry: Entry) {
            var place = home(entry.part)
            while base[place].part != 0 { place = place &+ 1 == size ? 0 : place &+ 1 }
            base[place] = entry
        }

        @inline(never)
        mutating func grow() {
            var grown = Shard(size: max(16, size + size / 2))
            grown.count = count
            for index in 0..<size where base[index].part != 0 { grown.place(base[index]) }
            base.deallocate()
            self = grown
        }
    }
}
