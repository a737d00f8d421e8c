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

    private(set) var texts: [XMLNameText]
    /// How many of them the program knows.
    let knownCount: Int
    private var indices: [XMLNameText: Int32]
    private let entries: UnsafeMutableBufferPointer<Entry>
    private var usedCount = 0
    private static let capacity = 1 << 12

    init(_ names: XMLNames) {
        texts = names.texts
        knownCount = names.texts.count
        indices = names.indices
        entries = .allocate(capacity: Self.capacity)
        entries.initialize(repeating: Entry(local: 0, namespace: 0, index: -1))
    }

    deinit { entries.deallocate() }

    /// Addresses mean other names from now on.
    mutating func beginDocument() {
        guard usedCount > 0 else { return }
        entries.update(repeating: Entry(local: 0, namespace: 0, index: -1))
        usedCount = 0
    }

    /// The number of a name whose strings end with zero.
    @inline(__always)
    mutating func index(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
    ) -> Int32 {
        let first = UInt(bitPattern: local)
        let second = UInt(bitPattern: namespace)
        var place = Self.place(first, second)
        for _ in 0..<8 {
            let entry = entries[place]
            if entry.local == first, entry.namespace == second { return entry.index }
            if entry.local == 0 { break }
            place = (place + 1) & (Self.capacity - 1)
        }
        return add(local, namespace)
    }

    @inline(__always)
    private static func place(_ first: UInt, _ second: UInt) -> Int {
        let mixed = (first ^ (second &* 31)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40) & (capacity - 1)
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
        if let known = indices[text] { return known }
        let index = Int32(truncatingIfNeeded: texts.count)
        texts.append(text)
        indices[text] = index
        return index
    }

    /// Where the table is crowded, names are looked up by their text each time.
    private mutating func remember(_ first: UInt, _ second: UInt, _ index: Int32) {
        var place = Self.place(first, second)
        for _ in 0..<8 {
            if entries[place].local == 0 {
                entries[place] = Entry(local: first, namespace: second, index: index)
                usedCount += 1
                return
            }
            place = (place + 1) & (Self.capacity - 1)
        }
    }
}
