/// What is kept of a row in a table of millions.
protocol IndexEntry: BitwiseCopyable, Sendable {}

/// Entries by keys. They lie one after another as they came, and are found by places of eight bytes in a
/// table that is from five sixteenths to five eighths full: who is looked for in vain, as most are, costs
/// little of the memory that is near.
///
/// The table is parted, and grows a part at a time, so that growing never doubles the whole. A copy
/// shares its memory: `copied` makes one that does not.
struct IndexTable<Entry: IndexEntry>: Sendable {
    private let memory: IndexMemory<Entry>
    /// As many entries of one key are looked at and kept, no more.
    private static var limit: Int { 64 }

    init() { memory = IndexMemory() }

    private init(_ memory: IndexMemory<Entry>) { self.memory = memory }

    /// The same entries in memory of their own.
    func copied() -> Self { Self(memory.copied()) }

    /// Bytes that it holds, used or not.
    var byteCount: Int { memory.byteCount }

    /// Reads where a key will be looked for, so that the memory is there when it is.
    @inline(__always)
    func touch(_ key: UInt64) -> UInt32 {
        let shard = memory.shard(key)
        guard shard.pointee.size > 0 else { return 0 }
        return shard.pointee.places[shard.pointee.home(IndexPlace.part(key))].part
    }

    /// Looks at the entries that may be of a key until `body` says that it has seen enough.
    ///
    /// - Returns: the place where one more of the key belongs; `nil` where there is no room: a file
    ///   may have one key in every row, and each would be looked for behind all others.
    @inline(__always)
    func look(_ key: UInt64, _ body: (Entry) -> Bool) -> Int? {
        let shard = memory.shard(key)
        let (places, size) = (shard.pointee.places, shard.pointee.size)
        guard size > 0 else { return 0 }
        let part = IndexPlace.part(key)
        var place = shard.pointee.home(part)
        var seen = 0
        while !places[place].isFree {
            if places[place].part == part {
                seen &+= 1
                if body(memory.entry(places[place]).pointee) || seen == Self.limit { return nil }
            }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        return place
    }

    /// Lets `body` change the first entry of a key that it wants; whether there was one.
    func change(_ key: UInt64, _ body: (inout Entry) -> Bool) -> Bool {
        let shard = memory.shard(key)
        let (places, size) = (shard.pointee.places, shard.pointee.size)
        guard size > 0 else { return false }
        let part = IndexPlace.part(key)
        var place = shard.pointee.home(part)
        while !places[place].isFree {
            if places[place].part == part, body(&memory.entry(places[place]).pointee) {
                return true
            }
            place = place &+ 1 == size ? 0 : place &+ 1
        }
        return false
    }

    /// Adds an entry of a key.
    ///
    /// - Parameter place: where `look` found that it belongs; -1 where nobody looked.
    @inline(__always)
    func insert(_ key: UInt64, _ entry: Entry, at place: Int = -1) {
        let shard = memory.shard(key)
        guard let new = memory.append(entry, IndexPlace.part(key)) else { return }
        shard.pointee.count &+= 1
        if shard.pointee.count &* 8 > shard.pointee.size &* 5 {
            shard.pointee.grow()
            shard.pointee.put(new)
        } else if place < 0 {
            shard.pointee.put(new)
        } else {
            shard.pointee.places[place] = new
        }
    }
}

/// Where an entry is, beside the part of its key by which it is found.
private struct IndexPlace: BitwiseCopyable {
    /// Of the key, never 0; the number of the entry in the lower half.
    private let word: UInt64

    init(_ part: UInt32, _ index: Int) {
        word = UInt64(part) &<< 32 | UInt64(truncatingIfNeeded: index)
    }

    /// The part of a key by which entries are found.
    @inline(__always)
    static func part(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) | 1 }

    @inline(__always) var isFree: Bool { word == 0 }
    @inline(__always) var part: UInt32 { UInt32(truncatingIfNeeded: word &>> 32) }
    @inline(__always) var index: Int { Int(truncatingIfNeeded: word & 0xFFFF_FFFF) }
}

/// The memory of a table. One thread uses it at a time.
private final class IndexMemory<Entry: IndexEntry>: @unchecked Sendable {
    private let shards: UnsafeMutablePointer<Shard>
    private static var shardCount: Int { 64 }
    @exclusivity(unchecked) private var entries: EntryList<Entry>

    init() {
        shards = .allocate(capacity: Self.shardCount)
        for index in 0..<Self.shardCount { (shards + index).initialize(to: Shard(size: 0)) }
        entries = EntryList()
    }

    deinit {
        for index in 0..<Self.shardCount { shards[index].places.deallocate() }
        shards.deallocate()
        entries.deallocate()
    }

    var byteCount: Int {
        (0..<Self.shardCount).reduce(entries.byteCount) {
            $0 + shards[$1].size * MemoryLayout<IndexPlace>.stride
        }
    }

    @inline(__always)
    func shard(_ key: UInt64) -> UnsafeMutablePointer<Shard> {
        shards + Int(truncatingIfNeeded: key &>> 58)
    }

    @inline(__always)
    func entry(_ place: IndexPlace) -> UnsafeMutablePointer<Entry> { entries[place.index] }

    /// Keeps an entry; its place, `nil` where there are more than places can tell apart.
    @inline(__always)
    func append(_ entry: Entry, _ part: UInt32) -> IndexPlace? {
        guard let index = entries.append(entry) else { return nil }
        return IndexPlace(part, index)
    }

    func copied() -> IndexMemory {
        let copy = IndexMemory()
        for index in 0..<Self.shardCount {
            copy.shards[index].places.deallocate()
            copy.shards[index] = Shard(size: shards[index].size)
            copy.shards[index].count = shards[index].count
            copy.shards[index].places.update(
                from: shards[index].places, count: shards[index].size)
        }
        for index in 0..<entries.count { _ = copy.entries.append(entries[index].pointee) }
        return copy
    }

    /// Places of keys that begin alike, in the order of their parts but where others were first.
    struct Shard {
        private(set) var places: UnsafeMutablePointer<IndexPlace>
        private(set) var size: Int
        var count = 0

        /// All places are free.
        init(size: Int) {
            self.size = size
            let byteCount = max(1, size) * MemoryLayout<IndexPlace>.stride
            let raw = UnsafeMutableRawPointer.allocate(
                byteCount: byteCount, alignment: MemoryLayout<IndexPlace>.alignment)
            raw.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
            places = raw.assumingMemoryBound(to: IndexPlace.self)
        }

        @inline(__always)
        func home(_ part: UInt32) -> Int {
            // Shifts bind more tightly than products.
            Int(truncatingIfNeeded: (UInt64(part) &* UInt64(truncatingIfNeeded: size)) &>> 32)
        }

        @inline(__always)
        func put(_ new: IndexPlace) {
            var place = home(new.part)
            while !places[place].isFree { place = place &+ 1 == size ? 0 : place &+ 1 }
            places[place] = new
        }

        @inline(never)
        mutating func grow() {
            var grown = Shard(size: max(16, size * 2))
            grown.count = count
            // From a free place on, so that entries of one key stay in their order.
            let first = (0..<size).first { places[$0].isFree } ?? 0
            for index in first..<size where !places[index].isFree { grown.put(places[index]) }
            for index in 0..<first { grown.put(places[index]) }
            places.deallocate()
            self = grown
        }
    }
}

/// Entries one after another, in pieces that stay where they are.
private struct EntryList<Entry: IndexEntry> {
    private var pieces: UnsafeMutablePointer<UnsafeMutablePointer<Entry>>
    private var pieceCount = 0
    private var pieceCapacity = 16
    private(set) var count = 0

    private static var pieceShift: Int { 14 }
    private static var pieceSize: Int { 1 << pieceShift }
    private static var greatestCount: Int { Int(UInt32.max) }

    init() { pieces = .allocate(capacity: pieceCapacity) }

    func deallocate() {
        for index in 0..<pieceCount { pieces[index].deallocate() }
        pieces.deallocate()
    }

    /// What is used; memory that was never written to costs nothing.
    var byteCount: Int { count * MemoryLayout<Entry>.stride }

    @inline(__always)
    subscript(index: Int) -> UnsafeMutablePointer<Entry> {
        pieces[index &>> Self.pieceShift] + (index & (Self.pieceSize &- 1))
    }

    /// The index of the entry; `nil` where there is no room.
    @inline(__always)
    mutating func append(_ entry: Entry) -> Int? {
        let index = count
        if index == pieceCount &<< Self.pieceShift {
            guard index < Self.greatestCount else { return nil }
            grow()
        }
        self[index].initialize(to: entry)
        count = index &+ 1
        return index
    }

    @inline(never)
    private mutating func grow() {
        if pieceCount == pieceCapacity {
            let grown = UnsafeMutablePointer<UnsafeMutablePointer<Entry>>.allocate(
                capacity: pieceCapacity * 2)
            grown.moveInitialize(from: pieces, count: pieceCount)
            pieces.deallocate()
            pieces = grown
            pieceCapacity *= 2
        }
        (pieces + pieceCount).initialize(to: .allocate(capacity: Self.pieceSize))
        pieceCount += 1
    }
}
