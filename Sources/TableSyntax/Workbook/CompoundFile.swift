import Archives

/// The container of Office before 2007 (MS-CFB), in which encrypted workbooks are kept as well.
enum CompoundFile {
    static let opening: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// What a file is that begins so; `nil` where it does not.
    static func failure(of source: some SeekableBytes) -> WorkbookFailure? {
        guard let head = try? source.bytes(52, at: 0), head.starts(with: opening) else {
            return nil
        }
        // The directory's first sector names what is inside, in UTF-16.
        let shift = Int(head[30]) | Int(head[31]) << 8
        let sector = (48..<52).reversed().reduce(0) { $0 << 8 | Int(head[$1]) }
        guard shift <= 16 else { return .oldContainer }
        let offset = (sector + 1) << shift
        let count = min(4096, max(0, source.byteCount - offset))
        guard let directory = try? source.bytes(count, at: offset) else { return .oldContainer }
        let names = stride(from: 0, to: directory.count - 127, by: 128).map { start in
            stride(from: start, to: start + 64, by: 2).map { directory[$0] }.prefix { $0 != 0 }
        }
        func holds(_ name: String) -> Bool { names.contains { $0.elementsEqual(name.utf8) } }
        if holds("EncryptedPackage") || holds("EncryptionInfo") { return .encrypted }
        return holds("Workbook") || holds("Book") ? .oldFormat : .oldContainer
    }
}
