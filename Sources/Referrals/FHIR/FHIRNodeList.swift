/// Nodes one after another, by their indices, which the tree alone gives; whoever holds it frees it.
struct FHIRNodeList {
    private var start: UnsafeMutablePointer<FHIRNode>
    private(set) var count = 0
    private var capacity = 1 << 8

    init() { start = .allocate(capacity: capacity) }

    func free() { start.deallocate() }

    @inline(__always)
    subscript(index: Int) -> FHIRNode {
        get {
            assert(index < count)
            return start[index]
        }
        nonmutating _modify {
            assert(index < count)
            yield &start[index]
        }
    }

    @inline(__always)
    mutating func append(_ node: FHIRNode) {
        if count == capacity { grow() }
        (start + count).initialize(to: node)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let memory = UnsafeMutablePointer<FHIRNode>.allocate(capacity: 2 * capacity)
        memory.moveInitialize(from: start, count: count)
        start.deallocate()
        start = memory
        capacity *= 2
    }

    /// Forgets those from an index on.
    mutating func remove(from index: Int) { count = min(count, index) }
}
