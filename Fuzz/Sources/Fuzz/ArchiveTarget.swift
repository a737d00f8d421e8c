@testable import Archives

/// Archives: any bytes have content or a reason, whatever pieces they come in.
enum ArchiveTarget {
    static func run(_ bytes: [UInt8]) {
        var limits = ArchiveLimits()
        // Limits that a short input can reach.
        if Turn(bytes).way(of: 2) == 0 {
            limits.members = 3
            limits.expandedBytes = 20_000
            limits.ratio = 10
            limits.ratioFreeBytes = 1000
            limits.directoryBytes = 400
        }
        let isGzip = bytes.starts(with: [0x1F, 0x8B])
        let read = isGzip ? ArchiveContent.gzip : ArchiveContent.zip
        let whole = read(bytes, Int.max, 1 << 16, limits)
        let size = 1 + Int(bytes.last ?? 0) % 40
        let pieces = read(bytes, size, size * 3, limits)
        // Where a limit is met depends on how much is expanded at once.
        guard !whole.meetsLimit, !pieces.meetsLimit else { return }
        require(whole == pieces, "pieces make no difference: \(pieces.sizes), not \(whole.sizes)")
    }
}

/// What members of an archive expand to, and what ended them.
private struct ArchiveContent: Equatable {
    var members: [[UInt8]] = []
    var failures: [ArchiveFailure] = []

    var meetsLimit: Bool {
        failures.contains {
            if case .limit = $0 { true } else { false }
        }
    }

    var sizes: String { "\(members.map(\.count)) \(failures)" }

    static func gzip(
        _ bytes: [UInt8], _ piece: Int, _ room: Int, _ limits: ArchiveLimits
    ) -> ArchiveContent {
        var content = ArchiveContent()
        do throws(ArchiveFailure) {
            var reader = try GzipReader(ArchivePieces(bytes, piece), limits: limits)
            content.add(room) { buffer throws(ArchiveFailure) in try reader.read(into: buffer) }
        } catch {
            content.failures.append(error)
        }
        return content
    }

    static func zip(
        _ bytes: [UInt8], _ piece: Int, _ room: Int, _ limits: ArchiveLimits
    ) -> ArchiveContent {
        var content = ArchiveContent()
        do throws(ArchiveFailure) {
            var archive = try ZipArchive(ArchivePieces(bytes, piece), limits: limits)
            if let failure = archive.failure { content.failures.append(failure) }
            for entry in archive.entries where !entry.isFolder && !entry.isLink && !entry.isHidden {
                content.add(entry, of: &archive, room)
            }
        } catch {
            content.failures.append(error)
        }
        return content
    }

    private mutating func add(
        _ entry: ZipEntry, of archive: inout ZipArchive<ArchivePieces>, _ room: Int
    ) {
        do throws(ArchiveFailure) {
            var member = try archive.open(entry)
            add(room) { buffer throws(ArchiveFailure) in try member.read(into: buffer) }
        } catch {
            failures.append(error)
        }
    }

    /// Reads a member to its end by a room of this size.
    private mutating func add(
        _ room: Int, _ read: (UnsafeMutableRawBufferPointer) throws(ArchiveFailure) -> Int
    ) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
        defer { memory.deallocate() }
        var member: [UInt8] = []
        do throws(ArchiveFailure) {
            while true {
                let count = try read(memory)
                if count == 0 { break }
                member += memory.prefix(count)
            }
        } catch {
            failures.append(error)
        }
        members.append(member)
    }
}

/// Bytes in memory, read in pieces.
private struct ArchivePieces: StoredBytes, SeekableBytes {
    private let bytes: [UInt8]
    private let piece: Int
    private var position = 0

    init(_ bytes: [UInt8], _ piece: Int) {
        self.bytes = bytes
        self.piece = piece
    }

    var byteCount: Int { bytes.count }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFailure) -> Int {
        let count = try read(into: buffer, at: position)
        position += count
        return count
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int {
        let rest = bytes.dropFirst(offset).prefix(min(buffer.count, piece))
        buffer.copyBytes(from: rest)
        return rest.count
    }
}
