/// Bytes of a part of an input, in memory that serves one part after another.
final class PartBytes: @unchecked Sendable {
    private var memory: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    /// Most inputs are short.
    private static let leastCapacity = 66 << 10

    init() {
        memory = .allocate(byteCount: Self.leastCapacity, alignment: 16)
    }

    deinit { memory.deallocate() }

    var capacity: Int { memory.count }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    func clear() { count = 0 }

    /// Reads until there are so many; whether the source ended before.
    ///
    /// - Parameter isLong: whether as many are there for sure; else room is made as it is needed.
    func fill(upTo size: Int, from source: inout InputSource, isLong: Bool) -> Bool {
        if isLong { reserve(size) }
        while count < size {
            if count == capacity { reserve(min(size, 4 * capacity)) }
            let room = memory[count..<min(size, capacity)]
            let more = source.read(into: UnsafeMutableRawBufferPointer(rebasing: room))
            if more == 0 { return true }
            count += more
        }
        return false
    }

    /// Leaves all bytes but the first to another part, which has none.
    func hand(from first: Int, to other: PartBytes) {
        let rest = UnsafeRawBufferPointer(rebasing: memory[first..<count])
        other.reserve(rest.count)
        other.memory.copyMemory(from: rest)
        other.count = rest.count
        count = first
    }

    private func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 16)
        larger.copyMemory(from: bytes)
        memory.deallocate()
        memory = larger
    }
}
