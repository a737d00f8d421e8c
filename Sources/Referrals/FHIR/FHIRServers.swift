import CareModel

/// Which server a resource is of: `Type/id` names another one on each.
///
/// Source: FHIR R4, "Bundle: Resolving references".
extension FHIRTree {
    /// Goes from a resource to those before it whose names have the same hash.
    private struct NameSearch {
        private var index: Int
        /// So many are looked at: no honest Bundle has as many servers.
        private var left = 64

        init(_ newest: Int32?) { index = Int(newest ?? -1) }

        mutating func next(in tree: FHIRTree) -> Int? {
            guard index >= 0, left > 0 else { return nil }
            defer { index = Int(tree.resources[index].nextOfHash.key) }
            left -= 1
            return index
        }
    }

    /// Bytes of an address on a server before `Type/id`; 0 where `fullUrl` is none.
    func baseCount(of resource: FHIRResource) -> UInt32 {
        let url = texts.bytes(resource.fullURL)
        let key = texts.bytes(resource.key)
        let count = url.count - key.count
        guard !key.isEmpty, count > 1, url.starts(with: "http".utf8),
            url[count - 1] == UInt8(ascii: "/"), url[count...].elementsEqual(key)
        else { return 0 }
        return UInt32(truncatingIfNeeded: count)
    }

    /// The address of the server that a resource, or the one it is contained in, is on; empty
    /// where nothing says so.
    private func base(of index: Int) -> UnsafeBufferPointer<UInt8> {
        let resource = resources[outermost(index)]
        let url = texts.bytes(resource.fullURL)
        return UnsafeBufferPointer(
            start: url.baseAddress, count: min(url.count, Int(resource.baseCount)))
    }

    /// Whether resources with one name may be the same: no two servers say they have them.
    private func mayBeSame(_ left: Int, _ right: Int) -> Bool {
        resources[left].baseCount == 0 || resources[right].baseCount == 0
            || base(of: left).isSame(as: base(of: right))
    }

    /// The resource that another repeats, or is a version of.
    func twin(of index: Int, _ hash: UInt64) -> Int? {
        var search = NameSearch(keys[hash])
        while let next = search.next(in: self) {
            let other = resources[next]
            if other.container < 0, texts.isEqual(other.key, resources[index].key),
                mayBeSame(next, index)
            {
                return next
            }
        }
        return nil
    }

    /// What `Type/id` leads to in a resource: on the same server, or else what is on no server, or
    /// else what only one server has.
    func resource(key: Slot, in resource: Int) -> Int? {
        let own = base(of: resource)
        var elsewhere: Int?
        var unaddressed: Int?
        var search = NameSearch(keys[texts.hash(key)])
        while let index = search.next(in: self) {
            let found = resources[index]
            guard found.container < 0, texts.isEqual(found.key, key) else { continue }
            if found.baseCount == 0 {
                unaddressed = unaddressed ?? index
            } else if own.isEmpty {
                // Nobody knows which of two servers is meant.
                if let elsewhere, !mayBeSame(elsewhere, index) { return unaddressed }
                elsewhere = elsewhere ?? index
            } else if base(of: index).isSame(as: own) {
                return index
            }
        }
        return unaddressed ?? elsewhere
    }

    /// What `Type/id` leads to where no entry says on which server it is.
    func resource(unaddressed key: Slot) -> Int? {
        var search = NameSearch(keys[texts.hash(key)])
        while let index = search.next(in: self) {
            let found = resources[index]
            guard found.container < 0, texts.isEqual(found.key, key) else { continue }
            if found.fullURL.isEmpty || found.fullURL.count == key.count { return index }
        }
        return nil
    }

    /// Whether nothing else has the name of a resource.
    func isNamedAlone(_ index: Int) -> Bool {
        resources[index].nextOfHash.key < 0
            && keys[texts.hash(resources[index].key)].map(Int.init) == index
    }

    /// The resources of one name, those of each server apart.
    ///
    /// What is on no server belongs to the only one, if there is but one.
    func versions(of index: Int) -> [[Int]] {
        var onServers: [[UInt8]: [Int]] = [:]
        let key = resources[index].key
        var next = Int(keys[texts.hash(key)] ?? -1)
        while next >= 0 {
            let found = resources[next]
            if found.container < 0, !found.isDone, texts.isEqual(found.key, key) {
                onServers[Array(base(of: next)), default: []].append(next)
            }
            next = Int(found.nextOfHash.key)
        }
        if onServers.count == 2, onServers[[]] != nil { return [onServers.values.flatMap { $0 }] }
        return Array(onServers.values)
    }
}
