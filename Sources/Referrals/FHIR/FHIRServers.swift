import CareModel

/// Which server a resource is of: `Type/id` names another one on each, and where nothing tells the
/// server, in each Bundle.
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
        guard url.starts(with: "http".utf8), let slash = url.lastIndex(of: UInt8(ascii: "/")),
            slash + 1 < url.count
        else { return 0 }
        let type = resource.type.rawValue.utf8
        let start = slash - type.count
        guard start > 1, url[start - 1] == UInt8(ascii: "/"),
            url[start..<slash].elementsEqual(type)
        else { return 0 }
        return UInt32(truncatingIfNeeded: start)
    }

    /// What the names of resources are looked for by: of what is on a server the name alone, and of
    /// what is on none, and stands in a Bundle inside another, that Bundle's number too.
    func nameHash(of index: Int) -> UInt64 {
        let resource = resources[index]
        return nameHash(resource.key, in: resource.baseCount > 0 ? 0 : resource.bundle)
    }

    private func nameHash(_ key: Slot, in bundle: Int32) -> UInt64 {
        texts.hash(key) ^ UInt64(truncatingIfNeeded: bundle) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The address of the server that a resource, or the one it is contained in, is on; empty
    /// where nothing says so.
    private func base(of index: Int) -> UnsafeBufferPointer<UInt8> {
        let resource = resources[outermost(index)]
        let url = texts.bytes(resource.fullURL)
        return UnsafeBufferPointer(
            start: url.baseAddress, count: min(url.count, Int(resource.baseCount)))
    }

    /// Whether resources with one name may be the same: no two servers say they have them, nor do two
    /// Bundles in which they are on none.
    private func mayBeSame(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (resources[left], resources[right])
        if first.baseCount == 0 || second.baseCount == 0 { return first.bundle == second.bundle }
        return base(of: left).isSame(as: base(of: right))
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
    ///
    /// What is on no server is that of the same Bundle, or of one around it: in Bundles inside another
    /// each has its own `Patient/1`.
    func resource(key: Slot, in resource: Int) -> Int? {
        let whole = resources[outermost(resource)]
        let own = base(of: resource)
        if whole.bundle > 0, let found = self.resource(key: key, inBundleOf: whole, on: own) {
            return found
        }
        var elsewhere: Int?
        var isUnclear = false
        var unaddressed: Int?
        var search = NameSearch(keys[texts.hash(key)])
        while let index = search.next(in: self) {
            let found = resources[index]
            guard found.container < 0, texts.isEqual(found.key, key) else { continue }
            if found.baseCount == 0 {
                if found.bundle == 0 { unaddressed = unaddressed ?? index }
            } else if own.isEmpty {
                // Nobody knows which of two servers is meant.
                if let elsewhere, !mayBeSame(elsewhere, index) { isUnclear = true }
                elsewhere = elsewhere ?? index
            } else if base(of: index).isSame(as: own) {
                return index
            }
        }
        return unaddressed ?? (isUnclear ? nil : elsewhere)
    }

    /// The same of a resource in a Bundle inside another, and what is on its server or in that Bundle.
    private func resource(
        key: Slot, inBundleOf whole: FHIRResource, on own: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        if !own.isEmpty {
            var search = NameSearch(keys[texts.hash(key)])
            while let index = search.next(in: self) {
                if resources[index].baseCount > 0, texts.isEqual(resources[index].key, key),
                    base(of: index).isSame(as: own)
                {
                    return index
                }
            }
        }
        for bundle in [whole.bundle, whole.outerBundle] where bundle > 0 {
            var search = NameSearch(keys[nameHash(key, in: bundle)])
            while let index = search.next(in: self) {
                let found = resources[index]
                if found.container < 0, found.baseCount == 0, found.bundle == bundle,
                    texts.isEqual(found.key, key)
                {
                    return index
                }
            }
        }
        return nil
    }

    /// What `Type/id` leads to where no entry says on which server it is.
    func resource(unaddressed key: Slot, in resource: Int) -> Int? {
        let whole = resources[outermost(resource)]
        for bundle in [whole.bundle, whole.outerBundle, 0] {
            var search = NameSearch(keys[nameHash(key, in: bundle)])
            while let index = search.next(in: self) {
                let found = resources[index]
                guard found.container < 0, found.bundle == bundle, texts.isEqual(found.key, key)
                else { continue }
                if found.fullURL.isEmpty || found.fullURL.count == key.count { return index }
            }
        }
        return nil
    }

    /// Whether nothing else has the name of a resource.
    func isNamedAlone(_ index: Int) -> Bool {
        resources[index].nextOfHash.key < 0 && keys[nameHash(of: index)].map(Int.init) == index
    }

    /// The resources of one name, those of each server apart.
    ///
    /// What is on no server belongs to the only one, if there is but one.
    func versions(of index: Int) -> [[Int]] {
        var onServers: [[UInt8]: [Int]] = [:]
        let key = resources[index].key
        let bundle = resources[index].bundle
        let isOnServer = resources[index].baseCount > 0
        var next = Int(keys[nameHash(of: index)] ?? -1)
        while next >= 0 {
            let found = resources[next]
            let isNear = found.bundle == bundle || (isOnServer && found.baseCount > 0)
            if found.container < 0, !found.isDone, isNear, texts.isEqual(found.key, key) {
                onServers[Array(base(of: next)), default: []].append(next)
            }
            next = Int(found.nextOfHash.key)
        }
        if onServers.count == 2, onServers[[]] != nil { return [onServers.values.flatMap { $0 }] }
        return Array(onServers.values)
    }
}

// What references that lead nowhere name.
extension FHIRTree {
    /// The address of the server that a relative reference is on; empty where nothing tells it.
    func server(of reference: FHIRElement) -> Slot {
        let sent = reference.value(.reference)
        let whole = resources[outermost(reference.resource)]
        guard isRelative(sent), whole.baseCount > 0 else { return .none }
        let flag = whole.fullURL.extent & Slot.unusualFlag
        return Slot(start: whole.fullURL.start, extent: whole.baseCount | flag)
    }

    /// Whether a reference is `Type/id`, neither an address nor a part of its own resource.
    private func isRelative(_ reference: Slot) -> Bool {
        let bytes = texts.bytes(reference)
        return !bytes.isEmpty && bytes[0] != UInt8(ascii: "#") && !bytes.contains(UInt8(ascii: ":"))
    }

    /// Whether two references name the same, wherever that is: by one text, which means the same for
    /// both, or by the address and by the name on the server that the address begins with.
    func isSameAddress(_ left: FHIRElement, _ right: FHIRElement) -> Bool {
        let addresses = [left, right].map { reference in
            Array(texts.bytes(server(of: reference))) + texts.bytes(reference.value(.reference))
        }
        guard addresses[0] == addresses[1] else { return false }
        let wholes = [left, right].map { outermost($0.resource) }
        // Without an address the text means something in a resource, or in a Bundle, alone.
        if addresses[0].first == UInt8(ascii: "#") { return wholes[0] == wholes[1] }
        return addresses[0].contains(UInt8(ascii: ":"))
            || resources[wholes[0]].bundle == resources[wholes[1]].bundle
    }
}
