import Diagnostics

/// What a Bundle says of itself, and how many resources of each type it holds.
struct FHIRBundle {
    private(set) var type: [UInt8] = []
    private(set) var counts = [Int](repeating: 0, count: FHIRType.total)
    private(set) var resourceCount = 0
    /// Its start tag.
    var range = ByteRange(0, 0)
    var line = 0
    /// Where its entries say that a ServiceRequest or Task is deleted.
    private(set) var deletions: [(range: ByteRange, line: Int)] = []

    /// Source: FHIR R4, value set `bundle-type`.
    static let types: [StaticString] = [
        "document", "message", "transaction", "transaction-response", "batch", "batch-response",
        "history", "searchset", "collection",
    ]

    mutating func set(_ name: FHIRName, _ value: UnsafeBufferPointer<UInt8>) {
        if name == .type { type = Array(value.prefix(64)) }
    }

    /// As many are kept as findings are listed.
    mutating func addDeletion(_ range: ByteRange, line: Int) {
        if deletions.count <= ReferralFindings.limit { deletions.append((range, line)) }
    }

    /// What came again of what comes once: where, and what it is called.
    private(set) var repeats: [(range: ByteRange, line: Int, place: String)] = []

    /// As many are kept as findings are listed.
    mutating func addRepeat(
        _ range: ByteRange, line: Int, of once: FHIROnce, in place: String
    ) {
        guard repeats.count <= ReferralFindings.limit else { return }
        repeats.append((range, line, "\(place)/\(once.name.rawValue)"))
    }

    mutating func count(_ type: FHIRType) {
        resourceCount += 1
        counts[type.number] += 1
    }

    func count(of type: FHIRType) -> Int { counts[type.number] }

    /// Whether it tells the versions of resources, the newest first.
    var isHistory: Bool { type.elementsEqual("history".utf8) }

    var hasKnownType: Bool {
        Self.types.contains { $0.withUTF8Buffer { $0.elementsEqual(type) } }
    }
}
