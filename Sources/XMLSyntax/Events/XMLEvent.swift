import Diagnostics

/// What stands next in a document, and where.
@usableFromInline
package struct XMLEvent: Sendable {
    @usableFromInline
    package enum Kind: UInt8, Sendable {
        case documentStart
        /// An element begins.
        case start
        /// An element ends; of `<a/>` as well.
        case end
        /// All text between two tags, comments or instructions, sections of CDATA included.
        case text
        case instruction
        case comment
        /// A document is over, or reading it is.
        case documentEnd
    }

    @usableFromInline package let kind: Kind
    /// Whether a text is white space only, a tag follows white space that is no event, or a document
    /// could not be read to its end.
    @usableFromInline package let isMarked: Bool
    /// Elements that are open around it; an element counts itself.
    @usableFromInline package let depth: Int32
    /// Of an element, or of the target of an instruction.
    @usableFromInline package let name: XMLName
    @usableFromInline let textStart: UInt32
    @usableFromInline let textCount: UInt32
    @usableFromInline let firstAttribute: UInt32
    @usableFromInline let attributeCount: UInt32
    /// Line of the first byte in the input, from 1.
    @usableFromInline package let line: Int
    /// Bytes in the input; empty where `<a/>` ends.
    @usableFromInline package let range: ByteRange

    /// Whether it is where an element begins or ends.
    @inlinable @inline(__always)
    package var isTag: Bool {
        switch kind {
        case .start, .end: true
        default: false
        }
    }

    @inlinable @inline(__always)
    package var isText: Bool {
        if case .text = kind { true } else { false }
    }

    /// Whether a text is white space only.
    @inlinable @inline(__always)
    package var isBlank: Bool { isMarked && isText }

    /// Whether a text is encoded and too long to be held: its range alone tells of it.
    package var isLetGo: Bool { isText && textStart == XMLEvent.letGo }

    /// Stands for where a text begins that is not held.
    static let letGo = UInt32.max

    /// Whether white space came before a tag that is no event of its own.
    @inlinable @inline(__always)
    package var followsBlank: Bool { isMarked && isTag }

    /// Whether a document was not read to its end.
    package var isBroken: Bool { isMarked && kind == .documentEnd }

    @inline(__always)
    init(
        _ kind: Kind, at range: ByteRange, line: Int, depth: Int, name: XMLName = .none,
        text: (start: Int, count: Int) = (0, 0), attributes: (first: Int, count: Int) = (0, 0),
        isMarked: Bool = false
    ) {
        self.kind = kind
        self.isMarked = isMarked
        self.depth = Int32(truncatingIfNeeded: depth)
        self.name = name
        textStart = UInt32(truncatingIfNeeded: text.start)
        textCount = UInt32(truncatingIfNeeded: text.count)
        firstAttribute = UInt32(truncatingIfNeeded: attributes.first)
        attributeCount = UInt32(truncatingIfNeeded: attributes.count)
        self.line = line
        self.range = range
    }
}

/// An attribute of an element; its value is read through the reader.
@usableFromInline
package struct XMLAttribute: Sendable {
    @usableFromInline package let name: XMLName
    @usableFromInline let start: UInt32
    /// How many bytes its value has, and a mark where it is plain.
    @usableFromInline let extent: UInt32

    @usableFromInline static var plainMark: UInt32 {
        @inlinable @inline(__always) get { 0x8000_0000 }
    }

    @inline(__always)
    init(name: XMLName, start: Int, count: Int, isPlain: Bool) {
        self.name = name
        self.start = UInt32(truncatingIfNeeded: start)
        extent =
            UInt32(truncatingIfNeeded: count) & ~XMLAttribute.plainMark
            | (isPlain ? XMLAttribute.plainMark : 0)
    }

    @inlinable @inline(__always)
    var count: Int { Int(extent & ~XMLAttribute.plainMark) }

    /// Whether nothing has to be done about the value: it is as `PlainText.isPlain` says.
    @inlinable @inline(__always)
    package var isPlain: Bool { extent & XMLAttribute.plainMark != 0 }
}

/// The events of the piece that was read last, which nobody has taken, and where their texts and
/// attributes lie.
@usableFromInline
struct WaitingEvents {
    @usableFromInline var next: UnsafePointer<XMLEvent>
    @usableFromInline var end: UnsafePointer<XMLEvent>
    @usableFromInline var attributes: UnsafePointer<XMLAttribute>
    @usableFromInline var bytes: UnsafePointer<UInt8>

    init(
        _ events: UnsafeBufferPointer<XMLEvent>, attributes: UnsafePointer<XMLAttribute>,
        bytes: UnsafePointer<UInt8>, none: UnsafePointer<XMLEvent>
    ) {
        next = events.baseAddress ?? none
        end = next + events.count
        self.attributes = attributes
        self.bytes = bytes
    }
}
