/// Looks over a document while it is read, a part at a time: what libxml2 would find nothing wrong
/// with, it is not shown.
///
/// A part is what the root may hold any number of, as a referral in a list of them, or the root
/// itself. All that comes of a part is kept until it ends, and forgotten where all was surely right.
/// At the first thing that may be wrong libxml2 is told the part from its beginning, and sees the
/// rest of it as it comes.
struct QuickValidation: ~Copyable {
    /// Who sees what comes.
    private enum Place {
        /// libxml2 sees all: the tables tell nothing of this document, or there are none.
        case off
        /// Between parts.
        case between
        /// In a part in which all was right so far.
        case inside
        /// In a part that libxml2 sees.
        case seen
    }

    /// An element that is open.
    private struct Frame {
        var kind: UnsafePointer<QuickSchema.Kind>
        /// Index of the element that may come next, or again.
        var next: Int32
        /// Whether the element at that index came.
        var hasNext = false
        /// Whether a text came that is enough for its type, or is all that it has.
        var hasText = false
    }

    /// What has the tables, which are asked for when a document of the schema begins.
    private let source: XMLSchema?
    /// Keeps the tables.
    private var owner: QuickSchema?
    private var schema: QuickTables?
    /// Numbers of the schema's names by those of the reader; -1 for names that it has not.
    private var numbers: UnsafeMutablePointer<Int32>?
    private let names: XMLNames
    private let nameCount: Int
    private var place = Place.off
    /// Elements around what is in a part, the part's own among them.
    private var partDepth = 0
    /// What a part is, if the root holds any number of them.
    private var part: QuickSchema.Part?
    private var frames: UnsafeMutablePointer<Frame>
    private var frameCount = 0
    private static let greatestDepth = 64
    private var log = EventLog()

    init(_ source: XMLSchema?, _ names: XMLNames) {
        self.source = source
        self.names = names
        nameCount = names.texts.count
        frames = .allocate(capacity: Self.greatestDepth)
    }

    /// Whether there may be tables to look documents over by.
    var isOn: Bool { source != nil }

    /// Gives back what it owns.
    func free() {
        frames.deallocate()
        numbers?.deallocate()
        log.free()
    }

    /// A document begins.
    mutating func begin() {
        place = .off
        partDepth = 0
        part = nil
        forget()
    }

    /// What is kept, until more comes.
    var kept: EventLog.Kept { log.kept }

    /// Whether libxml2 has to be told what is kept before it sees what came.
    var holdsEvents: Bool { !log.isEmpty }

    /// Forgets what is kept: it was told, or all of it was right.
    mutating func forget() {
        log.clear()
        frameCount = 0
    }

    // MARK: What comes

    /// Whether an element that begins is surely right, with all that came of its part.
    ///
    /// - Parameters:
    ///   - attributes: its own, as they are numbered; their values are at `bytes`.
    ///   - isTainted: whether libxml2 judges what is in the root by what it found wrong before.
    @inline(__always)
    mutating func start(
        _ tag: StartTag, _ name: XMLName, _ attributes: UnsafeBufferPointer<XMLAttribute>,
        _ bytes: UnsafePointer<UInt8>, depth: Int, line: Int, isTainted: Bool
    ) -> Bool {
        if case .inside = place {
            guard let kind = kind(of: number(name)),
                isRight(kind, attributes, bytes), log.hasRoom
            else { return leave() }
            push(kind)
        } else {
            guard begins(name, depth, isTainted), let schema else { return false }
            let kind = schema.kinds + Int(part?.kind ?? schema.root(number(name)))
            guard isRight(kind, attributes, bytes) else {
                place = .seen
                return false
            }
            place = .inside
            push(kind)
        }
        log.start(tag, line: line)
        return true
    }

    /// Whether an element that ends is surely right, with all that came of its part.
    @inline(__always)
    mutating func end(
        _ local: EventLog.Name, _ prefix: EventLog.Name?, _ namespace: EventLog.Name?,
        depth: Int, line: Int
    ) -> Bool {
        guard case .inside = place else {
            if case .seen = place, depth == partDepth { place = .between }
            return false
        }
        guard isComplete(frames[frameCount &- 1]) else {
            _ = leave()
            if depth == partDepth { place = .between }
            return false
        }
        frameCount &-= 1
        if frameCount == 0 {
            place = .between
            log.clear()
        } else {
            log.end(local, prefix, namespace, line: line)
        }
        return true
    }

    /// Whether a text is surely right, with all that came of its part.
    @inline(__always)
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, depth: Int, line: Int) -> Bool {
        switch place {
        case .off, .seen: return false
        // Of a root that holds elements alone white space says nothing.
        case .between: return part != nil && depth < partDepth && Self.isBlank(text)
        case .inside: break
        }
        guard takes(text), log.hasRoom else { return leave() }
        log.text(text, line: line)
        return true
    }

    // MARK: Parts

    /// Whether a part begins with an element.
    private mutating func begins(_ name: XMLName, _ depth: Int, _ isTainted: Bool) -> Bool {
        if depth == 1 { return beginsRoot(name) }
        guard case .between = place, depth == partDepth, let part else { return false }
        if !isTainted, number(name) == part.name { return true }
        place = .seen
        return false
    }

    /// Whether the root is a part itself.
    @inline(never)
    private mutating func beginsRoot(_ name: XMLName) -> Bool {
        if owner == nil { owner = source?.tables }
        guard let owner else { return false }
        let schema = owner.tables
        self.schema = schema
        if numbers == nil {
            let made = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, nameCount))
            for (index, text) in names.texts.enumerated() {
                (made + index).initialize(to: owner.names[text] ?? -1)
            }
            numbers = made
        }
        let root = schema.root(number(name))
        guard root >= 0 else { return false }
        part = schema.repeated(in: root)
        partDepth = part == nil ? 1 : 2
        place = part == nil ? .inside : .between
        return part == nil
    }

    /// Leaves the rest of a part to libxml2.
    @inline(never)
    private mutating func leave() -> Bool {
        place = .seen
        return false
    }

    @inline(__always)
    private func number(_ name: XMLName) -> Int32 {
        let index = Int(name.index)
        guard let numbers, index >= 0, index < nameCount else { return -1 }
        return numbers[index]
    }

    @inline(__always)
    private mutating func push(_ kind: UnsafePointer<QuickSchema.Kind>) {
        (frames + frameCount).initialize(to: Frame(kind: kind, next: 0))
        frameCount &+= 1
    }

    // MARK: Elements

    /// The type of an element that comes in the one that is open; `nil` where none may come.
    @inline(__always)
    private mutating func kind(of name: Int32) -> UnsafePointer<QuickSchema.Kind>? {
        guard name >= 0, frameCount > 0, frameCount < Self.greatestDepth, let schema else {
            return nil
        }
        let frame = frames + (frameCount &- 1)
        let kind = frame.pointee.kind
        guard kind.pointee.content == .elements else { return nil }
        let parts = schema.parts + Int(kind.pointee.firstPart)
        var index = frame.pointee.next
        var hasCome = frame.pointee.hasNext
        while index < kind.pointee.partCount {
            let part = parts + Int(index)
            if part.pointee.name == name {
                guard !hasCome || part.pointee.isUnbounded else { return nil }
                frame.pointee.next = index
                frame.pointee.hasNext = true
                return schema.kinds + Int(part.pointee.kind)
            }
            guard hasCome || part.pointee.isOptional else { return nil }
            index &+= 1
            hasCome = false
        }
        return nil
    }

    /// Whether an element has the attributes that its type asks for, each with a value of its type.
    @inline(__always)
    private func isRight(
        _ kind: UnsafePointer<QuickSchema.Kind>, _ given: UnsafeBufferPointer<XMLAttribute>,
        _ bytes: UnsafePointer<UInt8>
    ) -> Bool {
        guard let schema else { return false }
        let known = schema.attributes + Int(kind.pointee.firstAttribute)
        let count = Int(kind.pointee.attributeCount)
        var required = kind.pointee.requiredCount
        // Most come in the order of the schema.
        var place = 0
        for attribute in given {
            let name = number(attribute.name)
            guard name >= 0 else { return false }
            var left = count
            while left > 0, known[place].name != name {
                left &-= 1
                place = place &+ 1 < count ? place &+ 1 : 0
            }
            guard left > 0,
                schema.isSure(
                    known[place].value, bytes + Int(attribute.start), attribute.count,
                    isPlain: attribute.isPlain)
            else { return false }
            if known[place].isRequired { required &-= 1 }
            place = place &+ 1 < count ? place &+ 1 : 0
        }
        return required == 0
    }

    /// Whether an element may end that has had no more than it had.
    @inline(__always)
    private func isComplete(_ frame: Frame) -> Bool {
        guard let schema else { return false }
        switch frame.kind.pointee.content {
        case .empty: return true
        case .value: return frame.hasText || schema.takesNothing(frame.kind.pointee.value)
        case .elements:
            let parts = schema.parts + Int(frame.kind.pointee.firstPart)
            var index = frame.next
            if frame.hasNext { index &+= 1 }
            while index < frame.kind.pointee.partCount {
                guard parts[Int(index)].isOptional else { return false }
                index &+= 1
            }
            return true
        }
    }

    // MARK: Texts

    /// Whether the element that is open takes a text.
    @inline(__always)
    private mutating func takes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let schema, let bytes = text.baseAddress, frameCount > 0 else { return false }
        let frame = frames + (frameCount &- 1)
        switch frame.pointee.kind.pointee.content {
        case .empty: return false
        case .elements: return Self.isBlank(text)
        case .value:
            let value = frame.pointee.kind.pointee.value
            let takesParts = schema.takesParts(value)
            if frame.pointee.hasText { return takesParts }
            let isSure = schema.isSure(value, bytes, text.count, isPlain: false)
            frame.pointee.hasText = isSure
            return isSure || takesParts
        }
    }

    @inline(__always)
    private static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.baseAddress.map { PlainText.isBlank($0, text.count) } ?? true
    }
}
