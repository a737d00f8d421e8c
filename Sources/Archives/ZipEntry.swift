/// A member of a zip archive, as the archive declares it.
package struct ZipEntry: Sendable, Hashable {
    /// As stored. It is shown and compared, and never taken for a path.
    package let name: [UInt8]
    /// 0 is stored, 8 is deflate.
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    /// How many bytes it takes in the archive.
    package let storedCount: Int
    /// How many bytes it expands to.
    package let expandedCount: Int
    /// Where its own header stands.
    let offset: Int
    /// A symbolic link, whose content is a path.
    package let isLink: Bool
    /// Whether its end is known; without a directory it may not be.
    let isMeasured: Bool

    /// A folder, which holds nothing to read.
    package var isFolder: Bool { name.last == UInt8(ascii: "/") }

    /// Whether it, or a folder it stands in, has a name that begins with a full stop; `.` and `..`
    /// are no names.
    package var isHidden: Bool {
        let stop = UInt8(ascii: ".")
        // Some programs of Windows part folders in their own way.
        return name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.contains {
            $0.first == stop && !$0.elementsEqual([stop]) && !$0.elementsEqual([stop, stop])
        }
    }

    init(_ header: ZipHeader, sizes: ZipSizes, attributes: Int = 0, isMeasured: Bool = true) {
        name = header.name
        method = header.method
        isEncrypted = header.isEncrypted
        checksum = header.checksum
        storedCount = sizes.stored
        expandedCount = sizes.expanded
        offset = sizes.offset
        isLink = attributes >> 28 == 0xA  // S_IFLNK of a Unix mode
        self.isMeasured = isMeasured
    }
}

/// What a member's own header and its entry of the directory have in common.
struct ZipHeader {
    let flags: Int
    let method: Int
    var checksum: UInt32
    let name: [UInt8]

    /// By a password, strongly, or with the directory hidden.
    var isEncrypted: Bool { flags & (1 | 1 << 6 | 1 << 13) != 0 }

    /// Whether checksum and sizes follow the content.
    var isOpenEnded: Bool { flags & 1 << 3 != 0 }

    /// - Parameter start: where the flags stand in the record.
    init(_ fields: ZipFields, start: Int, name: ArraySlice<UInt8>) throws(ArchiveFailure) {
        flags = try fields.number(at: start, bytes: 2)
        method = try fields.number(at: start + 2, bytes: 2)
        checksum = UInt32(truncatingIfNeeded: try fields.number(at: start + 8, bytes: 4))
        self.name = Array(name)
    }
}

/// A member's own header, which stands before its content.
struct ZipLocalHeader {
    static let signature = 0x0403_4B50
    private static let fixedLength = 30

    let header: ZipHeader
    let sizes: ZipSizes
    /// Where the content begins.
    let contentOffset: Int

    /// - Throws: `damaged` where no header stands at the offset, `cutShort` where the end comes first.
    init(
        of source: some SeekableBytes, at offset: Int
    ) throws(ArchiveFailure) {
        let length = ZipLocalHeader.fixedLength
        let fields = ZipFields(try source.bytes(length, at: offset))
        guard try fields.number(at: 0, bytes: 4) == ZipLocalHeader.signature else {
            throw .damaged
        }
        let nameCount = try fields.number(at: 26, bytes: 2)
        let extraCount = try fields.number(at: 28, bytes: 2)
        let rest = try source.bytes(nameCount + extraCount, at: offset + length)
        header = try ZipHeader(fields, start: 6, name: rest.prefix(nameCount))
        var sizes = ZipSizes(
            expanded: try fields.number(at: 22, bytes: 4),
            stored: try fields.number(at: 18, bytes: 4), offset: offset)
        try sizes.resolve(rest.dropFirst(nameCount))
        self.sizes = sizes
        contentOffset = offset + length + nameCount + extraCount
    }
}
