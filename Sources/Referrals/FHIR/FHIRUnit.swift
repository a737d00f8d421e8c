import CareModel

/// The resources that one referral is made of: indices of requests and tasks.
struct FHIRUnit {
    /// Versions of the ServiceRequest, the newest last; empty where a Task stands alone.
    var requests: [Int] = []
    /// Its Tasks, each with its versions, the newest last.
    var tasks: [[Int]] = []

    /// What the record stands for, where it comes in the Bundle.
    var main: Int { requests.last ?? tasks.first?.last ?? 0 }

    var all: [Int] { requests + tasks.flatMap { $0 } }
}

/// Which requests and tasks of the resources that are held belong together.
struct FHIRUnits {
    private let tree: FHIRTree
    /// Of each resource, the newest of its versions.
    private var newest: [Int: Int] = [:]
    private var versions: [Int: [Int]] = [:]
    private var tasks: [Int: [Int]] = [:]
    private var alone: [Int] = []

    /// Longest way from a Task by `partOf` to the one that names its request.
    private static let longestWay = 16

    init(_ tree: FHIRTree) {
        self.tree = tree
        let referrals = tree.resources.indices.filter {
            let resource = tree.resources[$0]
            return resource.type.isReferral && !resource.isDone
                && (resource.container < 0 || resource.type == .serviceRequest)
        }
        for index in referrals { group(index) }
        for index in referrals where newest[index] == index && tree.resources[index].type == .task {
            if let request = request(of: index, way: 0) {
                tasks[request, default: []].append(index)
            } else {
                alone.append(index)
            }
        }
    }

    /// The units in the order of the Bundle.
    func units() -> [FHIRUnit] {
        var units = newest.filter { index, newest in
            index == newest && tree.resources[index].type == .serviceRequest
                && (tree.resources[index].container < 0 || tasks[index] != nil)
        }.keys.map { request in
            FHIRUnit(
                requests: versions[request] ?? [request],
                tasks: (tasks[request] ?? []).map { versions[$0] ?? [$0] })
        }
        // Parts of a task that has no request follow it.
        var parts: [Int: [Int]] = [:]
        for task in alone { parts[top(of: task), default: []].append(task) }
        for (top, members) in parts {
            let ordered = [top] + members.filter { $0 != top }
            units.append(FHIRUnit(tasks: ordered.map { versions[$0] ?? [$0] }))
        }
        return units.sorted { $0.main < $1.main }
    }

    // MARK: Versions

    /// Puts a resource to the versions of the same.
    private mutating func group(_ index: Int) {
        let resource = tree.resources[index]
        guard !resource.key.isEmpty, resource.container < 0,
            let first = tree.resource(key: resource.key), first != index || isVersioned(index)
        else {
            newest[index] = index
            return
        }
        var all = [index]
        var next = resource.nextOfHash.key
        while next >= 0 {
            let other = tree.resources[Int(next)]
            if tree.texts.isEqual(other.key, resource.key), !other.isDone { all.append(Int(next)) }
            next = other.nextOfHash.key
        }
        // The chain begins with the last: what comes before it is told when that one's turn is.
        guard first == index else { return }
        let ordered = all.sorted { isBefore($0, $1) }
        guard let last = ordered.last else { return }
        for version in ordered { newest[version] = last }
        versions[last] = ordered
    }

    /// Whether another resource of the same name came before.
    private func isVersioned(_ index: Int) -> Bool {
        tree.resources[index].nextOfHash.key >= 0
    }

    /// By `meta.lastUpdated` where both have one, else by their order.
    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let first = updated(left)
        let second = updated(right)
        guard first.count > 0, second.count > 0, !first.elementsEqual(second) else {
            return left < right
        }
        return first.lexicographicallyPrecedes(second)
    }

    private func updated(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let value = tree.root(of: index).first(.meta)?.value(.lastUpdated) ?? .none
        return tree.texts.bytes(value)
    }

    // MARK: Tasks

    /// The request that a task is about, by its own words or those of the task it is part of.
    private func request(of task: Int, way: Int) -> Int? {
        let element = tree.root(of: task)
        for name in [FHIRName.focus, .basedOn] {
            for reference in element.all(name) {
                if let index = target(of: reference), tree.resources[index].type == .serviceRequest
                {
                    return newest[index] ?? nil
                }
            }
        }
        guard way < Self.longestWay, let whole = whole(of: task) else { return nil }
        return request(of: whole, way: way + 1)
    }

    /// The task that a task is part of.
    private func whole(of task: Int) -> Int? {
        for reference in tree.root(of: task).all(.partOf) {
            if let index = target(of: reference), tree.resources[index].type == .task,
                let newest = newest[index], newest != task
            {
                return newest
            }
        }
        return nil
    }

    private func top(of task: Int) -> Int {
        var top = task
        for _ in 0..<Self.longestWay {
            guard let whole = whole(of: top) else { return top }
            top = whole
        }
        return task
    }

    private func target(of reference: FHIRElement) -> Int? {
        guard case .resource(let index) = tree.target(of: reference) else { return nil }
        return index
    }
}
