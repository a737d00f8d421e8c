/// Finds members by the headers before them, where an archive lacks its directory.
struct ZipSearch<Source: SeekableBytes> {
    private let source: Source
    private let limits: ArchiveLimits
    private var offset = 0
    /// What the members found so far expand to.
    private var expandedSum = 0

    init(in source: Source, limits: ArchiveLimits) {
        self.source = source
        self.limits = limits
    }

    /// The next member; `nil` where none follows, or its header is damaged.
    mutating func next() -> ZipEntry? {
        guard let local = try? ZipLocalHeader(of: source, at: offset) else { return nil }
        let rest = max(0, source.byteCount - local.contentOffset)
        guard local.header.isOpenEnded else {
            // The last may be cut: reading it will tell.
            offset = local.contentOffset + min(local.sizes.stored, rest)
            expandedSum += min(local.sizes.expanded, limits.expandedBytes)
            return ZipEntry(local.header, sizes: local.sizes)
        }
        guard local.header.method == 8, !local.header.isEncrypted else {
            offset = source.byteCount  // only its directory says where it ends
            return ZipEntry(local.header, sizes: local.sizes, isMeasured: false)
        }
        return measured(local, rest)
    }

    /// A member whose sizes follow it: where deflate ends, it ends.
    private mutating func measured(_ local: ZipLocalHeader, _ rest: Int) -> ZipEntry? {
        var header = local.header
        var sizes = local.sizes
        if let counts = try? measure(at: local.contentOffset, rest),
            let descriptor = try? descriptor(at: local.contentOffset + counts.stored, counts)
        {
            header.checksum = descriptor.checksum
            sizes.stored = counts.stored
            sizes.expanded = counts.expanded
            expandedSum += counts.expanded
            offset = local.contentOffset + counts.stored + descriptor.length
        } else {
            sizes.stored = rest
            sizes.expanded = max(0, limits.expandedBytes - expandedSum)
            offset = source.byteCount
        }
        return ZipEntry(header, sizes: sizes)
    }

    private func measure(
        at start: Int, _ rest: Int
    ) throws(ArchiveFailure) -> (stored: Int, expanded: Int) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { memory.deallocate() }
        var inflation = try Inflation(
            Section(of: source, at: start, count: rest), limits: limits)
        while try !inflation.read(into: memory).isEnd {}
        return (inflation.window.usedCount, inflation.content.byteCount)
    }

    /// The record after a member: with a signature or without one, with 64 bits or 32.
    private func descriptor(
        at start: Int, _ counts: (stored: Int, expanded: Int)
    ) throws(ArchiveFailure) -> (checksum: UInt32, length: Int) {
        let fields = ZipFields(try source.bytes(min(24, source.byteCount - start), at: start))
        let isSigned = try fields.number(at: 0, bytes: 4) == 0x0807_4B50
        let distance = isSigned ? 4 : 0
        let checksum = UInt32(truncatingIfNeeded: try fields.number(at: distance, bytes: 4))
        for width in [4, 8] {
            guard try fields.number(at: distance + 4, bytes: width) == counts.stored,
                try fields.number(at: distance + 4 + width, bytes: width) == counts.expanded
            else { continue }
            return (checksum, distance + 4 + 2 * width)
        }
        throw .damaged
    }
}
