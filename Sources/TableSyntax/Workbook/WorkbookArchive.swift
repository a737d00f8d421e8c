import Archives
import Diagnostics
import XMLSyntax

/// The parts of a workbook in its archive, by name.
struct WorkbookArchive<Source: SeekableBytes> {
    private let source: Source
    private let limits: WorkbookLimits
    private let entries: [String: ZipEntry]
    private(set) var parts = WorkbookParts([], relations: [], folder: "")
    private(set) var styles = WorkbookStyles()
    private(set) var findings: [Finding] = []

    init(_ source: Source, limits: WorkbookLimits) throws(WorkbookFailure) {
        self.source = source
        self.limits = limits
        entries = try Self.entries(of: source, limits)
        let root = WorkbookParts.workbookPath(events(of: "_rels/.rels"))
        let path = root ?? "xl/workbook.xml"
        if path.hasSuffix(".bin") { throw .binary }
        guard entries[path.lowercased()] != nil else { throw .noWorkbook }
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<cut])
        let workbook = events(of: path)
        let relations = events(of: "\(folder)_rels/\(path[cut...]).rels")
        parts = WorkbookParts(workbook, relations: relations, folder: folder)
        let styleEvents = parts.styles.map { events(of: $0) } ?? []
        styles = WorkbookStyles(styleEvents, limit: limits.styles)
        for part in [workbook, relations, styleEvents]
        where part.contains(where: { $0.kind == .documentEnd }) {
            findings.append(Finding(.partMalformed, at: ByteRange(0, 0)))
        }
        note()
    }

    private static func entries(
        of source: Source, _ limits: WorkbookLimits
    ) throws(WorkbookFailure) -> [String: ZipEntry] {
        if let failure = CompoundFile.failure(of: source) { throw failure }
        do throws(ArchiveFailure) {
            let opening = try source.bytes(min(4, source.byteCount), at: 0)
            guard ArchiveKind(opening: opening) == .zip else { throw ArchiveFailure.noDirectory }
            let directory = try ZipDirectory(of: source, limits: limits.archive)
            // Names are compared without case, as the packaging standard has it.
            return Dictionary(
                directory.entries.filter { !$0.isFolder && !$0.isLink }
                    .map { (String(decoding: $0.name, as: UTF8.self).lowercased(), $0) },
                uniquingKeysWith: { first, _ in first })
        } catch {
            let opening = try? source.bytes(min(4, source.byteCount), at: 0)
            if opening.flatMap({ ArchiveKind(opening: $0) }) != .zip { throw .noArchive }
            throw .archive(error)
        }
    }

    /// The content of a part; `nil` where there is none of the name.
    func open(_ part: String) throws(ArchiveFailure) -> PartBytes<Source>? {
        guard let entry = entries[part.lowercased()] else { return nil }
        return PartBytes(try ZipMember(entry, of: source, limits: limits.archive))
    }

    /// The elements of a part that is small, or some of one that is not; the end of a document where
    /// it could not be read.
    func events(of part: String, named names: Set<String>? = nil) -> [PartEvent] {
        var events: [PartEvent] = []
        do throws(ArchiveFailure) {
            guard var bytes = try open(part) else { return [] }
            var reader = XMLReader()
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { memory.deallocate() }
            while let event = try reader.next(from: &bytes, by: memory) {
                if event.isBroken { events.append(PartEvent(event, reader)) }
                guard event.kind == .start || event.kind == .end, events.count < 1 << 20 else {
                    continue
                }
                if let names, !names.contains(reader.name(event.name).local) { continue }
                events.append(PartEvent(event, reader))
            }
        } catch {
            events.append(PartEvent())
        }
        return events
    }

    /// Notes what is in the archive and not read.
    private mutating func note() {
        if entries.keys.contains(where: { $0.hasSuffix("vbaproject.bin") }) {
            findings.append(Finding(.macroIgnored, at: ByteRange(0, 0)))
        }
        if entries.keys.contains(where: { $0.contains("externallinks/") }) {
            findings.append(Finding(.linkIgnored, at: ByteRange(0, 0)))
        }
    }
}
