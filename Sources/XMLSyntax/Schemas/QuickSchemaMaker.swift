/// Makes tables of a schema that says no more than they can tell.
///
/// Sequences of elements, types of values that are tokens, listed words, short patterns, dates or
/// decimals, attributes and groups of them: of a schema with anything else there are no tables, and
/// libxml2 sees every document of it.
struct QuickSchemaMaker {
    /// It says more.
    struct Unknown: Error {}

    private let schema: SchemaElements
    private let target: String
    private var made = QuickSchema.Made()
    private var kinds: [String: Int32] = [:]
    private var values: [String: Int32] = [:]

    // What is on the top level, by its name.
    private var elements: [String: SchemaElements.Element] = [:]
    private var complexTypes: [String: SchemaElements.Element] = [:]
    private var simpleTypes: [String: SchemaElements.Element] = [:]
    private var groups: [String: SchemaElements.Element] = [:]

    /// The tables of a schema; `nil` where it says more.
    static func tables(of schema: SchemaElements) -> QuickSchema? {
        guard var maker = try? QuickSchemaMaker(schema) else { return nil }
        do {
            try maker.make()
            return QuickSchema(maker.made)
        } catch {
            return nil
        }
    }

    private init(_ schema: SchemaElements) throws(Unknown) {
        self.schema = schema
        guard !schema.hasText, let root = schema.elements.first, root.name == "schema",
            root.has(only: "targetNamespace", "elementFormDefault", "version"),
            root["elementFormDefault"] == "qualified", let target = root["targetNamespace"]
        else { throw Unknown() }
        self.target = target
        for element in schema.children(root) {
            guard let name = element["name"] else { throw Unknown() }
            switch element.name {
            case "element": elements[name] = element
            case "complexType": complexTypes[name] = element
            case "simpleType": simpleTypes[name] = element
            case "attributeGroup": groups[name] = element
            default: throw Unknown()
            }
        }
    }

    private mutating func make() throws(Unknown) {
        for name in elements.keys.sorted() {
            let kind = try kind(ofElement: name)
            made.roots.append(
                QuickSchema.Root(name: number(XMLNameText(name, in: target)), kind: kind))
        }
    }

    private mutating func number(_ name: XMLNameText) -> Int32 {
        if let known = made.names[name] { return known }
        let number = Int32(truncatingIfNeeded: made.names.count)
        made.names[name] = number
        return number
    }

    /// The local part of a name of the schema's own.
    private func own(_ name: XMLNameText?) throws(Unknown) -> String {
        guard let name, name.namespace == target else { throw Unknown() }
        return name.local
    }

    private func onlyChild(of element: SchemaElements.Element) throws(Unknown)
        -> SchemaElements.Element
    {
        let children = schema.children(element)
        guard children.count == 1 else { throw Unknown() }
        return children[0]
    }

    // MARK: Types of elements

    /// The type of an element on the top level.
    private mutating func kind(ofElement name: String) throws(Unknown) -> Int32 {
        let key = "element \(name)"
        if let known = kinds[key] { return known }
        guard let element = elements[name], element.has(only: "name", "type") else {
            throw Unknown()
        }
        if let type = element["type"] {
            guard element.children.isEmpty else { throw Unknown() }
            return try kind(ofType: type)
        }
        return try add(try onlyChild(of: element), key)
    }

    private mutating func kind(ofType name: String) throws(Unknown) -> Int32 {
        guard let type = schema.resolve(name) else { throw Unknown() }
        let key = "type \(type.namespace) \(type.local)"
        if let known = kinds[key] { return known }
        if schema.builtIn(type) == nil, let complex = complexTypes[try own(type)] {
            guard complex.has(only: "name") else { throw Unknown() }
            return try add(complex, key)
        }
        let index = Int32(truncatingIfNeeded: made.kinds.count)
        made.kinds.append(QuickSchema.Kind(content: .value, value: try value(name)))
        kinds[key] = index
        return index
    }

    /// Adds a complex type, which others may refer to while it is read.
    private mutating func add(
        _ type: SchemaElements.Element, _ key: String
    ) throws(Unknown) -> Int32 {
        guard type.name == "complexType", type.has(only: "name") else { throw Unknown() }
        let index = made.kinds.count
        made.kinds.append(QuickSchema.Kind())
        kinds[key] = Int32(truncatingIfNeeded: index)
        var kind = QuickSchema.Kind()
        var rest = schema.children(type)[...]
        if let first = rest.first, first.name == "sequence" {
            rest = rest.dropFirst()
            try addSequence(first, to: &kind)
        } else if let first = rest.first, first.name == "simpleContent" {
            rest = rest.dropFirst()
            let extended = try onlyChild(of: first)
            guard first.hasNoAttributes, rest.isEmpty, extended.name == "extension",
                extended.has(only: "base"), let base = extended["base"]
            else { throw Unknown() }
            kind.content = .value
            kind.value = try value(base)
            rest = schema.children(extended)[...]
        }
        try addAttributes(rest, to: &kind)
        made.kinds[index] = kind
        return Int32(truncatingIfNeeded: index)
    }

    private mutating func addSequence(
        _ sequence: SchemaElements.Element, to kind: inout QuickSchema.Kind
    ) throws(Unknown) {
        guard sequence.hasNoAttributes else { throw Unknown() }
        var parts: [QuickSchema.Part] = []
        for element in schema.children(sequence) {
            guard element.name == "element", element.children.isEmpty,
                element.has(only: "name", "type", "ref", "minOccurs", "maxOccurs"),
                ["0", "1"].contains(element["minOccurs"] ?? "1"),
                ["1", "unbounded"].contains(element["maxOccurs"] ?? "1")
            else { throw Unknown() }
            let name: String
            let inner: Int32
            if let type = element["type"], let own = element["name"], element["ref"] == nil {
                (name, inner) = (own, try self.kind(ofType: type))
            } else if let ref = element["ref"], element.has(only: "ref", "minOccurs", "maxOccurs") {
                name = try own(schema.resolve(ref))
                inner = try self.kind(ofElement: name)
            } else {
                throw Unknown()
            }
            let number = number(XMLNameText(name, in: target))
            guard !parts.contains(where: { $0.name == number }) else { throw Unknown() }
            parts.append(
                QuickSchema.Part(
                    name: number, kind: inner, isOptional: element["minOccurs"] == "0",
                    isUnbounded: element["maxOccurs"] == "unbounded"))
        }
        guard !parts.isEmpty else { throw Unknown() }
        kind.content = .elements
        kind.firstPart = Int32(truncatingIfNeeded: made.parts.count)
        kind.partCount = Int32(truncatingIfNeeded: parts.count)
        made.parts += parts
    }

    // MARK: Attributes

    private mutating func addAttributes(
        _ elements: ArraySlice<SchemaElements.Element>, to kind: inout QuickSchema.Kind
    ) throws(Unknown) {
        var attributes: [QuickSchema.Attribute] = []
        try collect(elements, &attributes)
        kind.firstAttribute = Int32(truncatingIfNeeded: made.attributes.count)
        kind.attributeCount = Int32(truncatingIfNeeded: attributes.count)
        kind.requiredCount = attributes.reduce(0) { $0 + ($1.isRequired ? 1 : 0) }
        made.attributes += attributes
    }

    private mutating func collect(
        _ elements: ArraySlice<SchemaElements.Element>,
        _ attributes: inout [QuickSchema.Attribute]
    ) throws(Unknown) {
        for element in elements {
            if element.name == "attributeGroup", element.has(only: "ref"),
                let group = groups[try own(element["ref"].flatMap { schema.resolve($0) })],
                group.has(only: "name")
            {
                let members = schema.children(group)
                guard members.allSatisfy({ $0.name == "attribute" }) else { throw Unknown() }
                try collect(members[...], &attributes)
                continue
            }
            guard element.name == "attribute", element.has(only: "name", "type", "use"),
                element.children.isEmpty, let name = element["name"], let type = element["type"],
                ["required", "optional"].contains(element["use"] ?? "optional")
            else { throw Unknown() }
            let number = number(XMLNameText(name))
            guard !attributes.contains(where: { $0.name == number }) else { throw Unknown() }
            attributes.append(
                QuickSchema.Attribute(
                    name: number, value: try value(type), isRequired: element["use"] == "required"))
        }
    }

    // MARK: Types of values

    private mutating func value(_ name: String) throws(Unknown) -> Int32 {
        guard let type = schema.resolve(name) else { throw Unknown() }
        let key = "\(type.namespace) \(type.local)"
        if let known = values[key] { return known }
        let value: QuickValue
        if let builtIn = schema.builtIn(type) {
            value = try self.value(builtIn: builtIn)
        } else if let simple = simpleTypes[try own(type)], simple.has(only: "name") {
            value = try self.value(of: try onlyChild(of: simple))
        } else {
            throw Unknown()
        }
        let index = Int32(truncatingIfNeeded: made.values.count)
        made.values.append(value)
        values[key] = index
        return index
    }

    private mutating func value(builtIn name: String) throws(Unknown) -> QuickValue {
        switch name {
        case "token": return QuickValue(.any)
        case "date": return QuickValue(.date)
        case "dateTime": return QuickValue(.dateTime)
        case "decimal": return QuickValue(.decimal)
        case "boolean": return listed(["true", "false", "1", "0"])
        default: throw Unknown()
        }
    }

    private mutating func value(
        of element: SchemaElements.Element
    ) throws(Unknown) -> QuickValue {
        let facets = schema.children(element)
        if element.name == "union", element.has(only: "memberTypes"), facets.isEmpty {
            let members = (element["memberTypes"] ?? "").split(separator: " ").map {
                schema.resolve(String($0)).flatMap { schema.builtIn($0) } ?? ""
            }
            switch members {
            case ["date"]: return QuickValue(.date)
            case ["date", "dateTime"]: return QuickValue(.dateOrDateTime)
            default: throw Unknown()
            }
        }
        guard element.name == "restriction", element.has(only: "base"),
            let base = element["base"].flatMap({ schema.resolve($0) }),
            schema.builtIn(base) == "token",
            facets.allSatisfy({ $0.has(only: "value") && $0.children.isEmpty })
        else { throw Unknown() }
        let given = facets.compactMap { $0["value"] }
        guard given.count == facets.count else { throw Unknown() }
        if facets.isEmpty { return QuickValue(.any) }
        if facets.allSatisfy({ $0.name == "enumeration" }) { return listed(given) }
        if facets.count == 1, facets[0].name == "minLength", given[0] == "1" {
            return QuickValue(.some)
        }
        if facets.count == 1, facets[0].name == "pattern" { return try classes(given[0]) }
        throw Unknown()
    }

    private mutating func listed(_ texts: [String]) -> QuickValue {
        let first = made.words.count
        for text in texts {
            var bytes = Array(text.utf8)
            let count = bytes.count
            bytes += [UInt8](repeating: 0, count: max(0, 8 - count))
            made.words.append(
                QuickValue.Word(
                    opening: bytes.withUnsafeBufferPointer { bytes in
                        bytes.baseAddress.map { QuickValue.Word.opening($0, count) } ?? 0
                    }, rest: Int32(truncatingIfNeeded: made.wordBytes.count),
                    count: Int32(truncatingIfNeeded: count)))
            made.wordBytes += bytes.dropFirst(8)
        }
        return QuickValue(.listed, first..<made.words.count)
    }

    /// `[0-9]{9}[A-Za-z]`: classes of letters and digits, each with a number behind it or alone.
    private mutating func classes(_ pattern: String) throws(Unknown) -> QuickValue {
        let first = made.classes.count
        var rest = Array(pattern.utf8)[...]
        while !rest.isEmpty {
            guard rest.popFirst() == UInt8(ascii: "["),
                let end = rest.firstIndex(of: UInt8(ascii: "]"))
            else { throw Unknown() }
            let members = try members(Array(rest[..<end]))
            rest = rest[(end + 1)...]
            var count = 1
            if rest.first == UInt8(ascii: "{") {
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
                    let number = Int(String(decoding: rest[..<end].dropFirst(), as: UTF8.self)),
                    1...64 ~= number
                else { throw Unknown() }
                count = number
                rest = rest[(end + 1)...]
            }
            made.classes += [QuickValue.Class](repeating: members, count: count)
        }
        return QuickValue(.classes, first..<made.classes.count)
    }

    /// The members of ranges such as `A-Za-z`.
    private func members(_ ranges: [UInt8]) throws(Unknown) -> QuickValue.Class {
        var members = QuickValue.Class()
        guard !ranges.isEmpty, ranges.count % 3 == 0 else { throw Unknown() }
        for index in stride(from: 0, to: ranges.count, by: 3) {
            let (low, high) = (ranges[index], ranges[index + 2])
            let isPlain = [low, high].allSatisfy {
                0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0
            }
            guard isPlain, ranges[index + 1] == UInt8(ascii: "-"), low <= high else {
                throw Unknown()
            }
            for byte in low...high { members.add(byte) }
        }
        return members
    }
}
