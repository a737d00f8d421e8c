/// Writes elements of XML, a line each.
struct ElementWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    /// Hands over what was written.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func raw(_ text: StaticString) {
        bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Begins a tag; attributes follow, then `end`, `open` or `text`.
    mutating func tag(_ name: StaticString) {
        for _ in 0..<depth { raw("  ") }
        raw("<")
        raw(name)
    }

    mutating func attribute(_ name: StaticString, _ value: some Sequence<UInt8>) {
        raw(" ")
        raw(name)
        raw("=\"")
        escape(value)
        raw("\"")
    }

    mutating func attribute(_ name: StaticString, _ value: StaticString) {
        attribute(
            name, UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }

    mutating func attribute(_ name: StaticString, _ number: Int) {
        attribute(name, String(number).utf8)
    }

    mutating func attribute(_ name: StaticString, _ day: Day) {
        let (year, month, date) = day.civil
        let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
        attribute(name, "\(year)-\(two(month))-\(two(date))".utf8)
    }

    /// Ends an element without content.
    mutating func end() { raw("/>\n") }

    /// Ends the tag; other elements follow.
    mutating func open() {
        raw(">\n")
        depth += 1
    }

    mutating func close(_ name: StaticString) {
        depth -= 1
        for _ in 0..<depth { raw("  ") }
        raw("</")
        raw(name)
        raw(">\n")
    }

    /// Ends the tag, with text alone as content.
    mutating func text(_ content: some Sequence<UInt8>, _ name: StaticString) {
        raw(">")
        escape(content)
        raw("</")
        raw(name)
        raw(">\n")
    }

    mutating func text(_ content: StaticString, _ name: StaticString) {
        text(
            UnsafeBufferPointer(start: content.utf8Start, count: content.utf8CodeUnitCount), name)
    }

    private mutating func escape(_ text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: "\""): raw("&quot;")
            default: bytes.append(byte)
            }
        }
    }
}
