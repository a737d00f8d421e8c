import Archives
import Testing

/// Bytes in memory, read in pieces.
struct Memory: StoredBytes, SeekableBytes {
    let bytes: [UInt8]
    var piece = Int.max
    private var position = 0

    init(_ bytes: [UInt8], piece: Int = Int.max) {
        self.bytes = bytes
        self.piece = piece
    }

    var byteCount: Int { bytes.count }

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
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

/// What was read, and what ended it.
struct Content: Equatable {
    var bytes: [UInt8] = []
    var failure: ArchiveFailure?

    init(_ bytes: [UInt8] = [], _ failure: ArchiveFailure? = nil) {
        self.bytes = bytes
        self.failure = failure
    }

    /// Reads to the end by a room of this size.
    init(
        room: Int, _ read: (UnsafeMutableRawBufferPointer) throws(ArchiveFailure) -> Int
    ) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
        defer { memory.deallocate() }
        do throws(ArchiveFailure) {
            while true {
                let count = try read(memory)
                if count == 0 { break }
                bytes += memory.prefix(count)
            }
        } catch {
            failure = error
        }
    }

    /// The content of a gzip file.
    init(
        gzip bytes: [UInt8], piece: Int = Int.max, room: Int = 1 << 16,
        limits: ArchiveLimits = ArchiveLimits()
    ) {
        Seeds.keep(bytes, for: .archives)
        do throws(ArchiveFailure) {
            var reader = try GzipReader(Memory(bytes, piece: piece), limits: limits)
            self.init(room: room) { buffer throws(ArchiveFailure) in try reader.read(into: buffer) }
        } catch {
            self.init([], error)
        }
    }
}

extension Content: CustomTestStringConvertible {
    var testDescription: String { "\(bytes.count) bytes, \(failure.debugDescription)" }
}

/// The members of a zip archive, each read to its end, or what keeps it from being opened.
struct Unzipped {
    var names: [String] = []
    var contents: [Content] = []
    var failure: ArchiveFailure?

    init(
        _ bytes: [UInt8], piece: Int = Int.max, room: Int = 1 << 16,
        limits: ArchiveLimits = ArchiveLimits()
    ) {
        Seeds.keep(bytes, for: .archives)
        do throws(ArchiveFailure) {
            var archive = try ZipArchive(Memory(bytes, piece: piece), limits: limits)
            failure = archive.failure
            for entry in archive.entries where !entry.isFolder && !entry.isLink {
                names.append(String(decoding: entry.name, as: UTF8.self))
                contents.append(Unzipped.content(of: entry, in: &archive, room))
            }
        } catch {
            failure = error
        }
    }

    private static func content(
        of entry: ZipEntry, in archive: inout ZipArchive<Memory>, _ room: Int
    ) -> Content {
        do throws(ArchiveFailure) {
            var member = try archive.open(entry)
            return Content(room: room) { buffer throws(ArchiveFailure) in
                try member.read(into: buffer)
            }
        } catch {
            return Content([], error)
        }
    }
}

/// Bytes that deflate cannot make much smaller; the same every time.
func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33) & 0x3F
    }
}

typealias Member = ZipBuilding.Member
