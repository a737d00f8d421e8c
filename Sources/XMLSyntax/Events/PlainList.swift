/// Values one after another, all of which are forgotten at once, or the last of them; nothing is counted
/// or checked, so that adding one takes little.
///
/// Whoever holds it frees its memory. Values must not need to be destroyed.
@usableFromInline
package struct PlainList<Element> {
    @usableFromInline var start: UnsafeMutablePointer<Element>
    @usableFromInline var size = 0
    @usableFromInline var capacity: Int

    @inlinable
    package init(capacity: Int) {
        self.capacity = max(1, capacity)
        start = .allocate(capacity: self.capacity)
    }

    @inlinable
    package func free() { start.deallocate() }

    /// How many there are.
    @inlinable package var count: Int {
        @inline(__always) get { size }
    }

    @inlinable @inline(__always)
    package mutating func append(_ element: Element) {
        if size == capacity { grow() }
        (start + size).initialize(to: element)
        size &+= 1
    }

    @inlinable @inline(never)
    mutating func grow() {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        memory.moveInitialize(from: start, count: size)
        start.deallocate()
        start = memory
        capacity *= 2
    }

    /// The value at an index that there is.
    @inlinable
    package subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < size)
            return start[index]
        }
        @inline(__always) nonmutating _modify {
            assert(index >= 0 && index < size)
            yield &start[index]
        }
    }

    var last: Element? {
        @inline(__always) get { size > 0 ? start[size - 1] : nil }
    }

    mutating func removeAll() { size = 0 }

    /// Forgets those from an index on.
    @inlinable
    package mutating func remove(from index: Int) { size = min(size, max(0, index)) }

    /// Those from an index on, as many as there are.
    @inline(__always)
    func slice(_ first: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        let known = first >= 0 && count >= 0 && first + count <= size
        return UnsafeBufferPointer(start: start + (known ? first : 0), count: known ? count : 0)
    }

    /// Those from an index on.
    @inline(__always)
    func from(_ first: Int) -> UnsafeBufferPointer<Element> { slice(first, size - first) }

    /// Where the first is, or would be.
    var base: UnsafePointer<Element> { UnsafePointer(start) }
}
