import CareModel
import Diagnostics
import XMLSyntax

/// Makes trees of resources as the tags of a document come.
struct FHIRBuilder {
    let tree = FHIRTree()
    var bundle = FHIRBundle()
    /// The type of the document's resource.
    private(set) var rootType = FHIRType.unknown
    let numbers: FHIRNumbers
    var frames: [Frame] = []
    /// Bundles inside the document's own that are open, by their numbers, and how many have begun.
    var openBundles: [Int32] = []
    var bundleCount: Int32 = 0
    /// Elements open inside one that is not kept.
    var skipped = 0
    private let markup = FHIRMarkup()
    private var narrative: FHIRNarrative?
    /// Whether it is made of the elements alone, as its status says.
    private var isNarrativeMade = false
    /// Words of such narratives, of resources that have not ended.
    private var madeWords: [(node: UInt32, words: [UInt8])] = []
    /// Resources that have the name of another, and that one.
    private(set) var twins: [(Int, Int)] = []

    init(_ names: XMLNames) { numbers = FHIRNumbers(names) }

    /// Whether an entry of the Bundle, or the resource that the document is, has just ended.
    private(set) var isBetweenEntries = false

    /// Entries of the Bundle that have begun.
    var entryCount = 0
    /// Where the last entry ended, or what stands in front of the first.
    private(set) var completeOffset = 0

    mutating func reset() {
        entryCount = 0
        isBetweenEntries = false
        tree.reset()
        tree.isNewestFirst = false
        markup.reset()
        bundle = FHIRBundle()
        rootType = .unknown
        frames.removeAll(keepingCapacity: true)
        openBundles = []
        bundleCount = 0
        skipped = 0
        narrative = nil
        madeWords = []
        twins = []
    }

    mutating func forgetTwins() { twins = [] }

    mutating func take(_ event: XMLEvent, of reader: inout XMLReader) {
        isBetweenEntries = false
        if event.followsBlank { narrative?.appendBlank() }
        switch event.kind {
        case .start: start(event, &reader)
        case .end: end(event, &reader)
        case .text:
            if narrative == nil { return addWords(event, &reader) }
            narrative?.append(reader.text(event))
        default: break
        }
    }

    // MARK: Beginnings

    @inline(__always)
    private mutating func start(_ event: XMLEvent, _ reader: inout XMLReader) {
        if skipped > 0 {
            skipped += 1
            narrative?.start(event, &reader)
            return
        }
        guard let parent = frames.last else { return startRoot(event, &reader) }
        switch parent.kind {
        case .element: startElement(event, parent, &reader)
        case .unread: startInUnread(event, parent, &reader)
        case .holder: startResource(event, in: parent, &reader)
        case .entry: startInEntry(event, &reader)
        case .request: startInRequest(event, &reader)
        case .bundle: startInBundle(event, &reader)
        }
    }

    private mutating func startRoot(_ event: XMLEvent, _ reader: inout XMLReader) {
        rootType = numbers.type(event.name)
        completeOffset = event.range.start
        tree.isBundle = rootType == .bundle
        if tree.isBundle {
            bundle.range = event.range
            bundle.line = event.line
            frames.append(Frame(kind: .bundle, start: event.range.start))
        } else {
            startResource(
                event, in: Frame(kind: .holder, start: event.range.start), &reader)
        }
    }

    private mutating func startResource(
        _ event: XMLEvent, in holder: Frame, _ reader: inout XMLReader
    ) {
        let type = numbers.type(event.name)
        if type == .bundle { return startInnerBundle(event) }
        if holder.node == 0 { noteSecondResource(event) }
        bundle.count(type)
        let line = event.line
        var frame = Frame(kind: type.isRead ? .element : .unread, start: event.range.start)
        let node = FHIRNode(.unknown, at: event.range, line: line)
        frame.node = tree.add(node, to: holder.node, after: holder.lastChild)
        frame.isResource = true
        let index = tree.add(
            FHIRResource(
                type: type, node: frame.node, container: holder.resource,
                bundle: openBundles.last ?? 0, outerBundle: openBundles.dropLast().last ?? 0,
                range: event.range, line: UInt32(clamping: line), entry: entryCount))
        frame.resource = Int32(truncatingIfNeeded: index)
        frames.append(frame)
        if type.isRead, !reader.attributes(event).isEmpty { addStrangers(event, &reader) }
    }

    private mutating func startInUnread(
        _ event: XMLEvent, _ parent: Frame, _ reader: inout XMLReader
    ) {
        skipped = 1
        guard numbers.name(event.name) == .id, tree.resources[Int(parent.resource)].id.isEmpty,
            let value = reader.value(numbers.value, of: event)
        else { return }
        let id = tree.texts.add(value)
        tree.update(Int(parent.resource)) { $0.id = id }
    }

    @inline(__always)
    private mutating func startElement(
        _ event: XMLEvent, _ parent: Frame, _ reader: inout XMLReader
    ) {
        let name = numbers.name(event.name)
        var node = FHIRNode(name, at: event.range, line: event.line)
        let attributes = reader.attributes(event)
        if attributes.count == 1, attributes[0].name.index == numbers.value.index {
            let value = reader.value(attributes[0])
            node.value =
                attributes[0].isPlain ? tree.texts.add(plain: value) : tree.texts.add(value)
        } else if let value = reader.value(numbers.value, of: event) {
            node.value = tree.texts.add(value)
        }
        let index = tree.add(node, to: parent.node, after: parent.lastChild)
        frames[frames.count - 1].lastChild = index
        var frame = Frame(kind: name == .contained ? .holder : .element, node: index)
        frame.resource = parent.resource
        frames.append(frame)
        if name == .extension || name == .modifierExtension {
            addAttribute(numbers.url, .url, of: event, &reader)
        }
        if name != .div, attributes.count > (node.value.isEmpty ? 0 : 1) {
            // The element of a narrative is XHTML, and has attributes of its own.
            addStrangers(event, &reader)
        }
        if name == .id, parent.isResource, tree.resources[Int(parent.resource)].id.isEmpty {
            let id = node.value
            tree.update(Int(parent.resource)) { $0.id = id }
        } else if name == .div {
            startNarrative(parent)
        }
    }

    /// An attribute as if it were an element.
    private mutating func addAttribute(
        _ number: XMLName, _ name: FHIRName, of event: XMLEvent, _ reader: inout XMLReader
    ) {
        guard let value = reader.value(number, of: event) else { return }
        var node = FHIRNode(name, at: event.range, line: event.line)
        node.value = tree.texts.add(value)
        add(node)
    }

    /// Attributes that no element of FHIR has, as if they were elements.
    @inline(never)
    private mutating func addStrangers(_ event: XMLEvent, _ reader: inout XMLReader) {
        for attribute in reader.attributes(event) where !numbers.isKnown(attribute.name) {
            let name = reader.name(attribute.name)
            guard !name.namespace.hasPrefix("http://www.w3.org/") else { continue }
            var node = FHIRNode(.unknown, .attribute, at: event.range, line: event.line)
            node.value = tree.texts.add(reader.value(attribute))
            add(node)
        }
    }

    /// Words in an element: its value is an attribute, and they are none of it.
    @inline(never)
    private mutating func addWords(_ event: XMLEvent, _ reader: inout XMLReader) {
        guard skipped == 0, frames.last?.kind == .element else { return }
        var node = FHIRNode(.unknown, .words, at: event.range, line: event.line)
        node.value = tree.texts.add(reader.text(event))
        if !node.value.isEmpty { add(node) }
    }

    /// Adds a node as the last child of the element that is open.
    private mutating func add(_ node: FHIRNode) {
        let place = frames.count - 1
        frames[place].lastChild = tree.add(
            node, to: frames[place].node, after: frames[place].lastChild)
    }

    /// The words of a narrative are kept where they say more than the elements do: by its status, or
    /// as the resource says nothing else, which its end tells.
    private mutating func startNarrative(_ parent: Frame) {
        skipped = 1
        let text = tree.element(parent.node, of: Int(parent.resource))
        // It comes first: not all children are looked through for each of many narratives.
        var children = text.children
        let status = children.skip(to: .status)
        isNarrativeMade = status?.isOneOf(["generated", "extensions", "empty"]) ?? false
        if !isNarrativeMade || text.type.isStatement { narrative = FHIRNarrative(markup) }
    }

    // MARK: Ends

    @inline(__always)
    private mutating func end(_ event: XMLEvent, _ reader: inout XMLReader) {
        if skipped > 0 {
            skipped -= 1
            guard skipped == 0, frames.last?.kind == .element else {
                narrative?.end(event, &reader)
                return
            }
            endNarrative(event)
            return
        }
        guard let frame = frames.popLast() else { return }
        let end = event.range.end
        switch frame.kind {
        case .element, .unread:
            tree.close(frame.node, at: end)
            if frame.isResource { endResource(frame, at: end) }
        case .entry: endEntry(frame, at: end)
        case .bundle:
            if frame.bundle > 0 { openBundles.removeLast() }
            if frames.isEmpty { completeOffset = end }
        case .holder, .request: break
        }
    }

    /// Only a narrative's own element is open above one that is skipped inside an element.
    private mutating func endNarrative(_ event: XMLEvent) {
        guard let frame = frames.popLast() else { return }
        tree.close(frame.node, at: event.range.end)
        guard let words = narrative?.words else { return }
        narrative = nil
        if isNarrativeMade { return madeWords.append((frame.node, words)) }
        set(words, of: frame.node)
    }

    private func set(_ words: [UInt8], of node: UInt32) {
        tree.setValue(words.withUnsafeBufferPointer { tree.texts.add($0) }, of: node)
    }

    /// Words that were made of the elements are needed where there are none.
    private mutating func endMadeNarrative(_ frame: Frame) {
        guard let newest = madeWords.last, newest.node > frame.node else { return }
        let resource = tree.element(frame.node, of: Int(frame.resource))
        let isNeeded = !resource.saysMoreThanNarrative
        while let last = madeWords.last, last.node > frame.node {
            madeWords.removeLast()
            if isNeeded { set(last.words, of: last.node) }
        }
    }

    private mutating func endResource(_ frame: Frame, at end: Int) {
        if !madeWords.isEmpty { endMadeNarrative(frame) }
        let index = Int(frame.resource)
        let endNode = UInt32(truncatingIfNeeded: tree.nodes.count)
        tree.update(index) {
            $0.endNode = endNode
            $0.range = ByteRange($0.range.start, end)
        }
        guard let holder = frames.last else {
            register(index)
            completeOffset = end
            return
        }
        if holder.node > 0 {
            register(index)
            frames[frames.count - 1].lastChild = frame.node
        } else if frames.count >= 2 {
            endFormerResource(inEntry: frames.count - 2)
            frames[frames.count - 2].resource = frame.resource
        }
    }

    /// An entry has one resource: where another came before, its bytes end with it, and the rest of
    /// the entry is that of the last.
    private mutating func endFormerResource(inEntry place: Int) {
        let entry = frames[place]
        guard entry.resource >= 0 else { return }
        let index = Int(entry.resource)
        let end = tree.resources[index].range.end
        // The first of several resources has the address of the entry.
        tree.update(index) {
            $0.range = ByteRange(entry.start, end)
            $0.fullURL = entry.fullURL
        }
        register(index)
        frames[place].start = end
        frames[place].fullURL = .none
    }

    private mutating func endEntry(_ frame: Frame, at end: Int) {
        isBetweenEntries = frames.count == 1
        if isBetweenEntries { completeOffset = end }
        guard frame.resource >= 0 else { return }
        let index = Int(frame.resource)
        tree.update(index) {
            $0.fullURL = frame.fullURL
            $0.range = ByteRange(frame.start, end)
        }
        register(index)
    }

    private mutating func register(_ index: Int) {
        if let twin = tree.register(index), !bundle.isHistory { twins.append((index, twin)) }
    }

    /// Ends a document that broke off: what is open is not complete, and no resource.
    mutating func abandon() {
        if !frames.isEmpty { tree.abandon(from: completeOffset) }
        frames.removeAll(keepingCapacity: true)
        openBundles = []
        skipped = 0
        narrative = nil
        madeWords = []
    }
}
