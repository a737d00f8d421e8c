/// The elements that `PlainContent` has opened and libxml2 knows nothing of, and the names of plain tags.
///
/// Owns its memory.
struct PlainElements: ~Copyable {
    var names = PlainNames()
    /// Places of the names of open elements.
    private let open: UnsafeMutablePointer<Int32>
    private(set) var openCount = 0
    /// Bytes that were read so.
    var byteCount = 0
    /// The attributes of a tag as libxml2 gives them: five addresses each.
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>

    static var greatestDepth: Int { 64 }
    /// Attributes of a tag that are compared with one another.
    static var attributeCount: Int { 8 }

    init() {
        open = .allocate(capacity: Self.greatestDepth)
        attributes = .allocate(capacity: 5 * Self.attributeCount)
        attributes.initialize(repeating: nil, count: 5 * Self.attributeCount)
    }

    deinit {
        open.deallocate()
        attributes.deallocate()
    }

    var hasRoom: Bool { openCount < Self.greatestDepth }

    /// Place of the name of the element that was opened last; -1 where there is none.
    @inline(__always)
    var last: Int { openCount > 0 ? Int(open[openCount &- 1]) : -1 }

    @inline(__always)
    mutating func push(_ name: Int) {
        open[openCount] = Int32(truncatingIfNeeded: name)
        openCount &+= 1
    }

    @inline(__always)
    mutating func pop() { openCount &-= 1 }

    /// Tags that open the elements that are open, which are forgotten.
    mutating func takeTags() -> [UInt8] {
        var tags: [UInt8] = []
        for index in 0..<openCount {
            let name = names.entries[Int(open[index])]
            tags.append(0x3C)
            tags.append(contentsOf: UnsafeBufferPointer(start: name.local, count: Int(name.count)))
            tags.append(0x3E)
        }
        openCount = 0
        return tags
    }
}
