/// The elements of a schema's own document, as far as they are of the schema language.
struct SchemaElements {
    struct Element {
        /// Local name; empty for one of another namespace.
        let name: String
        /// Values by names; those in a namespace are left out.
        let attributes: [String: String]
        var children: [Int] = []
        /// Whether it declares a namespace, or has an attribute in one.
        let hasForeign: Bool

        /// Whether it has no attributes but these.
        func has(only names: String...) -> Bool {
            !hasForeign && attributes.keys.allSatisfy { names.contains($0) }
        }

        var hasNoAttributes: Bool { !hasForeign && attributes.isEmpty }

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

    private static let language = "http://www.w3.org/2001/XMLSchema"

    private(set) var elements: [Element] = []
    /// Namespaces by the prefixes that the root declares.
    private var namespaces: [String: String] = [:]
    private var open: [Int] = []
    /// Whether text is in it.
    private(set) var hasText = false

    /// Takes what comes next.
    mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) {
        switch event.kind {
        case .start: begin(event, reader)
        case .end: open.removeLast()
        case .text: hasText = hasText || !event.isBlank
        default: break
        }
    }

    private mutating func begin(_ event: XMLEvent, _ reader: borrowing XMLReader) {
        var attributes: [String: String] = [:]
        var hasForeign = false
        for attribute in reader.attributes(event) {
            let name = reader.name(attribute.name)
            let value = String(decoding: reader.value(attribute), as: UTF8.self)
            if name.namespace.isEmpty {
                attributes[name.local] = value
            } else if name.namespace == XMLNameText.declarations, open.isEmpty {
                namespaces[name.local] = value
            } else {
                hasForeign = true
            }
        }
        let name = reader.name(event.name)
        let index = elements.count
        if let parent = open.last { elements[parent].children.append(index) }
        open.append(index)
        elements.append(
            Element(
                name: name.namespace == Self.language ? name.local : "", attributes: attributes,
                hasForeign: hasForeign))
    }

    subscript(index: Int) -> Element { elements[index] }

    func children(_ element: Element) -> [Element] { element.children.map { elements[$0] } }

    /// What a name with a prefix stands for; `nil` where the prefix stands for nothing.
    func resolve(_ name: String) -> XMLNameText? {
        guard let colon = name.firstIndex(of: ":") else {
            return XMLNameText(name, in: namespaces[""] ?? "")
        }
        return namespaces[String(name[..<colon])].map {
            XMLNameText(String(name[name.index(after: colon)...]), in: $0)
        }
    }

    /// The name of a type that the schema language has itself; `nil` for another.
    func builtIn(_ name: XMLNameText) -> String? {
        name.namespace == Self.language ? name.local : nil
    }
}
