import CareModel
import XMLSyntax

// section/text: paragraphs, lists and tables with words in them.

/// Puts the words of a section's narrative together while it is read.
///
/// A narrative may be most of a long document: of its markup nothing is held. Each paragraph, item and
/// row is a line, and the cells of a row are parted by ` | `. What was deleted is none of the words.
///
/// Source: CDA R2, narrative block, `content/@revised`.
struct SectionWords {
    /// An element that is open and has a number, and where its words begin.
    private struct Numbered {
        let depth: Int
        let id: Text
        let start: Int
    }

    private let arena: RecordArena
    /// Elements that are open in the narrative, itself among them.
    private var depth = 0
    private var start = 0
    /// Whether white space came since the last word.
    private var isAfterBlank = false
    /// Whether a paragraph, item or row has ended since: the next words are in a line of their own.
    private var isAfterLine = false
    /// Around what was deleted; 0 where nothing was.
    private var deletedDepth = 0
    private var openNumbers: [Numbered] = []
    /// Words of elements by the numbers that entries refer to.
    private(set) var numbered: [Text: Slot] = [:]

    init(_ arena: RecordArena) { self.arena = arena }

    /// Whether a narrative is being read.
    var isOpen: Bool { depth > 0 }

    mutating func clear() {
        depth = 0
        openNumbers = []
        if !numbered.isEmpty { numbered = [:] }
    }

    /// Begins a narrative.
    mutating func begin(_ event: XMLEvent, _ reader: inout XMLReader) {
        start = arena.count
        isAfterBlank = false
        isAfterLine = false
        deletedDepth = 0
        enter(event, &reader)
    }

    /// Reads on where an element in it begins.
    mutating func open(_ event: XMLEvent, _ reader: inout XMLReader) {
        if event.followsBlank { isAfterBlank = true }
        if deletedDepth == 0 { separate(event.name) }
        enter(event, &reader)
    }

    private mutating func enter(_ event: XMLEvent, _ reader: inout XMLReader) {
        depth += 1
        guard deletedDepth == 0 else { return }
        for attribute in reader.attributes(event) {
            if attribute.name == AttributeName.narrativeID.name {
                guard let id = Text(reader.value(attribute)) else { continue }
                openNumbers.append(Numbered(depth: depth, id: id, start: arena.count))
            } else if attribute.name == AttributeName.revised.name,
                reader.value(attribute).isText("delete")
            {
                deletedDepth = depth
            }
        }
    }

    mutating func add(text event: XMLEvent, _ reader: inout XMLReader) {
        guard deletedDepth == 0 else { return }
        if event.isBlank {
            isAfterBlank = true
        } else {
            append(reader.text(event))
        }
    }

    /// Ends an element; the words of the narrative where it is the narrative's own.
    mutating func end(_ event: XMLEvent) -> Slot? {
        if event.followsBlank { isAfterBlank = true }
        while let last = openNumbers.last, last.depth >= depth {
            openNumbers.removeLast()
            if numbered[last.id] == nil { numbered[last.id] = arena.words(from: last.start) }
        }
        if deletedDepth == 0, CDAName.isLine(event.name) { isAfterLine = true }
        if deletedDepth == depth { deletedDepth = 0 }
        depth -= 1
        return depth == 0 ? arena.words(from: start) : nil
    }

    /// What stands between the words before an element and those in it.
    private mutating func separate(_ name: XMLName) {
        guard arena.count > start else { return }
        if CDAName.isLine(name) {
            beginLine()
        } else if CDAName.isCell(name) {
            isAfterBlank = false
            isAfterLine = false
            if arena.lastByte != 0x0A { arena.append(" | ") }
        }
    }

    private mutating func beginLine() {
        isAfterBlank = false
        isAfterLine = false
        while arena.count > start, arena.lastByte == 0x20 { arena.removeLast() }
        if arena.count > start, arena.lastByte != 0x0A { arena.append(0x0A) }
    }

    /// Text with each run of white space as one blank.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        arena.reserve(text.count + 1)
        for byte in text {
            if byte <= 0x20 {
                isAfterBlank = true
                continue
            }
            if isAfterLine { beginLine() }
            if isAfterBlank {
                isAfterBlank = false
                let isApart = arena.count > start && arena.lastByte > 0x20
                if isApart { arena.append(0x20) }
            }
            arena.append(byte)
        }
    }
}
