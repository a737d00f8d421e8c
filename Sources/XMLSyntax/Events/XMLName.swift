/// The name of an element or attribute, its namespace resolved: a number that is compared and
/// switched over.
///
/// The names that a reader was given have the numbers of their order there; others follow.
@usableFromInline
package struct XMLName: Hashable, Sendable {
    @usableFromInline package let index: Int32

    @inlinable @inline(__always)
    package init(index: Int32) { self.index = index }

    @inlinable @inline(__always)
    package static func == (left: XMLName, right: XMLName) -> Bool { left.index == right.index }

    /// Of events that have no name.
    package static var none: XMLName {
        @inlinable @inline(__always) get { XMLName(index: -1) }
    }
}

/// The namespace and the local part of a name.
package struct XMLNameText: Hashable, Sendable {
    /// Empty for none.
    package let namespace: String
    package let local: String

    package init(_ local: String, in namespace: String = "") {
        self.local = local
        self.namespace = namespace
    }

    /// The namespace of `xmlns` attributes, which declare namespaces.
    package static let declarations = "http://www.w3.org/2000/xmlns/"
}

/// Names that a program knows, in an order of its own.
package struct XMLNames: Sendable {
    let texts: [XMLNameText]
    let indices: [XMLNameText: Int32]

    /// Of a name that comes twice the first counts.
    package init(_ texts: [XMLNameText]) {
        self.texts = texts
        indices = Dictionary(
            texts.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Local names of one namespace.
    package init(_ locals: [String], in namespace: String) {
        self.init(locals.map { XMLNameText($0, in: namespace) })
    }

    package static let none = XMLNames([])

    /// The number of a name; `XMLName.none` for one that is not among them.
    package subscript(text: XMLNameText) -> XMLName {
        indices[text].map { XMLName(index: $0) } ?? .none
    }
}
