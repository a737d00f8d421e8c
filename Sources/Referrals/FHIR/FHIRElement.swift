import CareModel
import Diagnostics

/// An element of a resource that is held: what mappings and rules walk over.
struct FHIRElement {
    let tree: FHIRTree
    let node: UInt32
    /// Index of the resource that it is part of.
    let resource: Int

    init(tree: FHIRTree, node: UInt32, resource: Int) {
        self.tree = tree
        self.node = node
        self.resource = resource
    }

    var name: FHIRName { tree.node(node).name }
    /// The attribute `value`; empty where there is none.
    var value: Slot { tree.node(node).value }
    var range: ByteRange { tree.node(node).range }
    var line: Int { Int(tree.node(node).line) }
    var type: FHIRType { tree.resources[resource].type }

    /// The first child with a name.
    @inline(__always)
    func first(_ name: FHIRName) -> FHIRElement? {
        var index = tree.node(node).first
        while index > 0 {
            let child = tree.node(index)
            if child.name == name { return tree.element(index, of: resource) }
            index = child.next
        }
        return nil
    }

    /// The value of the first child with a name; empty where there is none.
    @inline(__always)
    func value(_ name: FHIRName) -> Slot { first(name)?.value ?? .none }

    var children: FHIRChildren { FHIRChildren(self, nil) }

    /// The children with a name, in their order.
    func all(_ name: FHIRName) -> FHIRChildren { FHIRChildren(self, name) }

    /// The extensions with this URL.
    func extensions(_ url: StaticString) -> [FHIRElement] {
        all(.extension).filter { tree.texts.isEqual($0.value(.url), url) }
    }

    func has(_ text: StaticString) -> Bool { tree.texts.isEqual(value, text) }

    var bytes: UnsafeBufferPointer<UInt8> { tree.texts.bytes(value) }
}

/// Children of an element.
struct FHIRChildren: Sequence, IteratorProtocol {
    private let tree: FHIRTree
    private let resource: Int
    private let name: FHIRName?
    private var index: UInt32

    init(_ parent: FHIRElement, _ name: FHIRName?) {
        tree = parent.tree
        resource = parent.resource
        self.name = name
        index = parent.tree.node(parent.node).first
    }

    @inline(__always)
    mutating func next() -> FHIRElement? {
        while index > 0 {
            let node = tree.node(index)
            let found = index
            index = node.next
            if name == nil || node.name == name { return tree.element(found, of: resource) }
        }
        return nil
    }

    /// The next child with a name, behind which it goes on; where none is near, it stays where it is.
    mutating func skip(to name: FHIRName) -> FHIRElement? {
        var ahead = self
        for _ in 0..<Self.nearCount {
            guard let child = ahead.next() else { return nil }
            guard child.name == name else { continue }
            self = ahead
            return child
        }
        return nil
    }

    /// Few elements have more children; the others must not be looked through for each of them.
    private static let nearCount = 64
}
