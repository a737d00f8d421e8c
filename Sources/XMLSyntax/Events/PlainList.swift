/// Values one after another, all of which are forgotten at once; nothing is counted or checked, so
/// that adding one takes little.
///
/// Whoever holds it frees its memory. Values must not need to be destroyed.
struct PlainList<Element> {
    private var start: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        start = .allocate(capacity: self.capacity)
    }

    func free() { start.deallocate() }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (start + count).initialize(to: element)
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        memory.moveInitialize(from: start, count: count)
        start.deallocate()
        start = memory
        capacity *= 2
    }

    var last: Element? {
        @inline(__always) get { count > 0 ? (start + (count - 1)).pointee : nil }
    }

    mutating func removeAll() { count = 0 }

    /// Forgets those from an index on.
    mutating func remove(from index: Int) { count = min(count, max(0, index)) }

    /// Those from an index on, as many as there are.
    @inline(__always)
    func slice(_ first: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        let known = first >= 0 && count >= 0 && first + count <= self.count
        return UnsafeBufferPointer(start: start + (known ? first : 0), count: known ? count : 0)
    }

    /// Those from an index on.
    @inline(__always)
    func from(_ first: Int) -> UnsafeBufferPointer<Element> { slice(first, count - first) }

    /// Where the first is, or would be.
    var base: UnsafePointer<Element> { UnsafePointer(start) }
}
