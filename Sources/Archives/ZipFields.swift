/// The numbers of a zip record, whose lowest bytes come first.
struct ZipFields {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    /// What is read when a number stands elsewhere, in 64 bits.
    static let elsewhere = 0xFFFF_FFFF

    /// The number of `count` bytes at a distance from the start.
    ///
    /// - Throws: `damaged` where the record ends before it, or it is beyond what any file can be.
    func number(at distance: Int, bytes count: Int) throws(ArchiveFailure) -> Int {
        guard distance >= 0, bytes.count - distance >= count else { throw .damaged }
        var value: UInt64 = 0
        for index in (0..<count).reversed() {
            value = value << 8 | UInt64(bytes[bytes.startIndex + distance + index])
        }
        guard let number = Int(exactly: value) else { throw .damaged }
        return number
    }

    /// `count` bytes at a distance from the start.
    ///
    /// - Throws: `damaged` where there are fewer.
    func part(at distance: Int, _ count: Int) throws(ArchiveFailure) -> ArraySlice<UInt8> {
        guard distance >= 0, bytes.count - distance >= count else { throw .damaged }
        return bytes.dropFirst(distance).prefix(count)
    }

    /// The extra field of this kind, if it is there.
    static func extra(
        _ kind: Int, in bytes: ArraySlice<UInt8>
    ) throws(ArchiveFailure) -> ZipFields? {
        var rest = bytes
        while rest.count >= 4 {
            let fields = ZipFields(rest)
            let count = try fields.number(at: 2, bytes: 2)
            guard rest.count - 4 >= count else { return nil }
            if try fields.number(at: 0, bytes: 2) == kind {
                return ZipFields(rest.dropFirst(4).prefix(count))
            }
            rest = rest.dropFirst(4 + count)
        }
        return nil
    }
}

/// The sizes of a member, which a zip64 field holds where 32 bits do not.
struct ZipSizes {
    var expanded: Int
    var stored: Int
    var offset: Int

    /// Takes from the zip64 field what stands elsewhere, in the order of the format.
    mutating func resolve(_ extra: ArraySlice<UInt8>) throws(ArchiveFailure) {
        let elsewhere = ZipFields.elsewhere
        guard expanded == elsewhere || stored == elsewhere || offset == elsewhere,
            let fields = try ZipFields.extra(0x0001, in: extra)
        else { return }
        var distance = 0
        if expanded == elsewhere { expanded = try fields.next(&distance) }
        if stored == elsewhere { stored = try fields.next(&distance) }
        if offset == elsewhere { offset = try fields.next(&distance) }
    }
}

extension ZipFields {
    fileprivate func next(_ distance: inout Int) throws(ArchiveFailure) -> Int {
        defer { distance += 8 }
        return try number(at: distance, bytes: 8)
    }
}
