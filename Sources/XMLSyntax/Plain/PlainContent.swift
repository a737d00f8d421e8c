import CLibXML2
import Diagnostics

/// Reads what is plain in the content of an element: tags without prefixes and declarations, with
/// values and texts of ASCII that need no second look.
///
/// It adds the events that libxml2 would bring, and stops before the first thing that may be
/// anything else, or wrong: that is libxml2's. Nothing here is ever a finding.
struct PlainContent {
    typealias Bytes = UnsafePointer<UInt8>

    private let state: UnsafeMutablePointer<ReaderState>
    private let start: Bytes
    private let end: Bytes
    /// Tags begin before it.
    private let limit: Bytes
    /// Offset in the input of the first byte.
    private let offset: Int
    private let namespace: Bytes?
    /// Behind the last tag that was read, and its line.
    private var settled: Bytes
    private var line: Int

    /// What stands before a tag.
    private struct Gap {
        var start: Bytes
        var count: Int
        var isBlank: Bool
        /// Line of the tag.
        var line: Int
    }

    /// How an element begins.
    private struct Tag {
        var name: Int
        var end: Bytes
        var isEmpty: Bool
        /// Line of its end.
        var line: Int
        var firstAttribute: Int
    }

    /// Bytes that are readable behind whatever is read.
    private static let margin = 64

    /// Whether so many bytes are worth the trying.
    static func takes(_ count: Int) -> Bool { count > 2 * margin }

    /// - Parameters:
    ///   - bytes: what comes behind a tag; more than `takes` asks for.
    ///   - spot: where they stand in the input.
    init(
        _ state: UnsafeMutablePointer<ReaderState>, _ bytes: UnsafeRawBufferPointer, _ first: Bytes,
        at spot: Mark
    ) {
        self.state = state
        start = first
        end = first + bytes.count
        limit = end - Self.margin
        offset = spot.offset
        line = spot.line
        namespace = state.pointee.document.defaultNamespace
        settled = first
    }

    /// Reads as far as it goes.
    ///
    /// - Returns: the number of bytes, and the line behind them.
    mutating func read() -> (count: Int, line: Int) {
        while readTag() {}
        return (settled - start, line)
    }

    @inline(__always)
    private mutating func readTag() -> Bool {
        var tagLine = line
        var tag = PlainBytes.pastBlanks(settled, limit, &tagLine)
        guard tag < limit else { return false }
        var isBlank = true
        if tag.pointee != 0x3C {
            isBlank = false
            tagLine = line
            let count = PlainBytes.textCount(settled, limit, &tagLine)
            guard count >= 0 else { return false }
            tag = settled + count
            guard tag < limit else { return false }
        }
        let gap = Gap(start: settled, count: tag - settled, isBlank: isBlank, line: tagLine)
        return tag[1] == 0x2F ? readEnd(tag, gap) : readStart(tag, gap)
    }

    // MARK: Tags

    @inline(__always)
    private mutating func readEnd(_ tag: Bytes, _ gap: Gap) -> Bool {
        let name = state.pointee.plain.last
        guard name >= 0, state.pointee.plain.names.closes(name, tag + 2), add(gap) else {
            return false
        }
        let after = tag + 3 + Int(state.pointee.plain.names.entries[name].count)
        addEnd(name, ByteRange(offset(of: tag), offset(of: after)), gap.line)
        settled = after
        line = gap.line
        return true
    }

    @inline(__always)
    private mutating func readStart(_ first: Bytes, _ gap: Gap) -> Bool {
        let mark = state.pointee.queue.mark
        guard state.pointee.plain.hasRoom,
            state.pointee.document.depth < state.pointee.limits.depth,
            let tag = tag(first, gap.line), tag.end - first <= state.pointee.limits.tokenBytes,
            add(gap)
        else {
            state.pointee.queue.forget(from: mark)
            return false
        }
        let range = ByteRange(offset(of: first), offset(of: tag.end))
        addStart(tag, range, gap.line)
        state.pointee.plain.push(tag.name)
        if tag.isEmpty { addEnd(tag.name, ByteRange(range.end, range.end), tag.line) }
        settled = tag.end
        line = tag.line
        return true
    }

    @inline(__always)
    private func offset(of place: Bytes) -> Int { offset &+ (place - start) }

    /// Reads a tag and adds its attributes; `nil` where it is not plain.
    @inline(__always)
    private mutating func tag(_ first: Bytes, _ line: Int) -> Tag? {
        var place = first + 1
        let count = state.pointee.plain.names.count(place)
        let name = name(place, count, namespace)
        guard name >= 0 else { return nil }
        var tag = Tag(
            name: name, end: first, isEmpty: false, line: line,
            firstAttribute: state.pointee.queue.attributes.count)
        place += count
        while true {
            switch place.pointee {
            case 0x3E:
                tag.end = place + 1
                return tag
            case 0x2F:
                guard place[1] == 0x3E else { return nil }
                tag.isEmpty = true
                tag.end = place + 2
                return tag
            case 0x20, 0x0A, 0x0D, 0x09:
                place = PlainBytes.pastBlanks(place, limit, &tag.line)
                guard place < limit else { return nil }
                if place.pointee == 0x3E || place.pointee == 0x2F { continue }
                guard let next = addAttribute(place, tag) else { return nil }
                place = next
            default: return nil
            }
        }
    }

    /// Adds an attribute; where the tag goes on, `nil` where it is not plain.
    @inline(__always)
    private mutating func addAttribute(_ first: Bytes, _ tag: Tag) -> Bytes? {
        let count = state.pointee.plain.names.count(first)
        let name = name(first, count, nil)
        let quote = first[count &+ 1]
        guard name >= 0, first[count] == 0x3D, quote == 0x22 || quote == 0x27 else { return nil }
        let value = first + (count &+ 2)
        let valueCount = PlainBytes.valueCount(value, limit, quote: quote)
        guard valueCount >= 0, valueCount <= state.pointee.limits.textBytes else { return nil }
        let entry = state.pointee.plain.names.entries + name
        let number = state.pointee.queue.attributes.count &- tag.firstAttribute
        guard number < PlainElements.attributeCount, number < state.pointee.limits.attributes else {
            return nil
        }
        for other in state.pointee.queue.attributes.slice(tag.firstAttribute, number)
        where other.name.index == entry.pointee.index { return nil }
        state.pointee.queue.add(
            XMLName(index: entry.pointee.index), value, valueCount, readable: end - value)
        if state.pointee.document.isValidated {
            let parts = state.pointee.plain.attributes + 5 &* number
            parts[0] = entry.pointee.local
            parts[3] = value
            parts[4] = value + valueCount
        }
        return value + (valueCount &+ 1)
    }

    /// The place of a name; -1 of one that libxml2 has to look at.
    @inline(__always)
    private func name(_ bytes: Bytes, _ count: Int, _ namespace: Bytes?) -> Int {
        guard count > 0, count <= PlainNames.longest else { return -1 }
        let known = state.pointee.plain.names.find(bytes, count, UInt(bitPattern: namespace))
        return known >= 0 ? known : state.pointee.learn(bytes, count, namespace)
    }

    // MARK: Events

    /// Adds the text before a tag; whether it may be added.
    @inline(__always)
    private func add(_ gap: Gap) -> Bool {
        if gap.count == 0 { return true }
        let isDropped = gap.isBlank && state.pointee.dropsBlank
        guard gap.count <= state.pointee.limits.textBytes, isDropped || !hasReturn(gap) else {
            return false
        }
        if state.pointee.document.isValidated { validate(gap) }
        if isDropped {
            state.pointee.noteBlank()
        } else {
            state.pointee.queue.add(
                gap.start, gap.count, readable: end - gap.start,
                at: ByteRange(offset(of: gap.start), offset(of: gap.start + gap.count)), line: line,
                depth: state.pointee.document.depth, isBlank: gap.isBlank)
        }
        return true
    }

    /// Whether a line ends with more than a line feed: libxml2 tells of no more.
    private func hasReturn(_ gap: Gap) -> Bool {
        gap.isBlank && UnsafeBufferPointer(start: gap.start, count: gap.count).contains(0x0D)
    }

    private func validate(_ gap: Gap) {
        let text = UnsafeBufferPointer(start: gap.start, count: gap.count)
        state.pointee.document.report(
            at: ByteRange(offset(of: gap.start), offset(of: gap.start + gap.count)), line: line)
        if !state.pointee.isSure(text: text) { Callbacks.validation(state)?.text(text) }
    }

    @inline(__always)
    private func addStart(_ tag: Tag, _ range: ByteRange, _ line: Int) {
        let depth = state.pointee.document.depth &+ 1
        state.pointee.document.depth = depth
        if depth <= 2 { state.pointee.document.findingCount = 0 }
        if let encoded = state.pointee.encoded {
            state.pointee.noteEncoding(encoded, depth, tag.firstAttribute)
        }
        let entry = state.pointee.plain.names.entries + tag.name
        let count = state.pointee.queue.attributes.count &- tag.firstAttribute
        state.pointee.queue.add(
            XMLEvent(
                .start, at: range, line: line, depth: depth,
                name: XMLName(index: entry.pointee.index), attributes: (tag.firstAttribute, count),
                isMarked: state.pointee.takeBlank()))
        guard state.pointee.document.isValidated, let local = entry.pointee.local else { return }
        state.pointee.document.report(at: range, line: line)
        let given = StartTag(
            local: local, prefix: nil, namespace: namespace, declarationCount: 0, declarations: nil,
            attributeCount: count, attributes: state.pointee.plain.attributes)
        Callbacks.validate(given, 0, state)
    }

    @inline(__always)
    private func addEnd(_ name: Int, _ range: ByteRange, _ line: Int) {
        let entry = state.pointee.plain.names.entries + name
        let depth = state.pointee.document.depth
        state.pointee.queue.add(
            XMLEvent(
                .end, at: range, line: line, depth: depth,
                name: XMLName(index: entry.pointee.index), isMarked: state.pointee.takeBlank()))
        state.pointee.plain.pop()
        state.pointee.document.depth = depth &- 1
        guard state.pointee.document.isValidated, let local = entry.pointee.local else { return }
        state.pointee.document.report(at: range, line: line, isEndTag: true)
        Callbacks.validate(end: local, nil, namespace, state)
    }
}

extension ReaderState {
    /// Notes a name; its place, -1 of one that libxml2 has to look at.
    @inline(never)
    mutating func learn(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ namespace: UnsafePointer<UInt8>?
    ) -> Int {
        let text = UnsafeBufferPointer(start: bytes, count: count)
        // As an attribute it declares a namespace, whatever else has the name.
        if namespace == nil, text.elementsEqual("xmlns".utf8) { return -1 }
        guard let strings = document.context?.pointee.dict,
            let local = xmlDictLookup(strings, bytes, Int32(truncatingIfNeeded: count))
        else { return -1 }
        var index = names.seen(local, namespace)
        if index < 0, isOrdinary(text) { index = names.index(local, namespace) }
        guard index >= 0 else { return -1 }
        return plain.names.add(
            bytes, count, UInt(bitPattern: namespace), local: local, index: index)
    }

    /// Whether a name that is new says nothing but itself, and there is room for it.
    private func isOrdinary(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isLetter = text[0] & 0xDF &- 0x41 < 26 || text[0] == 0x5F
        return isLetter && text.count <= limits.nameBytes
            && names.count + Self.spareNames < limits.names
            && !text.elementsEqual("include".utf8)
    }

    /// Names that a tag may bring which libxml2 then refuses.
    private static var spareNames: Int { 64 }
}
