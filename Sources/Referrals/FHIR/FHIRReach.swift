import CareModel

extension FHIRTree {
    /// The resources from an index on that no record was made of, what they refer to, and the
    /// people and organizations that were referred to lately.
    func reachable(from horizon: Int) -> Set<Int> {
        var kept: Set<Int> = []
        var open: [Int] = []
        func keep(_ index: Int) {
            let whole = outermost(index)
            if kept.insert(whole).inserted { open.append(whole) }
        }
        for index in resources.indices {
            let resource = resources[index]
            if resource.type.isReferral {
                if !resource.isDone { keep(index) }
            } else if index >= horizon || (resource.type.isParty && resource.isRecent) {
                keep(index)
            }
            update(index) { $0.isRecent = false }
        }
        while let index = open.popLast() {
            for target in targets(of: index) { keep(target) }
        }
        return kept
    }

    /// What a resource, and those it contains, refer to.
    func targets(of index: Int) -> [Int] {
        var found: [Int] = []
        let resource = resources[index]
        for place in resource.node..<max(resource.node, resource.endNode) {
            let node = node(place)
            guard node.name == .reference, !node.value.isEmpty,
                case .resource(let target) = target(of: node.value, in: index)
            else { continue }
            found.append(target)
        }
        return found
    }
}
