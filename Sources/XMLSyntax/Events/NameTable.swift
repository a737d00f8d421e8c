/// Gives names their numbers.
///
/// libxml2 keeps each string of a document's names once, so that a pair of addresses is a name
/// until the document ends.
struct NameTable: ~Copyable {
    private struct Entry {
        var local: UInt
        var namespace: UInt
        var index: Int32
    }

    private let known: XMLNames
    /// Those that the program does not know, whose numbers follow.
    private(set) var foreign: [XMLNameText] = []
    private var foreignIndices: [XMLNameText: Int32] = [:]
    private var entries: UnsafeMutableBufferPointer<Entry>
    private var usedCount = 0
    /// Most documents have few names.
    private static let leastCapacity = 1 << 9
    private static let greatestCapacity = 1 << 13

    init(_ names: XMLNames) {
        known = names
        entries = Self.emptyEntries(Self.leastCapacity)
    }

    private static func emptyEntries(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
        let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
        entries.initialize(repeating: Entry(local: 0, namespace: 0, index: -1))
        return entries
    }

    deinit { entries.deallocate() }

    /// Addresses mean other names from now on.
    mutating func beginDocument() {
        guard usedCount > 0 else { return }
        entries.update(repeating: Entry(local: 0, namespace: 0, index: -1))
        usedCount = 0
    }

    /// Another input comes, whose names are not yet known but to the program.
    mutating func restart() {
        guard !foreign.isEmpty else { return }
        foreign = []
        foreignIndices = [:]
        let all = entries
        entries = Self.emptyEntries(all.count)
        usedCount = 0
        for entry in all where entry.local != 0 && known.texts.indices.contains(Int(entry.index)) {
            put(entry)
        }
        all.deallocate()
    }

    /// How many names there are.
    var count: Int { known.texts.count + foreign.count }

    /// The name of a number; `nil` where nobody has it.
    func text(_ index: Int) -> XMLNameText? {
        if known.texts.indices.contains(index) { return known.texts[index] }
        let place = index - known.texts.count
        return foreign.indices.contains(place) ? foreign[place] : nil
    }

    /// The number of a name whose strings end with zero.
    @inline(__always)
    mutating func index(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
    ) -> Int32 {
        let known = seen(local, namespace)
        return known >= 0 ? known : add(local, namespace)
    }

    /// The same of a name that came before at these addresses; -1 of one that did not.
    @inline(__always)
    mutating func seen(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> Int32 {
        let first = UInt(bitPattern: local)
        let second = UInt(bitPattern: namespace)
        guard let base = entries.baseAddress else { return -1 }
        var place = place(first, second)
        for _ in 0..<8 {
            let entry = base + place
            if entry.pointee.local == first, entry.pointee.namespace == second {
                return entry.pointee.index
            }
            if entry.pointee.local == 0 { break }
            place = (place &+ 1) & (entries.count &- 1)
        }
        return -1
    }

    @inline(__always)
    private func place(_ first: UInt, _ second: UInt) -> Int {
        let mixed = (first ^ (second &* 31)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 40) & (entries.count &- 1)
    }

    /// A name that has not been seen at these addresses.
    @inline(never)
    private mutating func add(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
    ) -> Int32 {
        let text = XMLNameText(
            String(cString: local), in: namespace.map { String(cString: $0) } ?? "")
        let index = index(text)
        remember(UInt(bitPattern: local), UInt(bitPattern: namespace), index)
        return index
    }

    /// The number of a name by its text.
    mutating func index(_ text: XMLNameText) -> Int32 {
        if let known = known.indices[text] ?? foreignIndices[text] { return known }
        let index = Int32(truncatingIfNeeded: count)
        foreign.append(text)
        foreignIndices[text] = index
        return index
    }

    /// Where the table is crowded, names are looked up by their text each time.
    private mutating func remember(_ first: UInt, _ second: UInt, _ index: Int32) {
        if usedCount > entries.count / 4, entries.count < Self.greatestCapacity {
            let crowded = entries
            entries = Self.emptyEntries(2 * crowded.count)
            usedCount = 0
            for entry in crowded where entry.local != 0 { put(entry) }
            crowded.deallocate()
        }
        put(Entry(local: first, namespace: second, index: index))
    }

    private mutating func put(_ entry: Entry) {
        var place = place(entry.local, entry.namespace)
        for _ in 0..<8 {
            if entries[place].local == 0 {
                entries[place] = entry
                usedCount += 1
                return
            }
            place = (place + 1) & (entries.count - 1)
        }
    }
}
