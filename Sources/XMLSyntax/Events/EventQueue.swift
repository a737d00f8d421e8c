/// Events that wait to be taken, with their texts and attributes.
///
/// Owns memory that whoever holds it frees.
struct EventQueue {
    private(set) var events = PlainList<XMLEvent>(capacity: 1 << 10)
    private(set) var attributes = PlainList<XMLAttribute>(capacity: 1 << 9)
    private var nextIndex = 0
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var byteCount = 0
    private var capacity: Int
    /// Where the text begins that goes on.
    private(set) var textStart = 0

    /// Bytes that are readable beyond any text.
    static let padding = 16

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    func free() {
        bytes.deallocate()
        events.free()
        attributes.free()
    }

    @inline(__always)
    mutating func next() -> XMLEvent? {
        guard let event = events.element(nextIndex) else { return nil }
        nextIndex += 1
        return event
    }

    var isEmpty: Bool { nextIndex == events.count }

    /// Forgets what was taken; a text that goes on is kept.
    mutating func recycle(keepsText: Bool) {
        events.removeAll()
        attributes.removeAll()
        nextIndex = 0
        let kept = keepsText ? byteCount - textStart : 0
        if kept > 0, textStart > 0 { bytes.update(from: bytes + textStart, count: kept) }
        byteCount = kept
        textStart = 0
    }

    mutating func beginText() { textStart = byteCount }

    /// Forgets the text that was added last.
    mutating func dropText() { byteCount = textStart }

    var textCount: Int { byteCount - textStart }

    @inline(__always)
    mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
        if capacity - byteCount < count { grow(count) }
        (bytes + byteCount).update(from: start, count: count)
        byteCount += count
    }

    mutating func append(_ byte: UInt8) {
        if capacity == byteCount { grow(1) }
        bytes[byteCount] = byte
        byteCount += 1
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let larger = max(capacity * 2, capacity + count)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        memory.initialize(repeating: 0, count: larger + Self.padding)
        memory.update(from: bytes, count: byteCount)
        bytes.deallocate()
        bytes = memory
        capacity = larger
    }

    /// Copies a value of an attribute; `nil` stands for an empty one.
    @inline(__always)
    mutating func add(_ name: XMLName, _ value: UnsafePointer<UInt8>?, _ count: Int) {
        let start = byteCount
        if let value {
            append(value, count)
            replaceReferences(from: start)
        }
        attributes.append(
            XMLAttribute(
                name: name, start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: byteCount - start)))
    }

    /// Puts `&` where a value has `&#38;`: libxml2 leaves it so, as it does not expand entities.
    @inline(__always)
    private mutating func replaceReferences(from start: Int) {
        var hasReference = false
        for index in start..<byteCount { hasReference = hasReference || bytes[index] == 0x26 }
        if hasReference { replaceFound(from: start) }
    }

    @inline(never)
    private mutating func replaceFound(from start: Int) {
        let reference: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
        var target = start
        var index = start
        while index < byteCount {
            let rest = UnsafeBufferPointer(start: bytes + index, count: byteCount - index)
            bytes[target] = bytes[index]
            index += rest.starts(with: reference) ? reference.count : 1
            target += 1
        }
        byteCount = target
    }

    @inline(__always)
    mutating func add(_ event: XMLEvent) { events.append(event) }
}
