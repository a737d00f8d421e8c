import Diagnostics

/// What stands next in a document, and where.
package struct XMLEvent: Sendable {
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

    package let kind: Kind
    /// Whether a text is white space only, a tag follows white space that is no event, or a document
    /// could not be read to its end.
    package let isMarked: Bool
    /// Elements that are open around it; an element counts itself.
    package let depth: Int32
    /// Of an element, or of the target of an instruction.
    package let name: XMLName
    let textStart: UInt32
    let textCount: UInt32
    let firstAttribute: UInt32
    let attributeCount: UInt32
    /// Line of the first byte in the input, from 1.
    package let line: Int
    /// Bytes in the input; empty where `<a/>` ends.
    package let range: ByteRange

    /// Whether a text is white space only.
    package var isBlank: Bool { kind == .text && isMarked }

    /// Whether a text is encoded and too long to be held: its range alone tells of it.
    package var isLetGo: Bool { kind == .text && textStart == XMLEvent.letGo }

    /// Stands for where a text begins that is not held.
    static let letGo = UInt32.max

    /// Whether white space came before a tag that is no event of its own.
    package var followsBlank: Bool { (kind == .start || kind == .end) && isMarked }

    /// Whether a document was not read to its end.
    package var isBroken: Bool { kind == .documentEnd && isMarked }

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
package struct XMLAttribute: Sendable {
    package let name: XMLName
    let start: UInt32
    let count: UInt32
}
