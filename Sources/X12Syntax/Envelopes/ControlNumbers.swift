/// Control numbers seen so far, to find the ones that come twice.
struct ControlNumbers: Sendable {
    var interchanges = SeenNumbers()
    var groups = SeenNumbers()
    var sets = SeenNumbers()
}

/// A set of texts as 8-byte keys.
struct SeenNumbers: Sendable {
    private var keys: Set<UInt64> = []

    /// `false` when these parts were seen before.
    mutating func insert(_ parts: [String]) -> Bool {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
            key = (key ^ 0xFF) &* 0x100_0000_01B3
        }
        return keys.insert(key).inserted
    }

    mutating func removeAll() { keys.removeAll(keepingCapacity: true) }
}
