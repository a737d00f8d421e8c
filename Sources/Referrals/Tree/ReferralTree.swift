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
        /// Of a text its slot, of an element its first attribute and how many it has: a long
        /// document has very many nodes.
        private var content: (UInt32, UInt32) = (0, 0)
        var line: Int32
        private var byteCount: UInt32
        /// Of a text: whether somebody took it.
        var isRead = false
        /// Of a text: whether white space came before it, and after it.
        var isAfterBlank = false
        var isBeforeBlank = false
        let start: Int

        init(_ event: XMLEvent, parent: Int32, firstAttribute: Int, attributeCount: Int) {
            self.init(event, event.name, parent)
            content.0 = UInt32(truncatingIfNeeded: firstAttribute)
            content.1 = UInt32(truncatingIfNeeded: attributeCount)
        }

        init(_ event: XMLEvent, parent: Int32, text: Slot) {
            self.init(event, .none, parent)
            content = (text.start, text.extent)
        }

        private init(_ event: XMLEvent, _ name: XMLName, _ parent: Int32) {
            self.name = name
            self.parent = parent
            line = Int32(truncatingIfNeeded: event.line)
            start = event.range.start
            byteCount = UInt32(clamping: event.range.count)
        }

        @inline(__always)
        var isText: Bool { name.index < 0 }

        /// Its bytes without white space at either end.
        var text: Slot {
            get { isText ? Slot(start: content.0, extent: content.1) : .none }
            set { content = (newValue.start, newValue.extent) }
        }

        /// Indices of its attributes.
        @inline(__always)
        var attributes: Range<Int> {
            let first = isText ? 0 : Int(content.0)
            return first..<first + (isText ? 0 : Int(content.1))
        }

        var end: Int {
            get { start + Int(byteCount) }
            set { byteCount = UInt32(clamping: newValue - start) }
        }
    }

    struct Attribute {
        /// Of its name, with a mark where somebody took it: a long document has very many.
        private var number: Int32
        let value: Slot
        private static let readMark: Int32 = 1 << 30

        init(name: XMLName, value: Slot) {
            number = name.index & ~Self.readMark
            self.value = value
        }

        var name: XMLName { XMLName(index: number & ~Self.readMark) }

        var isRead: Bool {
            get { number & Self.readMark != 0 }
            set { number = newValue ? number | Self.readMark : number & ~Self.readMark }
        }
    }

    private(set) var nodes = TreeList<Node>()
    private(set) var attributes = TreeList<Attribute>()
    /// Names from this number on are none of our grammars'.
    private let firstStranger = ReferralNames.count
    /// Of the element whose attributes were looked for last: which names they may have.
    private var known = (node: -1, names: UInt64(0))
    /// Local names of elements that no grammar of ours has, by their numbers.
    private(set) var strangers: [Int32: String] = [:]
    /// Bytes of encoded texts that are too long to be held, by their nodes.
    private var lettingGo: [Int: Int] = [:]
    /// Whether a run of white space in a value stands for one blank, as in an `xs:token`.
    var collapsesValues = false
    let arena: RecordArena
    private var open: Int32 = -1
    /// Whether white space came since the last text.
    private var hasBlank = false

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
        hasBlank = false
        known.node = -1
        arena.clear()
    }

    // MARK: Building

    mutating func begin(_ event: XMLEvent, _ reader: inout XMLReader) {
        if event.followsBlank { hasBlank = true }
        if event.name.index >= firstStranger { noteStranger(event.name, &reader) }
        let first = attributes.count
        for attribute in reader.attributes(event) {
            let name = attribute.name
            if name.index >= firstStranger, !noteStranger(name, &reader) { continue }
            let value = reader.value(attribute)
            attributes.append(Attribute(name: name, value: add(value, attribute.isPlain)))
        }
        open = append(
            Node(
                event, parent: open, firstAttribute: first,
                attributeCount: attributes.count - first))
    }

    @inline(__always)
    private func add(_ value: UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> Slot {
        if isPlain { return arena.add(plain: value) }
        return collapsesValues ? arena.addWords(value) : arena.add(value)
    }

    /// Keeps the name of what no grammar of ours has; whether it is more than a declaration of a
    /// namespace.
    @inline(never) @discardableResult
    private mutating func noteStranger(_ name: XMLName, _ reader: inout XMLReader) -> Bool {
        let text = reader.name(name)
        if text.namespace == XMLNameText.declarations { return false }
        strangers[name.index] = text.local
        return true
    }

    mutating func end(_ event: XMLEvent) {
        guard open >= 0 else { return }
        if event.followsBlank { hasBlank = true }
        let index = Int(open)
        nodes[index].end = event.range.end
        open = nodes[index].parent
    }

    mutating func add(text event: XMLEvent, _ reader: inout XMLReader) {
        guard open >= 0 else { return }
        let before = Int(nodes[Int(open)].lastChild)
        // A comment or an instruction does not part a text.
        let goesOn = before >= 0 && nodes[before].isText
        if event.isBlank {
            if goesOn { nodes[before].isBeforeBlank = true } else { hasBlank = true }
            return
        }
        let text = reader.text(event)
        if !goesOn, !text.isEmpty, PlainText.isPlain(text) {
            var node = Node(event, parent: open, text: arena.add(plain: text))
            node.isAfterBlank = hasBlank
            hasBlank = false
            _ = append(node)
            return
        }
        addUnusual(text, of: event, behind: goesOn ? before : -1)
    }

    /// Adds a text that has to be looked at, or that goes on with another.
    @inline(never)
    private mutating func addUnusual(
        _ text: UnsafeBufferPointer<UInt8>, of event: XMLEvent, behind before: Int
    ) {
        let isAfterBlank = (text.first ?? 0) <= 0x20
        if before >= 0 {
            let isApart = nodes[before].isBeforeBlank || isAfterBlank
            nodes[before].text = arena.addWords(text, behind: nodes[before].text, isApart: isApart)
            nodes[before].isBeforeBlank = (text.last ?? 0) <= 0x20
            nodes[before].end = event.range.end
            return
        }
        let isEncoded = arena.holds(value(Int(open), AttributeName.representation.name), "B64")
        var node = Node(
            event, parent: open, text: isEncoded ? arena.add(text) : arena.addWords(text))
        node.isAfterBlank = isAfterBlank || hasBlank
        node.isBeforeBlank = (text.last ?? 0) <= 0x20
        hasBlank = false
        let index = append(node)
        if event.isLetGo { lettingGo[Int(index)] = event.range.count }
    }

    /// Bytes of the text of an element, whether it is held or not.
    func textSize(_ node: Int) -> Int {
        var size = 0
        var index = firstChild(node)
        while index >= 0 {
            if nodes[index].isText { size += lettingGo[index] ?? nodes[index].text.count }
            index = next(index)
        }
        return size
    }

    /// Elements with texts that are not held and that nobody took.
    var untakenEncoded: [Int] {
        lettingGo.keys.filter { !nodes[$0].isRead }.map { Int(nodes[$0].parent) }.sorted()
    }

    /// Adds a node as the last in the one that is open; its index.
    @inline(__always)
    private mutating func append(_ node: Node) -> Int32 {
        let index = Int32(truncatingIfNeeded: nodes.count)
        let parent = Int(open)
        if parent >= 0 {
            let last = Int(nodes[parent].lastChild)
            if last < 0 { nodes[parent].firstChild = index } else { nodes[last].next = index }
            nodes[parent].lastChild = index
        }
        nodes.append(node)
        return index
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
            if nodes[index].name.index == name.index { return index }
            index = Int(nodes[index].next)
        }
        return -1
    }

    func firstChild(_ node: Int) -> Int { node < 0 ? -1 : Int(nodes[node].firstChild) }
    func next(_ node: Int) -> Int { Int(nodes[node].next) }

    /// The value of an attribute, which counts as read now.
    @inline(__always)
    mutating func take(_ node: Int, _ name: XMLName) -> Slot {
        let place = place(ofAttribute: name, of: node)
        guard place >= 0 else { return .none }
        attributes[place].isRead = true
        return attributes[place].value
    }

    /// The same of a list of known names: of most elements most attributes are asked for in vain.
    @inline(__always)
    mutating func take(_ node: Int, _ attribute: AttributeName) -> Slot {
        guard mayHave(node, attribute) else { return .none }
        return take(node, attribute.name)
    }

    /// The value of an attribute, which somebody else reads.
    func value(_ node: Int, _ name: XMLName) -> Slot {
        let place = place(ofAttribute: name, of: node)
        return place >= 0 ? attributes[place].value : .none
    }

    /// The same of a list of known names.
    @inline(__always)
    mutating func value(_ node: Int, _ attribute: AttributeName) -> Slot {
        guard mayHave(node, attribute) else { return .none }
        return value(node, attribute.name)
    }

    /// Index of an attribute; -1 where an element has none of this name.
    private func place(ofAttribute name: XMLName, of node: Int) -> Int {
        guard node >= 0 else { return -1 }
        for place in nodes[node].attributes where attributes[place].name.index == name.index {
            return place
        }
        return -1
    }

    /// Whether an element may have an attribute; what it has is worked out once.
    @inline(__always)
    private mutating func mayHave(_ node: Int, _ attribute: AttributeName) -> Bool {
        if known.node != node { know(node) }
        return known.names & Self.mark(attribute.rawValue) != 0
    }

    @inline(never)
    private mutating func know(_ node: Int) {
        var names: UInt64 = 0
        if node >= 0 {
            for place in nodes[node].attributes {
                names |= Self.mark(attributes[place].name.index)
            }
        }
        known = (node, names)
    }

    /// A bit of a name, which others have too.
    @inline(__always)
    private static func mark(_ name: Int32) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: name & 63)
    }

    /// The first text of an element, which counts as read now.
    mutating func takeText(_ node: Int) -> Slot {
        guard node >= 0 else { return .none }
        var index = Int(nodes[node].firstChild)
        while index >= 0 {
            if nodes[index].isText {
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
            for place in nodes[index].attributes { attributes[place].isRead = true }
        }
    }

    /// Nobody has taken what is in an element, but for what is in those that are kept.
    mutating func giveBack(_ node: Int, keeping isKept: [Bool]) {
        let end = self.end(of: node)
        var index = node
        while index < end {
            if index != node, isKept[index] {
                index = self.end(of: index)
                continue
            }
            nodes[index].isRead = false
            for place in nodes[index].attributes { attributes[place].isRead = false }
            index += 1
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
