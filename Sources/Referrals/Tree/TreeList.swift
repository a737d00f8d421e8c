/// Values one after another that are changed in place: nobody shares them, so that no change has to
/// look whether somebody does.
///
/// Values must not need to be destroyed.
struct TreeList<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int
    /// As many have room again when many are forgotten.
    private static var leastCapacity: Int { 64 }

    init() {
        capacity = Self.leastCapacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    var isEmpty: Bool { count == 0 }

    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) get { base[checked(index)] }
        @inline(__always) _modify { yield &base[checked(index)] }
    }

    @inline(__always)
    private func checked(_ index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return index
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        memory.moveInitialize(from: base, count: count)
        base.deallocate()
        base = memory
        capacity *= 2
    }

    /// Forgets all; the memory of many is given back unless it is to be kept.
    mutating func removeAll(keepingCapacity: Bool) {
        count = 0
        guard !keepingCapacity else { return }
        base.deallocate()
        capacity = Self.leastCapacity
        base = .allocate(capacity: capacity)
    }
}
