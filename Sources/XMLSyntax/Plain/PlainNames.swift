import CLibXML2

/// Names without a prefix, found by their bytes.
struct PlainNames: ~Copyable {
    struct Entry {
        /// The bytes of the name, and zeros behind it.
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
        /// Address of the namespace; 0 for none.
        var namespace: UInt = 0
        /// libxml2's own string.
        var local: UnsafePointer<UInt8>?
        var index: Int32 = -1
        var count: Int32 = 0
    }

    private static var capacity: Int { 1 << 9 }
    /// Bytes of the names that are held.
    static var longest: Int { 32 }

    let entries: UnsafeMutablePointer<Entry>
    private var usedCount = 0
    /// For each byte whether it may be in a name, as 1.
    private let classes: UnsafeMutablePointer<UInt8>

    init() {
        entries = .allocate(capacity: Self.capacity)
        entries.initialize(repeating: Entry(), count: Self.capacity)
        classes = .allocate(capacity: 256)
        classes.initialize(repeating: 0, count: 256)
        let marks = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."
        for byte in marks.utf8 { classes[Int(byte)] = 1 }
    }

    deinit {
        entries.deallocate()
        classes.deallocate()
    }

    /// Addresses, or numbers, mean other names from now on.
    mutating func removeAll() {
        guard usedCount > 0 else { return }
        entries.update(repeating: Entry(), count: Self.capacity)
        usedCount = 0
    }

    /// Bytes of the name that begins there, one more than the longest at most.
    @inline(__always)
    func count(_ bytes: UnsafePointer<UInt8>) -> Int {
        var count = 0
        while count <= Self.longest, classes[Int(bytes[count])] != 0 { count &+= 1 }
        return count
    }

    /// The place of a name; -1 where it has none. 40 bytes from its first are readable.
    @inline(__always)
    func find(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ namespace: UInt) -> Int {
        let first = Self.word(bytes, count)
        let second = count > 8 ? Self.word(bytes + 8, count &- 8) : 0
        var place = Self.place(first, second, count, namespace)
        while true {
            let entry = entries + place
            if entry.pointee.first == first, entry.pointee.second == second,
                entry.pointee.namespace == namespace, Int(entry.pointee.count) == count,
                count <= 16 || Self.hasEnd(entry, bytes, count)
            {
                return place
            }
            if entry.pointee.count == 0 { return -1 }
            place = (place &+ 1) & (Self.capacity &- 1)
        }
    }

    /// Whether the name of an entry stands there, and `>` behind it.
    @inline(__always)
    func closes(_ place: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
        let entry = entries + place
        let count = Int(entry.pointee.count)
        return bytes[count] == 0x3E && Self.word(bytes, count) == entry.pointee.first
            && (count <= 8 || Self.word(bytes + 8, count &- 8) == entry.pointee.second)
            && (count <= 16 || Self.hasEnd(entry, bytes, count))
    }

    /// Notes a name; its place, -1 where there is none for it.
    @inline(never)
    mutating func add(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ namespace: UInt,
        local: UnsafePointer<UInt8>, index: Int32
    ) -> Int {
        guard usedCount < Self.capacity / 2 else { return -1 }
        usedCount += 1
        let first = Self.word(bytes, count)
        let second = count > 8 ? Self.word(bytes + 8, count - 8) : 0
        var place = Self.place(first, second, count, namespace)
        while entries[place].count != 0 { place = (place + 1) & (Self.capacity - 1) }
        entries[place] = Entry(
            first: first, second: second, third: count > 16 ? Self.word(bytes + 16, count - 16) : 0,
            fourth: count > 24 ? Self.word(bytes + 24, count - 24) : 0, namespace: namespace,
            local: local, index: index, count: Int32(truncatingIfNeeded: count))
        return place
    }

    @inline(__always)
    private static func place(
        _ first: UInt64, _ second: UInt64, _ count: Int, _ namespace: UInt
    ) -> Int {
        let mixed =
            first ^ (second &* 31) ^ UInt64(truncatingIfNeeded: count &+ (namespace == 0 ? 0 : 64))
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 40) & (capacity &- 1)
    }

    /// Eight bytes, or as many as a name has, and zeros behind them.
    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let word = PlainBytes.word(bytes)
        return count >= 8
            ? word : word & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count &* 8))
    }

    @inline(__always)
    private static func hasEnd(
        _ entry: UnsafeMutablePointer<Entry>, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        entry.pointee.third == word(bytes + 16, count &- 16)
            && (count <= 24 || entry.pointee.fourth == word(bytes + 24, count &- 24))
    }
}
