import CLibXML2
import Diagnostics

/// A spot of a document: in libxml2's text, which is UTF-8, and in the input.
struct Mark {
    var utf8 = 0
    var offset = 0
    var line = 1
}

/// An element that declares namespaces.
struct NamespaceLevel {
    let depth: Int
    let count: Int
    /// The namespace of names without a prefix around it.
    let outerDefault: UnsafePointer<UInt8>?
}

/// How far the document has been read that is being read.
///
/// Not to be copied, as each tag asks it where libxml2 stands; what it answers at once is `mutating`,
/// so that it is not copied either when the answer is written out where it is asked for.
struct DocumentProgress: ~Copyable {
    private(set) var context: xmlParserCtxtPtr?
    /// Offset in the input of the document's first byte.
    let base: Int
    /// Bytes that were read without libxml2, less those that were written for it.
    var skippedCount = 0
    /// Whether libxml2 is told of elements that are open, which were reported.
    var isMuted = false
    /// libxml2's string of the namespace of names without a prefix.
    var defaultNamespace: UnsafePointer<UInt8>?
    /// Where the last construct ended.
    var last: Mark
    /// Where the text began that goes on.
    var textStart: Mark?
    /// Whether the last construct was a section of CDATA, inside which libxml2 stands.
    var isInCDATA = false
    var depth = 0
    /// Depth of the element that is open and says that its text is encoded; 0 where none does.
    var encodedDepth = 0
    /// Whether the text that goes on is not held any more.
    var isLettingGo = false
    /// Namespace declarations in force, and for each element that has some how many.
    var namespaceCount = 0
    var namespaceLevels: [NamespaceLevel] = []
    /// Bytes of a unit of an encoding that libxml2 converts; 0 where none is converted.
    var unitWidth = 0
    /// Whether it opens with `<`, or with a byte order mark.
    var opensAsMarkup = true
    /// Whether the declaration has been read, by which the encoding is known.
    var hasBegun = false
    /// Whether the root element ended.
    var isClosed = false
    /// Whether reading ended before that.
    var isBroken = false
    /// Whether the input is over.
    var isEnding = false
    /// Whether bytes come next that are no characters of its encoding.
    var isUnconvertible = false
    /// Whether a schema says what is right in it.
    var isValidated = false
    /// Whether the schema does not like a child of the root.
    var isTainted = false
    /// Since the last child of the root began.
    var findingCount = 0
    /// Of the event that is being reported: its bytes, its line, and whether an element ends.
    var range = ByteRange(0, 0)
    var eventLine = 1
    var isAtEndTag = false
    /// Where the text of the element stands that ends, or its tag.
    var valueRange = ByteRange(0, 0)

    init(_ context: xmlParserCtxtPtr? = nil, base: Int = 0, line: Int = 1) {
        self.context = context
        self.base = base
        last = Mark(utf8: 0, offset: base, line: line)
    }

    /// libxml2's parser is there no more.
    mutating func detach() { context = nil }

    /// Notes the event that is reported next.
    @inline(__always)
    mutating func report(at range: ByteRange, line: Int, isEndTag: Bool = false) {
        self.range = range
        eventLine = line
        isAtEndTag = isEndTag
        if !isEndTag { valueRange = range }
    }

    var isOver: Bool { isClosed || isBroken }

    /// Whether libxml2 stands behind a tag in the root, and has read all that it was given.
    var isBehindTag: Bool {
        mutating get {
            guard depth > 0, unitWidth == 0, hasBegun, !isEnding, !isOver, textStart == nil,
                !isInCDATA, let context, context.pointee.instate == XML_PARSER_CONTENT,
                let input = context.pointee.input, input.pointee.cur == input.pointee.end
            else { return false }
            return last.utf8 == here().utf8
        }
    }

    /// Notes what was read without libxml2, up to a line.
    mutating func skip(_ count: Int, to line: Int) {
        skippedCount += count
        context?.pointee.input?.pointee.line = Int32(clamping: line)
        last = here()
    }

    /// Where libxml2 stands.
    @inline(__always)
    mutating func here() -> Mark {
        guard let input = context?.pointee.input else { return last }
        return mark(at: input.pointee.cur, line: Int(input.pointee.line))
    }

    /// Whether the input ends inside the tag that libxml2 reports.
    @inline(__always)
    var isAtEnd: Bool {
        mutating get {
            guard isEnding, let input = context?.pointee.input, let cursor = input.pointee.cur,
                let end = input.pointee.end
            else { return false }
            return cursor >= end
        }
    }

    /// How many bytes may be read of libxml2's memory from a byte on; 0 where that is not known.
    @inline(__always)
    mutating func readableCount(from pointer: UnsafePointer<UInt8>) -> Int {
        guard let input = context?.pointee.input, let start = input.pointee.base,
            let end = input.pointee.end, pointer >= start, pointer < end
        else { return 0 }
        return end - pointer
    }

    /// The spot of a byte in libxml2's memory.
    @inline(__always)
    mutating func mark(at pointer: UnsafePointer<UInt8>?, line: Int) -> Mark {
        guard let input = context?.pointee.input, let start = input.pointee.base, let pointer
        else { return last }
        let utf8 = Int(truncatingIfNeeded: input.pointee.consumed) + (pointer - start)
        var mark = Mark(utf8: utf8, offset: base + skippedCount + utf8, line: line)
        if unitWidth != 0 { mark.offset = convertedOffset(pointer, start, utf8) }
        return mark
    }

    /// The offset in an input that libxml2 converts, by the characters since the last spot.
    @inline(never)
    private mutating func convertedOffset(
        _ pointer: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>, _ utf8: Int
    ) -> Int {
        let distance = utf8 - last.utf8
        guard distance >= 0, distance <= pointer - start else { return exactOffset() }
        var units = 0
        for byte in UnsafeBufferPointer(start: pointer - distance, count: distance) {
            if byte & 0xC0 != 0x80 { units += 1 }
            if byte >= 0xF0, unitWidth == 2 { units += 1 }
        }
        return last.offset + units * unitWidth
    }

    /// Where libxml2 stands by its own account, which converts what it holds back.
    mutating func exactOffset() -> Int {
        let count = context.map { xmlByteConsumed($0) } ?? -1
        return count < 0 ? last.offset : max(last.offset, base + Int(count))
    }

    /// Where the construct begins that libxml2 is at, with the byte that it begins with.
    ///
    /// What begins with `<` follows what came before at once, but for white space around the root.
    @inline(__always)
    mutating func constructStart(isTag: Bool) -> Mark {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let start = input.pointee.base
        else { return last }
        let here = Int(truncatingIfNeeded: input.pointee.consumed) + (cursor - start)
        let distance = here - last.utf8
        if distance >= 0, distance <= cursor - start, cursor[-distance] == 0x3C, !isInCDATA {
            return last
        }
        return searched(cursor, start, distance, isTag: isTag)
    }

    @inline(never)
    private mutating func searched(
        _ cursor: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>, _ distance: Int, isTag: Bool
    ) -> Mark {
        let isKept = distance >= 0 && distance <= cursor - start
        var place = isKept ? cursor - distance : start
        if isTag {
            // No tag holds another `<`.
            var before = cursor
            while before > place, before.pointee != 0x3C || before == cursor { before -= 1 }
            place = before
        } else {
            if isInCDATA {
                while place + 2 < cursor, place[0] != 0x5D || place[1] != 0x5D || place[2] != 0x3E {
                    place += 1
                }
            }
            while place < cursor, place.pointee != 0x3C { place += 1 }
        }
        guard isKept else { return mark(at: place, line: last.line) }
        let passed = UnsafeBufferPointer(
            start: cursor - distance, count: place - (cursor - distance))
        return mark(at: place, line: last.line + passed.count { $0 == 0x0A })
    }
}
