/// Where the bytes of a sheet stand while they are scanned; it serves one sheet after another, as
/// memory that is given back and taken anew for each is not the same memory, and adds up.
final class ScanMemory {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// Where text goes whose entities are replaced.
    private(set) var scratch: UnsafeMutablePointer<UInt8>
    /// Bytes of each; 64 more are readable.
    private(set) var capacity: Int
    private let window: Int

    init(window: Int = 1 << 18) {
        self.window = max(64, window)
        capacity = self.window
        bytes = .allocate(capacity: capacity + 64)
        scratch = .allocate(capacity: capacity)
        bytes.initialize(repeating: 0, count: capacity + 64)
    }

    deinit {
        bytes.deallocate()
        scratch.deallocate()
    }

    /// Begins anew; gives back what a long row took.
    func clear() {
        if capacity > window { replace(window) }
        bytes.update(repeating: 0, count: 64)
    }

    /// Makes twice the room, with these bytes at its start.
    func grow(keeping kept: UnsafeBufferPointer<UInt8>) {
        let old = bytes
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 64)
        if let start = kept.baseAddress { larger.update(from: start, count: kept.count) }
        old.deallocate()
        scratch.deallocate()
        capacity *= 2
        bytes = larger
        scratch = .allocate(capacity: capacity)
    }

    private func replace(_ size: Int) {
        bytes.deallocate()
        scratch.deallocate()
        capacity = size
        bytes = .allocate(capacity: size + 64)
        scratch = .allocate(capacity: size)
    }
}
