/// The directory of a zip archive, which stands at its end and says what is in it.
package struct ZipDirectory: Sendable {
    /// In the order of the directory.
    package private(set) var entries: [ZipEntry] = []
    /// Bytes that are in none of them.
    package private(set) var surplus = ZipSurplus()
    /// Where it begins.
    private var start = 0

    /// Reads the directory; of members nothing is read.
    ///
    /// - Throws: `noDirectory` where there is none that holds together, `split`, `limit`, `overlap`
    ///   or `source`.
    package init(
        of source: some SeekableBytes, limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveFailure) {
        let tail = try ZipTail(of: source)
        if let start = tail.last {
            try read(source, tail, start, limits)
        } else {
            try search(source, tail, limits)
        }
        try checkOverlap()
        surplus.unlistedCount = ZipGaps(source).count(entries, end: self.start)
    }

    private mutating func read(
        _ source: some SeekableBytes, _ tail: ZipTail, _ start: Int, _ limits: ArchiveLimits
    ) throws(ArchiveFailure) {
        do throws(ArchiveFailure) {
            let place = try ZipDirectoryPlace(in: source, tail, at: start, limits: limits)
            let bytes = try source.bytes(place.byteCount, at: place.offset)
            entries.removeAll()
            self.start = place.offset
            try readEntries(bytes, place.entryCount, end: place.offset)
        } catch {
            switch error {
            case .cutShort, .damaged: throw .noDirectory
            default: throw error
            }
        }
    }

    /// Takes the last directory behind which other bytes follow: zeros up to a record of tape, or the
    /// end of a line. One without entries is none: an empty archive may be a member of one that was
    /// cut.
    private mutating func search(
        _ source: some SeekableBytes, _ tail: ZipTail, _ limits: ArchiveLimits
    ) throws(ArchiveFailure) {
        for start in tail.early.prefix(ZipTail.greatestSearch) {
            do throws(ArchiveFailure) {
                try read(source, tail, start, limits)
                if entries.isEmpty { continue }
                surplus.trailingCount = tail.bytes.count - tail.end(ofRecord: start)
                return
            } catch {
                entries.removeAll()
                if case .source = error { throw error }
            }
        }
        throw .noDirectory
    }

    private mutating func readEntries(
        _ bytes: [UInt8], _ count: Int, end: Int
    ) throws(ArchiveFailure) {
        var rest = bytes[...]
        entries.reserveCapacity(min(count, rest.count / 46))
        while !rest.isEmpty {
            let fields = ZipFields(rest)
            guard try fields.number(at: 0, bytes: 4) == 0x0201_4B50 else { throw .damaged }
            let nameCount = try fields.number(at: 28, bytes: 2)
            let extraCount = try fields.number(at: 30, bytes: 2)
            let commentCount = try fields.number(at: 32, bytes: 2)
            let name = try fields.part(at: 46, nameCount)
            let extra = try fields.part(at: 46 + nameCount, extraCount)
            _ = try fields.part(at: 46 + nameCount + extraCount, commentCount)
            var sizes = ZipSizes(
                expanded: try fields.number(at: 24, bytes: 4),
                stored: try fields.number(at: 20, bytes: 4),
                offset: try fields.number(at: 42, bytes: 4))
            try sizes.resolve(extra)
            guard sizes.offset <= end, sizes.stored <= end - sizes.offset else { throw .damaged }
            let isUnix = try fields.number(at: 5, bytes: 1) == 3
            entries.append(
                ZipEntry(
                    try ZipHeader(fields, start: 8, name: name), sizes: sizes,
                    attributes: isUnix ? try fields.number(at: 38, bytes: 4) : 0))
            rest = rest.dropFirst(46 + nameCount + extraCount + commentCount)
        }
        // Writers without zip64 count in 16 bits and begin again.
        guard entries.count & 0xFFFF == count & 0xFFFF else { throw .damaged }
    }

    /// Members that share bytes expand to any size while each looks harmless.
    private func checkOverlap() throws(ArchiveFailure) {
        var end = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            if entry.offset < end { throw .overlap }
            end = entry.offset + 30 + entry.name.count + entry.storedCount
        }
    }
}

/// Where the directory stands, by the records at the end of the archive.
private struct ZipDirectoryPlace {
    private(set) var entryCount: Int
    private(set) var byteCount: Int
    private(set) var offset: Int

    /// - Parameter start: of the record at the end, in the last bytes.
    init(
        in source: some SeekableBytes, _ tail: ZipTail, at start: Int, limits: ArchiveLimits
    ) throws(ArchiveFailure) {
        let fields = ZipFields(tail.bytes[start...])
        let isElsewhere: Bool
        let disk = try fields.number(at: 4, bytes: 2)
        entryCount = try fields.number(at: 10, bytes: 2)
        byteCount = try fields.number(at: 12, bytes: 4)
        offset = try fields.number(at: 16, bytes: 4)
        isElsewhere =
            entryCount == 0xFFFF || byteCount == ZipFields.elsewhere
            || offset == ZipFields.elsewhere || disk == 0xFFFF
        var end = source.byteCount - tail.bytes.count + start
        if isElsewhere, let record = try Self.record64(source, before: end) {
            entryCount = try record.fields.number(at: 32, bytes: 8)
            byteCount = try record.fields.number(at: 40, bytes: 8)
            offset = try record.fields.number(at: 48, bytes: 8)
            end = record.offset
        } else if disk != 0, disk != 0xFFFF {
            throw .split
        }
        guard offset <= end, byteCount <= end - offset else { throw .noDirectory }
        if entryCount > limits.members || byteCount > limits.directoryBytes {
            throw .limit(.members)
        }
    }

    /// The record with 64 bits, if its locator stands before the other.
    private static func record64(
        _ source: some SeekableBytes, before end: Int
    ) throws(ArchiveFailure) -> (fields: ZipFields, offset: Int)? {
        guard end >= 20 else { return nil }
        let locator = ZipFields(try source.bytes(20, at: end - 20))
        guard try locator.number(at: 0, bytes: 4) == 0x0706_4B50 else { return nil }
        if try locator.number(at: 16, bytes: 4) > 1 { throw .split }
        let offset = try locator.number(at: 8, bytes: 8)
        let fields = ZipFields(try source.bytes(56, at: offset))
        guard try fields.number(at: 0, bytes: 4) == 0x0606_4B50 else { throw .noDirectory }
        return (fields, offset)
    }
}
