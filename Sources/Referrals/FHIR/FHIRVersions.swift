import CareModel

/// Which version of a resource is newer: by `meta.lastUpdated`, else by `meta.versionId`, else by
/// `lastModified`, and else by their order, which a history turns round.
///
/// What only some versions have tells nothing. Source: FHIR R4, http.html#history.
enum FHIRVersions {
    private struct Version {
        let index: Int
        let updated: Instant?
        let number: UInt64?
        let modified: Instant?
        /// CCYYMMDD; 0 for none.
        let modifiedDay: Int32

        init(_ index: Int, _ tree: FHIRTree) {
            self.index = index
            let root = tree.root(of: index)
            let meta = root.first(.meta)
            updated = (meta?.first(.lastUpdated)?.bytes).flatMap { Instant($0) }
            number = meta?.first(.versionId).flatMap { Self.number($0.bytes) }
            let sent = root.first(.lastModified)?.bytes
            modified = sent.flatMap { Instant($0) }
            modifiedDay = sent.flatMap { Moment($0)?.day } ?? 0
        }

        private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
            guard 1...18 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else {
                return nil
            }
            return bytes.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
        }
    }

    /// What all of some versions have, by which they are ordered.
    private struct Order {
        var hasUpdated = true
        var hasNumber = true
        var hasModified = true
        var hasModifiedDay = true
        let isNewestFirst: Bool

        mutating func note(_ version: Version) {
            hasUpdated = hasUpdated && version.updated != nil
            hasNumber = hasNumber && version.number != nil
            hasModified = hasModified && version.modified != nil
            hasModifiedDay = hasModifiedDay && version.modifiedDay > 0
        }

        func isOlder(_ left: Version, _ right: Version) -> Bool {
            if hasUpdated, let first = left.updated, let second = right.updated, first != second {
                return first < second
            }
            if hasNumber, let first = left.number, let second = right.number, first != second {
                return first < second
            }
            if hasModified, let first = left.modified, let second = right.modified {
                if first != second { return first < second }
            } else if hasModifiedDay, left.modifiedDay != right.modifiedDay {
                return left.modifiedDay < right.modifiedDay
            }
            return (left.index < right.index) != isNewestFirst
        }
    }

    /// The oldest first.
    static func ordered(_ indices: [Int], in tree: FHIRTree) -> [Int] {
        guard indices.count > 1 else { return indices }
        let versions = indices.map { Version($0, tree) }
        var order = Order(isNewestFirst: tree.isNewestFirst)
        for version in versions { order.note(version) }
        return versions.sorted { order.isOlder($0, $1) }.map(\.index)
    }

    /// Whether one version is newer than another.
    static func isNewer(_ index: Int, than other: Int, in tree: FHIRTree) -> Bool {
        let (version, known) = (Version(index, tree), Version(other, tree))
        var order = Order(isNewestFirst: tree.isNewestFirst)
        order.note(version)
        order.note(known)
        return order.isOlder(known, version)
    }
}
