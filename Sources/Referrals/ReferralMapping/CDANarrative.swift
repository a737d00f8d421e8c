import CareModel
import XMLSyntax

// Words in paragraphs, lists and tables: those of sections were put together when they were read.

extension ReferralMapper {
    /// Remembers which elements outside narratives have a number that entries refer to.
    mutating func readNarratives() {
        facts.narrativeBytes = max(arena.count, 1 << 16)
        for index in tree.nodes.indices {
            let slot = tree.value(index, AttributeName.narrativeID.name)
            guard !slot.isEmpty, let id = Text(arena.bytes(slot)) else { continue }
            if facts.narratives[id] == nil { facts.narratives[id] = index }
        }
    }

    /// The words that the reference `#id` of an element leads to.
    ///
    /// Each of many entries may refer to the same long words. All together bring as much as the
    /// document has; what is beyond is not followed, and its words stand in their section.
    mutating func narrative(_ element: Int) -> Slot {
        let bytes = arena.bytes(tree.value(element, AttributeName.value.name))
        guard bytes.first == 0x23,
            let id = Text(UnsafeBufferPointer(rebasing: bytes.dropFirst())),
            tree.numberedWords[id] != nil || facts.narratives[id] != nil
        else {
            _ = take(element, .value)
            return .none
        }
        if facts.narrativeBytes > 0 {
            let words = words(numbered: id)
            facts.narrativeBytes -= words.count
            if facts.narrativeBytes >= 0 {
                _ = take(element, .value)
                return words
            }
        }
        if facts.unfollowed < 0 { facts.unfollowed = element }
        return .none
    }

    /// The words of an entry's `text`: its own, or those of the narrative that it refers to.
    mutating func entryWords(_ text: Int) -> Slot {
        guard text >= 0 else { return .none }
        let own = words(of: text)
        if own.isEmpty { return narrative(child(text, .reference)) }
        tree.pass(text)
        return own
    }

    private mutating func words(numbered id: Text) -> Slot {
        if let words = tree.numberedWords[id] { return words }
        guard let node = facts.narratives[id] else { return .none }
        let words = facts.narrativeWords[node] ?? words(of: node)
        facts.narrativeWords[node] = words
        return words
    }

    /// The words of an element without markup: each paragraph, item and row is a line, and the
    /// cells of a row are parted by ` | `. What was deleted is none of them.
    ///
    /// Source: CDA R2, narrative block, `content/@revised`.
    mutating func words(of node: Int) -> Slot {
        guard node >= 0 else { return .none }
        if let words = tree.sectionWords[node] { return words }
        var text: [UInt8] = []
        var lineEnds: [Int] = []
        var isAfterLine = false
        let end = tree.end(of: node)
        var index = node
        while index < end {
            while let last = lineEnds.last, last <= index {
                lineEnds.removeLast()
                isAfterLine = true
            }
            let element = tree.nodes[index]
            if element.name == .none {
                if isAfterLine { beginLine(&text) }
                isAfterLine = false
                append(element, to: &text)
            } else if arena.holds(tree.value(index, AttributeName.revised.name), "delete") {
                index = tree.end(of: index)
                continue
            } else if CDAName.isLine(element.name) {
                lineEnds.append(tree.end(of: index))
                beginLine(&text)
            } else if CDAName.isCell(element.name) {
                isAfterLine = false
                if !text.isEmpty, text.last != 0x0A { text += Array(" | ".utf8) }
            }
            index += 1
        }
        return arena.add(text)
    }

    private func beginLine(_ text: inout [UInt8]) {
        while text.last == 0x20 { text.removeLast() }
        if !text.isEmpty, text.last != 0x0A { text.append(0x0A) }
    }

    /// Text with each run of white space as one blank.
    private func append(_ node: ReferralTree.Node, to text: inout [UInt8]) {
        if node.isAfterBlank, let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
        var isBlank = false
        for byte in arena.bytes(node.text) {
            if byte <= 0x20 {
                isBlank = true
            } else {
                if isBlank { text.append(0x20) }
                isBlank = false
                text.append(byte)
            }
        }
        if node.isBeforeBlank, text.last != 0x20 { text.append(0x20) }
    }
}
