import CareModel

/// Where references lead.
///
/// `#id` is a resource inside the same one, `Type/id` one on the same server, a URL or `urn:uuid:`
/// the entry with that `fullUrl`; the version at the end of a URL does not count. Source: FHIR R4,
/// "References" and "Bundle: Resolving references".
extension FHIRTree {
    /// What a reference leads to.
    enum Target: Equatable {
        /// Nothing that is held.
        case unresolved
        /// Nothing: it is an identifier or words alone.
        case none
        case resource(Int)
    }

    /// Where the reference in an element such as `subject` leads.
    func target(of element: FHIRElement) -> Target {
        let reference = element.value(.reference)
        guard !reference.isEmpty else { return .none }
        return target(of: reference, in: element.resource)
    }

    /// Where the text of a reference leads that stands in a resource.
    func target(of reference: Slot, in resource: Int) -> Target {
        let bytes = texts.bytes(reference)
        let found: Int?
        if bytes.first == UInt8(ascii: "#") {
            found = contained(reference, in: resource)
        } else {
            found = named(withoutVersion(reference), in: resource)
        }
        return found.map { .resource($0) } ?? .unresolved
    }

    private func contained(_ reference: Slot, in resource: Int) -> Int? {
        let own = resources[resource].container
        let container = own >= 0 ? Int(own) : resource
        if reference.count == 1 { return container }
        let id = Slot(start: reference.start &+ 1, extent: reference.extent &- 1)
        return self.resource(containedIn: container, id: id)
    }

    private func named(_ reference: Slot, in resource: Int) -> Int? {
        if let found = self.resource(key: reference, in: resource)
            ?? self.resource(url: reference)
        {
            return found
        }
        // A server's own address in front of what has no address here.
        return typeAndID(reference).flatMap { self.resource(unaddressed: $0, in: resource) }
    }

    /// `Type/id` at the end of a URL.
    private func typeAndID(_ reference: Slot) -> Slot? {
        let bytes = texts.bytes(reference)
        guard let last = bytes.lastIndex(of: UInt8(ascii: "/")),
            let before = bytes[..<last].lastIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let skipped = UInt32(truncatingIfNeeded: before + 1)
        return Slot(start: reference.start &+ skipped, extent: reference.extent &- skipped)
    }

    /// A URL without `/_history/` and what follows.
    private func withoutVersion(_ reference: Slot) -> Slot {
        let mark: StaticString = "/_history/"
        let bytes = texts.bytes(reference)
        let length = mark.utf8CodeUnitCount
        guard bytes.count > length, bytes.contains(UInt8(ascii: "_")) else { return reference }
        let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: length)
        for start in stride(from: bytes.count - length, through: 1, by: -1)
        where bytes[start..<start + length].elementsEqual(wanted) {
            let flag = reference.extent & Slot.unusualFlag
            return Slot(start: reference.start, extent: UInt32(truncatingIfNeeded: start) | flag)
        }
        return reference
    }

    /// The type that a relative reference or URL names.
    func type(of reference: Slot) -> FHIRType {
        let key = typeAndID(reference) ?? reference
        let bytes = texts.bytes(withoutVersion(key))
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return .unknown }
        return FHIRType(rawValue: String(decoding: bytes[..<slash], as: UTF8.self)) ?? .unknown
    }
}
