/// The content of one member of a zip archive, with its checksum and length compared.
package struct ZipMember<Source: SeekableBytes>: StoredBytes, ~Copyable {
    private enum State { case content, over, end }

    private let entry: ZipEntry
    /// Of a member that is stored as it is.
    private var section: Section<Source>
    /// Of one that was deflated.
    private var inflation: Inflation<Section<Source>>?
    private var content = ContentCount()
    private var state = State.content

    /// Opens a member.
    ///
    /// - Throws: `encrypted`, `method`, `limit`, or `damaged` where its own header is not what the
    ///   directory says of it.
    package init(
        _ entry: ZipEntry, of source: Source, limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveFailure) {
        if entry.isEncrypted { throw .encrypted }
        guard entry.method == 0 || entry.method == 8 else { throw .method(entry.method) }
        guard entry.isMeasured else { throw .noDirectory }
        let local = try ZipLocalHeader(of: source, at: entry.offset)
        guard local.header.name == entry.name, local.header.method == entry.method else {
            throw .damaged
        }
        if local.header.isEncrypted { throw .encrypted }
        let section = Section(of: source, at: local.contentOffset, count: entry.storedCount)
        let inflation = entry.method == 8 ? try Inflation(section, limits: limits) : nil
        self.entry = entry
        self.section = section
        self.inflation = inflation
    }

    /// Fills the start of `buffer` with expanded bytes; their number, 0 only at the end.
    ///
    /// - Throws: what is wrong, once everything before it has been given out.
    package mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        guard !buffer.isEmpty, state != .end else { return 0 }
        if state == .content {
            let count = try readContent(into: buffer)
            if count > 0 { return count }
        }
        try checkContent()
        state = .end
        return 0
    }

    private mutating func readContent(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        var count = 0
        if let step = try inflation?.read(into: buffer) {
            count = step.count
            if step.isEnd { state = .over }
            content = inflation?.content ?? content
        } else {
            count = try section.read(into: buffer)
            if count == 0 { state = .over }
            content.add(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
        }
        return count
    }

    private mutating func checkContent() throws(ArchiveFailure) {
        if let used = inflation?.window.usedCount, used != entry.storedCount { throw .damaged }
        guard content.byteCount == entry.expandedCount else { throw .length }
        guard content.checksum == entry.checksum else { throw .checksum }
    }
}

/// The same, for those to whom a member is somebody.
package typealias ZipContent = ZipMember
