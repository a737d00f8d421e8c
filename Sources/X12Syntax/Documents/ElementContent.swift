/// What a builder puts into an element: a value, components of a composite, or repetitions of these.
///
/// `"100.00"` is a simple element and `["HC", "99213"]` a composite.
public struct ElementContent: Sendable, Hashable {
    /// Repetitions, each a list of components.
    public let repetitions: [[String]]

    /// A simple element, empty where nothing is to be sent.
    public init(_ value: String) { repetitions = [[value]] }

    /// A composite.
    public init(components: [String]) { repetitions = [components] }

    /// A repeated simple element.
    public init(repeated values: [String]) { repetitions = values.map { [$0] } }

    /// A repeated composite.
    public init(repetitions: [[String]]) { self.repetitions = repetitions }

    /// Whether it has no text at all.
    public var isEmpty: Bool { repetitions.allSatisfy { $0.allSatisfy(\.isEmpty) } }
}

extension ElementContent: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    public init(stringLiteral value: String) { self.init(value) }

    public init(arrayLiteral components: String...) { self.init(components: components) }
}
