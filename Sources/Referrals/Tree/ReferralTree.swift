import CareModel
import Diagnostics
import XMLSyntax

/// The elements of a document, or of one referral in it, held while a record is made of them.
///
/// Whoever takes a value marks it as read: what nobody took is known in the end, and is kept too.
struct ReferralTree: ~Copyable {
    struct Node {
        /// -1 of a text.
        var name: XMLName
        var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        var firstAttribute: Int32 = 0
        var attributeCount: Int32 = 0
        /// Of a text: its bytes without white space at either end.
        var text = Slot.none
        var line: Int32
        var start: Int
        var end: Int
        /// Of a text: whether somebody took it.
        var isRead = false
        /// Of a text: whether white space came before it, and after it.
        var isAfterBlank = false
        var isBeforeBlank = false
    }

    struct Attribute {
        var name: XMLName
        var value: Slot
        var isRead = false
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [Attribute] = []
    /// Local names of elements that no grammar of ours has, by their numbers.
    private(set) var strangers: [Int32: String] = [:]
    /// Bytes of encoded texts that are too long to be held, by their nodes.
    private var lettingGo: [Int: Int] = [:]
    /// Whether a run of white space in a value stands for one blank, as in an `xs:token`.
    var collapsesValues = false
    let arena: RecordArena
    private var open: Int32 = -1

    init(_ arena: RecordArena) { self.arena = arena }

    /// Nothing was begun, or everything has ended.
    var isComplete: Bool { open < 0 }
    var isEmpty: Bool { nodes.isEmpty }

    mutating func clear() {
        let isLong = nodes.count > 1 << 14
        nodes.removeAll(keepingCapacity: !isLong)
        attributes.removeAll(keepingCapacity: !isLong)
        if !strangers.isEmpty { strangers = [:] }
        if !lettingGo.isEmpty { lettingGo = [:] }
        open = -1
        arena.clear()
    }

    // MARK: Building

    mutating func begin(_ event: XMLEvent, _ reader: borrowing XMLReader) {
        let index = append(
            Node(
                name: event.name, parent: open, line: Int32(truncatingIfNeeded: event.line),
                start: event.range.start, end: event.range.end))
        if event.name.index >= ReferralNames.count, strangers[event.name.index] == nil {
            strangers[event.name.index] = reader.name(event.name).local
        }
        nodes[index].firstAttribute = Int32(truncatingIfNeeded: attributes.count)
        for attribute in reader.attributes(event) {
            let name = attribute.name
            if name.index >= ReferralNames.count {
                let text = reader.name(name)
                if text.namespace == XMLNameText.declarations { continue }
                strangers[name.index] = text.local
            }
            let value = reader.value(attribute)
            attributes.append(
                Attribute(
                    name: name, value: collapsesValues ? arena.addWords(value) : arena.add(value)))
        }
        nodes[index].attributeCount =
            Int32(truncatingIfNeeded: attributes.count) - nodes[index].firstAttribute
        open = Int32(truncatingIfNeeded: index)
    }

    mutating func end(_ event: XMLEvent) {
        guard open >= 0 else { return }
        let index = Int(open)
        nodes[index].end = event.range.end
        open = nodes[index].parent
    }

    mutating func add(text event: XMLEvent, _ reader: borrowing XMLReader) {
        guard open >= 0 else { return }
        let before = Int(nodes[Int(open)].lastChild)
        // A comment or an instruction does not part a text.
        let goesOn = before >= 0 && nodes[before].name == .none
        if event.isBlank {
            if goesOn { nodes[before].isBeforeBlank = true }
            return
        }
        let text = reader.text(event)
        let isAfterBlank = (text.first ?? 0) <= 0x20
        if goesOn {
            let isApart = nodes[before].isBeforeBlank || isAfterBlank
            nodes[before].text = arena.addWords(text, behind: nodes[before].text, isApart: isApart)
            nodes[before].isBeforeBlank = (text.last ?? 0) <= 0x20
            nodes[before].end = event.range.end
            return
        }
        let index = append(
            Node(
                name: .none, parent: open, line: Int32(truncatingIfNeeded: event.line),
                start: event.range.start, end: event.range.end))
        if event.isLetGo { lettingGo[index] = event.range.count }
        let isEncoded = arena.holds(value(Int(open), AttributeName.representation.name), "B64")
        nodes[index].text = isEncoded ? arena.add(text) : arena.addWords(text)
        nodes[index].isAfterBlank = isAfterBlank
        nodes[index].isBeforeBlank = (text.last ?? 0) <= 0x20
    }

    /// Bytes of the text of an element, whether it is held or not.
    func textSize(_ node: Int) -> Int {
        var size = 0
        var index = firstChild(node)
        while index >= 0 {
            if nodes[index].name == .none { size += lettingGo[index] ?? nodes[index].text.count }
            index = next(index)
        }
        return size
    }

    /// Elements with texts that are not held and that nobody took.
    var untakenEncoded: [Int] {
        lettingGo.keys.filter { !nodes[$0].isRead }.map { Int(nodes[$0].parent) }.sorted()
    }

    private mutating func append(_ node: Node) -> Int {
        let index = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(node)
        if open >= 0 {
            let last = nodes[Int(open)].lastChild
            if last < 0 {
                nodes[Int(open)].firstChild = index
            } else {
                nodes[Int(last)].next = index
            }
            nodes[Int(open)].lastChild = index
        }
        return Int(index)
    }

    // MARK: Reading

    /// The first element of this name in another; -1 where there is none, or no element to look in.
    func child(_ node: Int, _ name: XMLName) -> Int {
        guard node >= 0 else { return -1 }
        return search(Int(nodes[node].firstChild), name)
    }

    /// The next element of this name beside one.
    func sibling(_ node: Int, _ name: XMLName) -> Int { search(Int(nodes[node].next), name) }

    private func search(_ first: Int, _ name: XMLName) -> Int {
        var index = first
        while index >= 0 {
            if nodes[index].name == name { return index }
            index = Int(nodes[index].next)
        }
        return -1
    }

    func firstChild(_ node: Int) -> Int { node < 0 ? -1 : Int(nodes[node].firstChild) }
    func next(_ node: Int) -> Int { Int(nodes[node].next) }

    /// The value of an attribute, which counts as read now.
    mutating func take(_ node: Int, _ name: XMLName) -> Slot {
        guard node >= 0 else { return .none }
        let first = Int(nodes[node].firstAttribute)
        for index in first..<first + Int(nodes[node].attributeCount)
        where attributes[index].name == name {
            attributes[index].isRead = true
            return attributes[index].value
        }
        return .none
    }

    /// The value of an attribute, which somebody else reads.
    func value(_ node: Int, _ name: XMLName) -> Slot {
        guard node >= 0 else { return .none }
        let first = Int(nodes[node].firstAttribute)
        for index in first..<first + Int(nodes[node].attributeCount)
        where attributes[index].name == name {
            return attributes[index].value
        }
        return .none
    }

    /// The first text of an element, which counts as read now.
    mutating func takeText(_ node: Int) -> Slot {
        guard node >= 0 else { return .none }
        var index = Int(nodes[node].firstChild)
        while index >= 0 {
            if nodes[index].name == .none {
                nodes[index].isRead = true
                return nodes[index].text
            }
            index = Int(nodes[index].next)
        }
        return .none
    }

    /// Whatever is in an element counts as read: it is kept as words, or says nothing.
    mutating func pass(_ node: Int) {
        guard node >= 0 else { return }
        let end = self.end(of: node)
        for index in node..<end {
            nodes[index].isRead = true
            let first = Int(nodes[index].firstAttribute)
            for place in first..<first + Int(nodes[index].attributeCount) {
                attributes[place].isRead = true
            }
        }
    }

    /// Index behind the last node in an element.
    func end(of node: Int) -> Int {
        var index = node
        while index >= 0 {
            let next = Int(nodes[index].next)
            if next >= 0 { return next }
            index = Int(nodes[index].parent)
        }
        return nodes.count
    }

    func range(_ node: Int) -> ByteRange {
        node >= 0 ? ByteRange(nodes[node].start, nodes[node].end) : ByteRange(0, 0)
    }
}
