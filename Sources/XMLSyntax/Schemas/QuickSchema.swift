/// What a schema says, as tables that tell what is surely right.
///
/// Of most documents nothing is wrong: they are looked over by these tables, and only where
/// something may be wrong does libxml2 see them, which knows all of the schema and says what is.
///
/// Owns its tables; nothing in them changes.
final class QuickSchema: @unchecked Sendable {
    /// What may be in an element.
    enum Content: UInt8 {
        /// Nothing, not even white space.
        case empty
        /// Elements in a certain order, with white space between them.
        case elements
        /// A value.
        case value
    }

    /// A type of elements.
    struct Kind {
        var content = Content.empty
        /// Index of the simple type of the value.
        var value: Int32 = -1
        /// Indices of what may be in it, and of its attributes.
        var firstPart: Int32 = 0
        var partCount: Int32 = 0
        var firstAttribute: Int32 = 0
        var attributeCount: Int32 = 0
        var requiredCount: Int32 = 0
    }

    /// An element in a sequence, by its name's number.
    struct Part {
        let name: Int32
        let kind: Int32
        let isOptional: Bool
        let isUnbounded: Bool
    }

    struct Attribute {
        let name: Int32
        let value: Int32
        let isRequired: Bool
    }

    /// An element that a document may begin with.
    struct Root {
        let name: Int32
        let kind: Int32
    }

    /// What the tables are made of.
    struct Made {
        var names: [XMLNameText: Int32] = [:]
        var kinds: [Kind] = []
        var parts: [Part] = []
        var attributes: [Attribute] = []
        var values: [QuickValue] = []
        var words: [QuickValue.Word] = []
        var wordBytes: [UInt8] = []
        var classes: [QuickValue.Class] = []
        var roots: [Root] = []
    }

    /// Numbers of names.
    let names: [XMLNameText: Int32]
    let tables: QuickTables

    init(_ made: Made) {
        names = made.names
        tables = QuickTables(
            kinds: Self.kept(made.kinds), parts: Self.kept(made.parts),
            attributes: Self.kept(made.attributes), values: Self.kept(made.values),
            words: Self.kept(made.words), wordBytes: Self.kept(made.wordBytes),
            classes: Self.kept(made.classes), roots: Self.kept(made.roots),
            rootCount: made.roots.count)
    }

    deinit { tables.free() }

    private static func kept<Element: BitwiseCopyable>(
        _ elements: [Element]
    ) -> UnsafePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        _ = UnsafeMutableBufferPointer(start: memory, count: elements.count)
            .initialize(from: elements)
        return UnsafePointer(memory)
    }
}

/// The tables of a `QuickSchema`, while somebody keeps that: nothing is counted when they are read.
struct QuickTables: BitwiseCopyable {
    let kinds: UnsafePointer<QuickSchema.Kind>
    let parts: UnsafePointer<QuickSchema.Part>
    let attributes: UnsafePointer<QuickSchema.Attribute>
    fileprivate let values: UnsafePointer<QuickValue>
    fileprivate let words: UnsafePointer<QuickValue.Word>
    fileprivate let wordBytes: UnsafePointer<UInt8>
    fileprivate let classes: UnsafePointer<QuickValue.Class>
    fileprivate let roots: UnsafePointer<QuickSchema.Root>
    fileprivate let rootCount: Int

    fileprivate func free() {
        kinds.deallocate()
        parts.deallocate()
        attributes.deallocate()
        values.deallocate()
        words.deallocate()
        wordBytes.deallocate()
        classes.deallocate()
        roots.deallocate()
    }

    /// The type of the element of a name that a document may begin with; -1 for none.
    func root(_ name: Int32) -> Int32 {
        let all = UnsafeBufferPointer(start: roots, count: rootCount)
        return name < 0 ? -1 : all.first { $0.name == name }?.kind ?? -1
    }

    /// What an element may hold any number of and nothing else: what comes in it is judged as if
    /// nothing had come before.
    func repeated(in kind: Int32) -> QuickSchema.Part? {
        let kind = kinds[Int(kind)]
        guard kind.content == .elements, kind.partCount == 1 else { return nil }
        let part = parts[Int(kind.firstPart)]
        return part.isOptional && part.isUnbounded ? part : nil
    }

    /// Whether a value is surely one of a simple type; 16 bytes beyond it are readable.
    @inline(__always)
    func isSure(
        _ value: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int, isPlain: Bool
    ) -> Bool {
        let type = values + Int(value)
        switch type.pointee.kind {
        case .any: return true
        case .some:
            if isPlain { return true }
            return !PlainText.isBlank(bytes, count)
        case .listed: return isListed(type.pointee, bytes, count)
        case .classes: return isOfClasses(type.pointee, bytes, count)
        case .date: return count == 10 && QuickForm.isDate(bytes, count)
        case .dateTime: return QuickForm.isDateTime(bytes, count)
        case .dateOrDateTime:
            if count == 10 { return QuickForm.isDate(bytes, count) }
            return QuickForm.isDateTime(bytes, count)
        case .decimal: return QuickForm.isDecimal(bytes, count)
        }
    }

    /// Whether a type takes a value in parts: any, or one of which a part is enough.
    func takesParts(_ value: Int32) -> Bool {
        let kind = values[Int(value)].kind
        return kind == .any || kind == .some
    }

    /// Whether a type takes no value at all.
    func takesNothing(_ value: Int32) -> Bool { values[Int(value)].kind == .any }

    private func isListed(
        _ type: QuickValue, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        let opening = QuickValue.Word.opening(bytes, count)
        var word = words + Int(type.first)
        let end = word + Int(type.count)
        while word < end {
            if word.pointee.opening == opening, Int(word.pointee.count) == count {
                if count <= 8 { return true }
                let rest = wordBytes + Int(word.pointee.rest)
                var index = 8
                while index < count, rest[index &- 8] == bytes[index] { index &+= 1 }
                if index == count { return true }
            }
            word += 1
        }
        return false
    }

    private func isOfClasses(
        _ type: QuickValue, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        guard count == Int(type.count) else { return false }
        let first = classes + Int(type.first)
        for index in 0..<count where !first[index].has(bytes[index]) { return false }
        return true
    }
}
