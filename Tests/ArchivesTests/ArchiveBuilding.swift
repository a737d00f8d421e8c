import CZlib

/// Archives made byte by byte, sound ones and others.
enum ArchiveBuilding {
    /// Raw deflate at zlib's best.
    static func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let count = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(output.prefix(count))
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(crc32(0, bytes, UInt32(bytes.count)))
    }

    /// What a gzip member's header announces.
    struct GzipFields: OptionSet {
        let rawValue: UInt8
        static let headerChecksum = GzipFields(rawValue: 2)
        static let extra = GzipFields(rawValue: 4)
        static let name = GzipFields(rawValue: 8)
        static let comment = GzipFields(rawValue: 16)
    }

    /// One member of a gzip file.
    static func gzip(_ content: [UInt8], fields: GzipFields = []) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, fields.rawValue, 0, 0, 0, 0, 2, 3]
        if fields.contains(.extra) { bytes += [3, 0, 9, 0, 9] }
        if fields.contains(.name) { bytes += Array("name.834".utf8) + [0] }
        if fields.contains(.comment) { bytes += Array("words".utf8) + [0] }
        if fields.contains(.headerChecksum) { bytes += Int(checksum(bytes)).bytes(2) }
        return bytes + deflated(content) + Int(checksum(content)).bytes(4)
            + content.count.bytes(4)
    }
}

/// A zip archive, made of its members.
struct ZipBuilding {
    struct Member {
        var name: [UInt8]
        var content: [UInt8]
        /// 0 is stored, 8 is deflate.
        var method = 8
        var flags = 0
        /// Whether checksum and sizes follow the content.
        var hasDescriptor = false
        /// Whether sizes and the place are written in 64 bits.
        var is64 = false
        /// What the archive says instead of the truth.
        var declaredSize: Int?
        var declaredChecksum: UInt32?
        var attributes = 0

        init(_ name: String, _ content: [UInt8]) {
            self.name = Array(name.utf8)
            self.content = content
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        func with(_ change: (inout Member) -> Void) -> Member {
            var member = self
            change(&member)
            return member
        }
    }

    private(set) var bytes: [UInt8] = []
    /// Where the directory begins.
    private(set) var directoryOffset = 0
    private var directory: [UInt8] = []

    init(_ members: [Member], comment: String = "", is64: Bool = false) {
        for member in members { add(member) }
        directoryOffset = bytes.count
        bytes += directory
        let end = bytes.count
        let elsewhere = 0xFFFF_FFFF
        if is64 {
            bytes += Array("PK\u{06}\u{06}".utf8) + 44.bytes(8) + 45.bytes(2) + 45.bytes(2)
            bytes += 0.bytes(4) + 0.bytes(4) + members.count.bytes(8) + members.count.bytes(8)
            bytes += directory.count.bytes(8) + directoryOffset.bytes(8)
            bytes += Array("PK\u{06}\u{07}".utf8) + 0.bytes(4) + end.bytes(8) + 1.bytes(4)
        }
        let count = is64 ? 0xFFFF : members.count
        bytes += Array("PK\u{05}\u{06}".utf8) + 0.bytes(4) + count.bytes(2) + count.bytes(2)
        bytes += (is64 ? elsewhere : directory.count).bytes(4)
        bytes += (is64 ? elsewhere : directoryOffset).bytes(4)
        bytes += comment.utf8.count.bytes(2) + Array(comment.utf8)
    }

    private mutating func add(_ member: Member) {
        let offset = bytes.count
        let content = member.content
        let stored = member.method == 8 ? ArchiveBuilding.deflated(content) : content
        let sum = Int(member.declaredChecksum ?? ArchiveBuilding.checksum(content))
        let size = member.declaredSize ?? content.count
        let flags = member.flags | (member.hasDescriptor ? 8 : 0)
        let elsewhere = 0xFFFF_FFFF
        let facts = 45.bytes(2) + flags.bytes(2) + member.method.bytes(2) + 0.bytes(4)
        let sizes =
            member.is64
            ? elsewhere.bytes(4) + elsewhere.bytes(4) : stored.count.bytes(4) + size.bytes(4)
        let wide =
            member.is64 ? 1.bytes(2) + 16.bytes(2) + size.bytes(8) + stored.count.bytes(8) : []
        bytes += Array("PK\u{03}\u{04}".utf8) + facts
        bytes += member.hasDescriptor ? 0.bytes(12) : sum.bytes(4) + sizes
        bytes += member.name.count.bytes(2) + wide.count.bytes(2) + member.name + wide + stored
        if member.hasDescriptor {
            bytes += Array("PK\u{07}\u{08}".utf8) + sum.bytes(4)
            bytes += stored.count.bytes(member.is64 ? 8 : 4) + size.bytes(member.is64 ? 8 : 4)
        }
        let far = member.is64 ? 1.bytes(2) + 24.bytes(2) + wide.dropFirst(4) + offset.bytes(8) : []
        directory += Array("PK\u{01}\u{02}".utf8) + [45, 3] + facts + sum.bytes(4) + sizes
        directory += member.name.count.bytes(2) + far.count.bytes(2) + 0.bytes(6)
        directory += member.attributes.bytes(4)
        directory += (member.is64 ? elsewhere : offset).bytes(4) + member.name + far
    }
}

extension Int {
    /// So many bytes, the lowest first.
    func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
    }
}
