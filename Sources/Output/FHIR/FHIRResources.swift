import CareModel

/// The resources of a Bundle, each of which is there once: a transaction with two entries for one
/// address fails as a whole.
///
/// Source: FHIR R4, http.html#trules, and the invariant bdl-7 of Bundle.
struct FHIRResources: ~Copyable {
    private struct Resource {
        let type: StaticString
        let id: FHIRReference
        /// Where its members are.
        var members: Range<Int>
    }

    private var all: [Resource] = []
    private var indices: [FHIRReference: Int] = [:]
    /// The members of all of them, one resource's behind another's.
    private var members = ByteBuffer(capacity: 1 << 14)

    mutating func clear() {
        all.removeAll(keepingCapacity: true)
        indices.removeAll(keepingCapacity: true)
        members.clear()
    }

    /// Adds a resource; how to refer to it.
    ///
    /// One that is there already is told once, with what either says. Where they contradict each
    /// other the second has an id of its own, which its content belongs to.
    ///
    /// - Parameter key: what identifies it; its content where that is nothing.
    mutating func add(
        _ type: StaticString, key: [FHIRBytes], _ told: FHIRBytes
    ) -> FHIRReference {
        let id = FHIRReference(type, key.isEmpty ? [told] : key)
        guard let known = indices[id] else { return append(type, id, told) }
        if merge(told, into: known) { return id }
        let own = FHIRReference(type, key + [told])
        return indices[own] == nil ? append(type, own, told) : own
    }

    private mutating func append(
        _ type: StaticString, _ id: FHIRReference, _ told: FHIRBytes
    ) -> FHIRReference {
        indices[id] = all.count
        let start = members.count
        members.append(told)
        all.append(Resource(type: type, id: id, members: start..<members.count))
        return id
    }

    /// Whether the two do not contradict each other, and are one now.
    private mutating func merge(_ told: FHIRBytes, into known: Int) -> Bool {
        let before = FHIRBytes(rebasing: members.bytes[all[known].members])
        if before.elementsEqual(told) { return true }
        guard let both = FHIRMembers(before).merged(with: FHIRMembers(told)) else { return false }
        let start = members.count
        members.append(both)
        all[known].members = start..<members.count
        return true
    }

    /// Appends an entry for each, with commas behind them.
    func write(to buffer: inout ByteBuffer) {
        for resource in all {
            buffer.append("{\"fullUrl\":\"urn:uuid:")
            buffer.append(resource.id.bytes)
            buffer.append("\",\"resource\":{\"resourceType\":\"")
            buffer.append(resource.type)
            buffer.append("\",\"id\":\"")
            buffer.append(resource.id.bytes)
            buffer.append("\",")
            buffer.append(FHIRBytes(rebasing: members.bytes[resource.members]))
            buffer.closeObject()
            buffer.append("\"request\":{\"method\":\"PUT\",\"url\":\"")
            buffer.append(resource.type)
            buffer.append("/")
            buffer.append(resource.id.bytes)
            buffer.append("\"}},")
        }
    }
}

/// The UUID of a resource of the Bundle.
struct FHIRReference: Hashable {
    let bytes: [UInt8]

    /// The id of a resource of a type that these parts identify.
    init(_ type: StaticString, _ parts: [FHIRBytes]) {
        var identity = FHIRIdentity(type)
        for part in parts { identity.add(part) }
        var text = ByteBuffer(capacity: 64)
        identity.write(to: &text)
        bytes = text.array()
    }
}
