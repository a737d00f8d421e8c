/// What comes once in a Bundle, in an entry of one, and in the request of an entry.
///
/// Source: FHIR R4, Bundle. Elements of resources are told of by `FHIRRepeating`.
struct FHIROnce: OptionSet {
    let rawValue: UInt32

    private static let names: [FHIRName] = [
        .id, .meta, .implicitRules, .language, .identifier, .type, .timestamp, .total, .signature,
        .fullUrl, .resource, .search, .request, .response, .method, .url, .ifNoneMatch,
        .ifModifiedSince, .ifMatch, .ifNoneExist,
    ]

    static let resource = FHIROnce(FHIRName.resource)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The mark of an element; none of one that may come again.
    init(_ name: FHIRName) {
        rawValue = Self.names.firstIndex(of: name).map { 1 << UInt32($0) } ?? 0
    }

    /// The name of the element whose mark it is.
    var name: FHIRName {
        let index = rawValue.trailingZeroBitCount
        return index < Self.names.count ? Self.names[index] : .unknown
    }
}
