/// A zip archive (APPNOTE 6.3): members stored or deflated, in 32 or 64 bits, read one at a time.
package struct ZipArchive<Source: SeekableBytes> {
    /// In the order of the directory; folders and links are among them.
    package let entries: [ZipEntry]
    /// `noDirectory`, where members were found without it.
    package let failure: ArchiveFailure?
    /// Bytes that are in none of them; nothing is known of these without a directory.
    package let surplus: ZipSurplus
    private let source: Source
    private let limits: ArchiveLimits
    /// Bytes that the members opened so far expand to.
    private var expandedCount = 0

    /// Reads the directory, and without one looks for the headers of members.
    ///
    /// - Throws: `split`, `limit`, `overlap` or `source`.
    package init(
        _ source: Source, limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveFailure) {
        self.source = source
        self.limits = limits
        do throws(ArchiveFailure) {
            let directory = try ZipDirectory(of: source, limits: limits)
            entries = directory.entries
            surplus = directory.surplus
            failure = nil
        } catch {
            guard error == .noDirectory else { throw error }
            entries = ZipArchive.search(source, limits)
            surplus = ZipSurplus()
            failure = error
        }
    }

    private static func search(_ source: Source, _ limits: ArchiveLimits) -> [ZipEntry] {
        var search = ZipSearch(in: source, limits: limits)
        var entries: [ZipEntry] = []
        while entries.count < limits.members, let entry = search.next() { entries.append(entry) }
        return entries
    }

    /// Opens a member of it.
    ///
    /// - Throws: what keeps it from being read; other members can be opened all the same.
    package mutating func open(
        _ entry: ZipEntry
    ) throws(ArchiveFailure) -> ZipMember<Source> {
        let (sum, overflows) = expandedCount.addingReportingOverflow(entry.expandedCount)
        if overflows || sum > limits.expandedBytes { throw .limit(.expandedBytes) }
        let member = try ZipMember(entry, of: source, limits: limits)
        expandedCount = sum
        return member
    }
}
