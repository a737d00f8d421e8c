/// What libxml2 told of some events, so that it can be told again.
///
/// Names are libxml2's own strings, which stay as long as the document is read; values are copied.
/// Owns memory that whoever holds it frees.
struct EventLog: ~Copyable {
    typealias Name = UnsafePointer<UInt8>

    struct Event {
        enum Kind: UInt8 { case start, end, text }

        var kind: Kind
        var line: Int32
        var local: Name?
        var prefix: Name?
        var namespace: Name?
        /// Of the first of its pairs of declarations, and how many there are.
        var declarations: (first: Int32, count: Int32) = (0, 0)
        var attributes: (first: Int32, count: Int32) = (0, 0)
        /// Of a text: its bytes.
        var text: (start: Int32, count: Int32) = (0, 0)
    }

    struct Attribute {
        let local: Name?
        let prefix: Name?
        let namespace: Name?
        let start: Int32
        let count: Int32
    }

    private var events = PlainList<Event>(capacity: 64)
    private var attributes = PlainList<Attribute>(capacity: 64)
    /// A prefix and a namespace in turn.
    private var declarations = PlainList<Name?>(capacity: 8)
    private var bytes: UnsafeMutablePointer<UInt8>
    private var byteCount = 0
    private var capacity = 1 << 12

    /// As many bytes of values are kept: what has more is not worth the keeping.
    private static var greatestCapacity: Int { 1 << 18 }
    private static var padding: Int { 16 }

    init() { bytes = .allocate(capacity: capacity + Self.padding) }

    func free() {
        events.free()
        attributes.free()
        declarations.free()
        bytes.deallocate()
    }

    @inline(__always)
    mutating func clear() {
        events.removeAll()
        attributes.removeAll()
        declarations.removeAll()
        byteCount = 0
    }

    var isEmpty: Bool { events.count == 0 }

    /// Whether more is worth the keeping.
    @inline(__always)
    var hasRoom: Bool { byteCount <= Self.greatestCapacity && events.count <= 1 << 13 }

    // MARK: Writing

    @inline(__always)
    mutating func start(_ tag: StartTag, line: Int) {
        var event = Event(
            kind: .start, line: Int32(truncatingIfNeeded: line), local: tag.local,
            prefix: tag.prefix, namespace: tag.namespace)
        if tag.declarationCount > 0, let given = tag.declarations {
            event.declarations.first = Int32(truncatingIfNeeded: declarations.count)
            event.declarations.count = Int32(truncatingIfNeeded: tag.declarationCount)
            for index in 0..<2 * tag.declarationCount { declarations.append(given[index]) }
        }
        event.attributes.first = Int32(truncatingIfNeeded: attributes.count)
        if let given = tag.attributes {
            for index in 0..<tag.attributeCount {
                let parts = given + index &* 5
                guard let value = parts[3], let end = parts[4] else { break }
                attributes.append(
                    Attribute(
                        local: parts[0], prefix: parts[1], namespace: parts[2],
                        start: Int32(truncatingIfNeeded: byteCount),
                        count: Int32(truncatingIfNeeded: end - value)))
                append(value, end - value)
            }
        }
        event.attributes.count =
            Int32(truncatingIfNeeded: attributes.count) &- event.attributes.first
        events.append(event)
    }

    @inline(__always)
    mutating func end(_ local: Name, _ prefix: Name?, _ namespace: Name?, line: Int) {
        events.append(
            Event(
                kind: .end, line: Int32(truncatingIfNeeded: line), local: local, prefix: prefix,
                namespace: namespace))
    }

    @inline(__always)
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
        var event = Event(kind: .text, line: Int32(truncatingIfNeeded: line))
        event.text.start = Int32(truncatingIfNeeded: byteCount)
        event.text.count = Int32(truncatingIfNeeded: text.count)
        if let start = text.baseAddress { append(start, text.count) }
        events.append(event)
    }

    @inline(__always)
    private mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
        if capacity &- byteCount < count { grow(count) }
        (bytes + byteCount).update(from: start, count: count)
        byteCount &+= count
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let larger = max(2 * capacity, capacity + count)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        memory.update(from: bytes, count: byteCount)
        bytes.deallocate()
        bytes = memory
        capacity = larger
    }

    // MARK: Reading

    /// The events, and where their attributes and texts are, until one is added.
    struct Kept {
        let events: UnsafeBufferPointer<Event>
        let attributes: UnsafePointer<Attribute>
        let declarations: UnsafePointer<Name?>
        let bytes: UnsafePointer<UInt8>
    }

    var kept: Kept {
        Kept(
            events: events.from(0), attributes: attributes.base, declarations: declarations.base,
            bytes: UnsafePointer(bytes))
    }
}
