/// How far an archive may expand before it is taken for one that was made to exhaust its reader.
package struct ArchiveLimits: Sendable {
    /// Bytes of all members together.
    package var expandedBytes = 256 << 30
    /// Bytes that one stored byte may expand to; deflate reaches 1032, X12 text some 10 to 40.
    package var ratio = 250
    /// Up to how many expanded bytes of a member the ratio does not matter.
    package var ratioFreeBytes = 16 << 20
    /// Members of an archive.
    package var members = 100_000
    /// Bytes of a zip archive's directory, which is held in memory.
    package var directoryBytes = 64 << 20

    package init() {}

    /// What content that has expanded this far exceeds.
    func exceeded(stored: Int, expanded: Int) -> ArchiveFailure.Limit? {
        if expanded > expandedBytes { return .expandedBytes }
        return expanded > ratioFreeBytes && expanded / ratio > stored ? .ratio : nil
    }
}
