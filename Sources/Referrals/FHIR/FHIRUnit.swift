import CareModel

/// The resources that one referral is made of: indices of requests and tasks.
struct FHIRUnit {
    /// Versions of the ServiceRequest, the newest last; empty where a Task stands alone.
    var requests: [Int] = []
    /// Its Tasks, each with its versions, the newest last; the first tells where it stands.
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
            let requests = requests(of: index, way: 0)
            for request in requests { tasks[request, default: []].append(index) }
            if requests.isEmpty { alone.append(index) }
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
                tasks: ordered(tasks[request] ?? []).map { versions[$0] ?? [$0] })
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
        guard !resource.key.isEmpty, resource.container < 0, !tree.isNamedAlone(index) else {
            newest[index] = index
            return
        }
        guard newest[index] == nil else { return }
        for all in tree.versions(of: index) {
            let ordered = FHIRVersions.ordered(all, in: tree)
            guard let last = ordered.last else { continue }
            for version in ordered { newest[version] = last }
            if ordered.count > 1 { versions[last] = ordered }
        }
    }

    // MARK: Tasks

    /// The requests that a task is about, by its own words or those of the task it is part of.
    ///
    /// It has one `focus`, and may be based on several.
    private func requests(of task: Int, way: Int) -> [Int] {
        let element = tree.root(of: task)
        let focus = element.first(.focus).map { [$0] } ?? []
        for references in [focus, Array(element.all(.basedOn))] {
            var found: [Int] = []
            var known: Set<Int> = []
            for reference in references {
                guard let index = target(of: reference),
                    tree.resources[index].type == .serviceRequest, let request = newest[index],
                    known.insert(request).inserted
                else { continue }
                found.append(request)
            }
            if !found.isEmpty { return found }
        }
        guard way < Self.longestWay, let whole = whole(of: task) else { return [] }
        return requests(of: whole, way: way + 1)
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

    /// The tasks of one request, the one that tells where the referral stands first.
    ///
    /// That is no part of another. Where a request was offered to several, it is the one that was
    /// not turned down or given up, and of those the one that was changed last.
    private func ordered(_ tasks: [Int]) -> [Int] {
        guard tasks.count > 1 else { return tasks }
        let known = Set(tasks)
        let wholes = tasks.filter { task in !(whole(of: task).map(known.contains) ?? false) }
        let open = wholes.filter { !hasEndedInVain($0) }
        guard let main = latest(open.isEmpty ? wholes : open) else { return tasks }
        return [main] + tasks.filter { $0 != main }
    }

    private func hasEndedInVain(_ task: Int) -> Bool {
        tree.root(of: task).first(.status)?
            .isOneOf(["rejected", "cancelled", "failed", "entered-in-error"]) ?? false
    }

    /// The task that was changed last, where all say when; else the first.
    private func latest(_ tasks: [Int]) -> Int? {
        let instants = tasks.compactMap { changed($0).flatMap { Instant($0) } }
        if instants.count == tasks.count, let last = instants.max() {
            return instants.firstIndex(of: last).map { tasks[$0] }
        }
        let days = tasks.compactMap { changed($0).flatMap { Moment($0)?.day } }
        if days.count == tasks.count, let last = days.max() {
            return days.firstIndex(of: last).map { tasks[$0] }
        }
        return tasks.first
    }

    private func changed(_ task: Int) -> UnsafeBufferPointer<UInt8>? {
        let root = tree.root(of: task)
        return
            (root.first(.lastModified) ?? root.first(.meta)?.first(.lastUpdated)
            ?? root.first(.authoredOn))?.bytes
    }

    private func target(of reference: FHIRElement) -> Int? {
        guard case .resource(let index) = tree.target(of: reference) else { return nil }
        return index
    }
}
