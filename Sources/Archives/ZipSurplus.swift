/// Bytes of a zip archive that are in none of the members that its directory names.
package struct ZipSurplus: Sendable, Hashable {
    /// Behind the end of the archive.
    package internal(set) var trailingCount = 0
    /// Before and between the members and the directory: members that it does not name, say.
    package internal(set) var unlistedCount = 0

    package init() {}
}

/// Looks for what stands between the members that a directory names. Nothing of it is read as a member.
struct ZipGaps<Source: SeekableBytes> {
    private let source: Source

    init(_ source: Source) { self.source = source }

    /// More zeros than these are no padding, by which writers let a member begin at a full page.
    private static var greatestPadding: Int { 1 << 16 }

    /// Bytes that are neither members nor what writers put beside them: padding, what describes a
    /// member behind it, a block with signatures before the directory, a program that unpacks the
    /// archive in front.
    ///
    /// - Parameter end: where the directory begins.
    func count(_ entries: [ZipEntry], end: Int) -> Int {
        let entries = entries.sorted { $0.offset < $1.offset }
        let first = entries.first?.offset ?? end
        var sum = isMember(upTo: first) ? first : 0
        for (index, entry) in entries.enumerated() {
            let isLast = index + 1 == entries.count
            let next = isLast ? end : entries[index + 1].offset
            // Nothing is read where the member alone fills the room.
            if entry.offset + 30 + entry.name.count + entry.storedCount >= next { continue }
            guard let local = try? ZipLocalHeader(of: source, at: entry.offset) else { continue }
            var start = local.contentOffset + entry.storedCount
            start += descriptorLength(of: entry, local, in: start..<max(start, next))
            if start < next, holdsSomething(start..<next, isLast: isLast) { sum += next - start }
        }
        return sum
    }

    /// Whether a member stands at the start of the archive, before the first that is named.
    private func isMember(upTo end: Int) -> Bool {
        guard end > 0, let local = try? ZipLocalHeader(of: source, at: 0) else { return false }
        return local.contentOffset <= end
    }

    /// The record behind a member, with its signature or without it, in 32 bits or 64.
    private func descriptorLength(
        of entry: ZipEntry, _ local: ZipLocalHeader, in range: Range<Int>
    ) -> Int {
        guard let bytes = try? source.bytes(min(24, range.count), at: range.lowerBound) else {
            return 0
        }
        let fields = ZipFields(bytes)
        let isSigned = (try? fields.number(at: 0, bytes: 4)) == 0x0807_4B50
        let distance = isSigned ? 4 : 0
        for width in [4, 8] {
            if (try? fields.number(at: distance, bytes: 4)) == Int(entry.checksum),
                (try? fields.number(at: distance + 4, bytes: width)) == entry.storedCount,
                (try? fields.number(at: distance + 4 + width, bytes: width))
                    == entry.expandedCount
            {
                return distance + 4 + 2 * width
            }
        }
        return local.header.isOpenEnded ? min(range.count, distance + 12) : 0
    }

    private func holdsSomething(_ range: Range<Int>, isLast: Bool) -> Bool {
        if isLast, isBesideDirectory(range) { return false }
        if range.count > Self.greatestPadding { return true }
        let bytes = try? source.bytes(range.count, at: range.lowerBound)
        return bytes?.contains { $0 != 0 } ?? false
    }

    /// Whether it is what may stand before a directory: a block with signatures, as packages of Android
    /// have it, or a record on encryption.
    private func isBesideDirectory(_ range: Range<Int>) -> Bool {
        guard range.count >= 16,
            let first = try? source.bytes(4, at: range.lowerBound),
            let last = try? source.bytes(16, at: range.upperBound - 16)
        else { return false }
        return first == [0x50, 0x4B, 0x06, 0x08] || last == Array("APK Sig Block 42".utf8)
    }
}
