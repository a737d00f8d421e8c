import CareModel
import Diagnostics
import XMLSyntax

/// The resources of a Bundle, or of the part of it that is held, as trees of their elements.
///
/// One owner hands it to mappings and rules, which mark what they take.
final class FHIRTree {
    /// 0 is nobody's, so that 0 means "none".
    @exclusivity(unchecked) private(set) var nodes = PlainList<FHIRNode>(capacity: 1 << 8)
    @exclusivity(unchecked) private(set) var resources: [FHIRResource] = []
    let texts = FHIRTexts()
    @exclusivity(unchecked) private var urls: [UInt64: Int32] = [:]
    /// The last resource with a name of this hash; others follow it.
    @exclusivity(unchecked) private(set) var keys: [UInt64: Int32] = [:]

    init() { nodes.append(FHIRNode(.unknown, line: 0)) }

    deinit { nodes.free() }

    /// How many bytes it takes, about.
    var size: Int { nodes.count * MemoryLayout<FHIRNode>.stride + texts.count }

    func reset() {
        nodes.remove(from: 1)
        resources.removeAll(keepingCapacity: true)
        texts.truncate(to: 0)
        urls.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
    }

    /// Whether the document is a Bundle, and no resource alone.
    var isBundle = false
    /// Whether of versions the newest comes first, as in the history of a server.
    var isNewestFirst = false

    // MARK: Building

    /// Adds an element as the last child of another, whose last child so far is known.
    @inline(__always)
    func add(_ node: FHIRNode, to parent: UInt32, after last: UInt32) -> UInt32 {
        let index = UInt32(truncatingIfNeeded: nodes.count)
        nodes.append(node)
        nodes[Int(index)].parent = parent
        if last > 0 {
            nodes[Int(last)].next = index
        } else if parent > 0 {
            nodes[Int(parent)].first = index
        }
        return index
    }

    @inline(__always)
    func close(_ node: UInt32, at end: Int) {
        let start = nodes[Int(node)].start
        nodes[Int(node)].count = UInt32(clamping: end - start)
    }

    func setValue(_ value: Slot, of node: UInt32) { nodes[Int(node)].value = value }

    func add(_ resource: FHIRResource) -> Int {
        resources.append(resource)
        return resources.count - 1
    }

    func update(_ index: Int, _ change: (inout FHIRResource) -> Void) { change(&resources[index]) }

    /// The resource that contains another, or that one itself.
    func outermost(_ index: Int) -> Int {
        let container = Int(resources[index].container)
        return container >= 0 ? outermost(container) : index
    }

    /// Some referral refers to a resource.
    func markUsed(_ index: Int) {
        resources[index].isUsed = true
        resources[index].isRecent = true
        let container = Int(resources[index].container)
        if container >= 0 { markUsed(container) }
    }

    /// Makes a resource known by its names; the one that has the same already, if there is one.
    ///
    /// The names lead to the newest of those that have them.
    func register(_ index: Int) -> Int? {
        let resource = resources[index]
        guard resource.container < 0 else {
            registerContained(index)
            return nil
        }
        resources[index].baseCount = baseCount(of: resource)
        resources[index].key = key(of: resources[index])
        var twin: Int?
        let key = resources[index].key
        if !key.isEmpty {
            let hash = nameHash(of: index)
            twin = self.twin(of: index, hash)
            if let twin, FHIRVersions.isNewer(twin, than: index, in: self) {
                resources[index].nextOfHash.key = resources[twin].nextOfHash.key
                resources[twin].nextOfHash.key = Int32(truncatingIfNeeded: index)
            } else {
                resources[index].nextOfHash.key = keys[hash] ?? -1
                keys[hash] = Int32(truncatingIfNeeded: index)
            }
        }
        let url = resource.fullURL
        if !url.isEmpty {
            let hash = texts.hash(url)
            let other = find(url, hash, in: urls, { $0.fullURL }, { $0.nextOfHash.url })
            if let other, FHIRVersions.isNewer(other, than: index, in: self) {
                resources[index].nextOfHash.url = resources[other].nextOfHash.url
                resources[other].nextOfHash.url = Int32(truncatingIfNeeded: index)
            } else {
                resources[index].nextOfHash.url = urls[hash] ?? -1
                urls[hash] = Int32(truncatingIfNeeded: index)
            }
            twin = twin ?? other
        }
        return twin
    }

    private func registerContained(_ index: Int) {
        let resource = resources[index]
        guard !resource.id.isEmpty else { return }
        let hash = hash(resource.id, in: Int(resource.container))
        resources[index].nextOfHash.key = keys[hash] ?? -1
        keys[hash] = Int32(truncatingIfNeeded: index)
    }

    private func key(of resource: FHIRResource) -> Slot {
        if resource.id.isEmpty {
            let (url, count) = (resource.fullURL, resource.baseCount)
            return count == 0 ? .none : Slot(start: url.start &+ count, extent: url.extent &- count)
        }
        let start = texts.count
        var type = resource.type.rawValue
        type.withUTF8 { texts.append($0) }
        texts.append(UInt8(ascii: "/"))
        texts.append(resource.id)
        return texts.slot(from: start)
    }

    private func find(
        _ text: Slot, _ hash: UInt64, in table: [UInt64: Int32],
        _ name: (FHIRResource) -> Slot, _ next: (FHIRResource) -> Int32
    ) -> Int? {
        var index = table[hash] ?? -1
        while index >= 0 {
            let resource = resources[Int(index)]
            if resource.container < 0, texts.isEqual(name(resource), text) { return Int(index) }
            index = next(resource)
        }
        return nil
    }

    /// What begins there or behind it did not end: it is nobody's.
    func abandon(from offset: Int) {
        for index in resources.indices where resources[index].range.start >= offset {
            resources[index].isDone = true
            resources[index].isUsed = true
        }
    }

    // MARK: Finding

    /// The resource whose entry has this `fullUrl`, the newest of several.
    func resource(url: Slot) -> Int? {
        find(url, texts.hash(url), in: urls, { $0.fullURL }, { $0.nextOfHash.url })
    }

    /// The resource with this id inside another.
    func resource(containedIn container: Int, id: Slot) -> Int? {
        var index = keys[hash(id, in: container)] ?? -1
        while index >= 0 {
            let resource = resources[Int(index)]
            if Int(resource.container) == container, texts.isEqual(resource.id, id) {
                return Int(index)
            }
            index = resource.nextOfHash.key
        }
        return nil
    }

    private func hash(_ id: Slot, in container: Int) -> UInt64 {
        texts.hash(id) &+ UInt64(truncatingIfNeeded: container &+ 1) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    func node(_ index: UInt32) -> FHIRNode { nodes[Int(index)] }

    func element(_ node: UInt32, of resource: Int) -> FHIRElement {
        FHIRElement(tree: self, node: node, resource: resource)
    }

    /// The element of a resource itself.
    func root(of resource: Int) -> FHIRElement {
        element(resources[resource].node, of: resource)
    }

    /// Marks the value of a node as taken by a record.
    @inline(__always)
    func take(_ node: UInt32, for record: UInt32) { nodes[Int(node)].taker = record }

    // MARK: Letting go

    /// Where the first request or task stands of which no record was made.
    var firstUndone: Int? {
        resources.first { $0.type.isReferral && !$0.isDone }?.range.start
    }

    /// Keeps some resources, with what they contain: their nodes move to the front.
    func keep(_ isKept: (Int) -> Bool) {
        let before = (resources: resources, texts: FHIRTexts())
        before.texts.replace(with: texts)
        resources = []
        urls.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        var places = [Int32](repeating: -1, count: before.resources.count)
        var end = 1
        for (index, resource) in before.resources.enumerated() {
            if resource.container >= 0 {
                let container = places[Int(resource.container)]
                guard container >= 0 else { continue }
                places[index] = Int32(resources.count)
                moveContained(resource, of: Int(container), before.texts)
            } else if isKept(index) {
                places[index] = Int32(resources.count)
                move(resource, to: &end, before.texts)
            }
        }
        nodes.remove(from: end)
    }

    private func move(_ resource: FHIRResource, to end: inout Int, _ old: FHIRTexts) {
        let offset = Int(resource.node) - end
        for index in Int(resource.node)..<Int(resource.endNode) {
            var node = nodes[index]
            node.value = texts.copy(node.value, of: old)
            if node.first > 0 { node.first = UInt32(Int(node.first) - offset) }
            if index == Int(resource.node) {
                node.next = 0
                node.parent = 0
            } else {
                node.parent = UInt32(Int(node.parent) - offset)
                if node.next > 0 { node.next = UInt32(Int(node.next) - offset) }
            }
            nodes[end] = node
            end += 1
        }
        var moved = resource
        moved.node = UInt32(Int(resource.node) - offset)
        moved.endNode = UInt32(end)
        moved.offset = offset
        moved.id = texts.copy(resource.id, of: old)
        moved.fullURL = texts.copy(resource.fullURL, of: old)
        moved.key = .none
        moved.nextOfHash = (-1, -1)
        resources.append(moved)
        _ = register(resources.count - 1)
    }

    /// A resource inside another has its nodes already.
    private func moveContained(_ resource: FHIRResource, of container: Int, _ old: FHIRTexts) {
        var moved = resource
        let offset = resources[container].offset
        moved.offset = offset
        moved.node = UInt32(Int(resource.node) - offset)
        moved.endNode = UInt32(Int(resource.endNode) - offset)
        moved.container = Int32(container)
        moved.id = texts.copy(resource.id, of: old)
        moved.nextOfHash = (-1, -1)
        resources.append(moved)
        registerContained(resources.count - 1)
    }
}
