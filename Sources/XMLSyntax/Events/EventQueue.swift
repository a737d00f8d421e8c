import Diagnostics

/// Events that wait to be taken, with their texts and attributes.
///
/// Owns memory that whoever holds it frees.
struct EventQueue: ~Copyable {
    private(set) var events = PlainList<XMLEvent>(capacity: 1 << 7)
    private(set) var attributes = PlainList<XMLAttribute>(capacity: 1 << 7)
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var byteCount = 0
    private var capacity: Int
    /// Where the text begins that goes on.
    private(set) var textStart = 0

    /// Bytes that are readable beyond any text.
    static let padding = 16

    /// Most inputs are short: room is made as it is needed.
    init(capacity: Int = 1 << 12) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    func free() {
        bytes.deallocate()
        events.free()
        attributes.free()
    }

    /// All that wait from an index on.
    func waiting(from index: Int = 0) -> WaitingEvents {
        WaitingEvents(
            events.from(index), attributes: attributes.base, bytes: UnsafePointer(bytes),
            none: events.base)
    }

    /// Forgets what was taken; a text that goes on is kept.
    mutating func recycle(keepsText: Bool) {
        events.removeAll()
        attributes.removeAll()
        let kept = keepsText ? byteCount - textStart : 0
        if kept > 0, textStart > 0 { bytes.update(from: bytes + textStart, count: kept) }
        byteCount = kept
        textStart = 0
    }

    mutating func beginText() { textStart = byteCount }

    /// Forgets the text that was added last.
    mutating func dropText() { byteCount = textStart }

    var textCount: Int { byteCount - textStart }

    /// Copies bytes.
    ///
    /// - Parameter readable: how many bytes may be read from the first on; few are copied by vectors.
    @inline(__always)
    mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int, readable: Int = 0) {
        if capacity &- byteCount < count { grow(count) }
        let target = UnsafeMutableRawPointer(bytes + byteCount)
        if count <= EventQueue.shortCount, readable >= count &+ EventQueue.padding {
            // What is written beyond is padding, or comes anew.
            var offset = 0
            repeat {
                target.storeBytes(
                    of: UnsafeRawPointer(start).loadUnaligned(
                        fromByteOffset: offset, as: SIMD2<UInt64>.self),
                    toByteOffset: offset, as: SIMD2<UInt64>.self)
                offset &+= 16
            } while offset < count
        } else {
            target.copyMemory(from: start, byteCount: count)
        }
        byteCount &+= count
    }

    private static var shortCount: Int { 64 }

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
    ///
    /// - Parameter readable: how many bytes may be read from the first on.
    @inline(__always)
    mutating func add(
        _ name: XMLName, _ value: UnsafePointer<UInt8>?, _ count: Int, readable: Int = 0
    ) {
        let start = byteCount
        var isPlain = false
        if let value {
            append(value, count, readable: readable)
            isPlain = PlainText.isPlain(bytes + start, count)
            if !isPlain { replaceReferences(from: start) }
        }
        attributes.append(
            XMLAttribute(name: name, start: start, count: byteCount &- start, isPlain: isPlain))
    }

    /// Puts `&` where a value has `&#38;`: libxml2 leaves it so, as it does not expand entities.
    @inline(never)
    private mutating func replaceReferences(from start: Int) {
        let value = UnsafeBufferPointer(start: bytes + start, count: byteCount - start)
        guard value.contains(0x26) else { return }
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

    /// Adds a text that is whole.
    @inline(__always)
    mutating func add(
        _ text: UnsafePointer<UInt8>, _ count: Int, readable: Int, at range: ByteRange, line: Int,
        depth: Int, isBlank: Bool
    ) {
        let start = byteCount
        append(text, count, readable: readable)
        events.append(
            XMLEvent(
                .text, at: range, line: line, depth: depth, text: (start, count), isMarked: isBlank)
        )
    }

    /// How many attributes and bytes there are.
    @inline(__always)
    var mark: (attributes: Int, bytes: Int) { (attributes.count, byteCount) }

    /// Forgets what came since, no event of which was added.
    mutating func forget(from mark: (attributes: Int, bytes: Int)) {
        attributes.remove(from: mark.attributes)
        byteCount = mark.bytes
    }
}
