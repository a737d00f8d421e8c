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
        let (entries, areUnique, surplus) = try Self.entries(of: source, limits)
        self.entries = entries
        let root = WorkbookParts.workbookPath(events(of: "_rels/.rels"))
        let path = root ?? "xl/workbook.xml"
        if path.hasSuffix(".bin") { throw .binary }
        guard entries[path.lowercased()] != nil else { throw .noWorkbook }
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<cut])
        var workbook: [PartEvent] = []
        var relations: [PartEvent] = []
        find(read(path, named: ["workbookPr", "sheet"], into: &workbook))
        find(read("\(folder)_rels/\(path[cut...]).rels", into: &relations))
        parts = WorkbookParts(workbook, relations: relations, folder: folder)
        readStyles()
        note()
        if !areUnique || parts.hasTwins { find(.partTwice) }
        find(surplus)
    }

    private static func entries(
        of source: Source, _ limits: WorkbookLimits
    ) throws(WorkbookFailure) -> (
        parts: [String: ZipEntry], areUnique: Bool, surplus: ZipSurplus
    ) {
        if let failure = CompoundFile.failure(of: source) { throw failure }
        do throws(ArchiveFailure) {
            let opening = try source.bytes(min(4, source.byteCount), at: 0)
            guard ArchiveKind(opening: opening) == .zip else { throw ArchiveFailure.noDirectory }
            let directory = try ZipDirectory(of: source, limits: limits.archive)
            // Names are compared without case, as the packaging standard has it.
            let parts = directory.entries.filter { !$0.isFolder && !$0.isLink }
                .map { (String(decoding: $0.name, as: UTF8.self).lowercased(), $0) }
            let named = Dictionary(parts, uniquingKeysWith: { first, _ in first })
            return (named, named.count == parts.count, directory.surplus)
        } catch {
            let opening = try? source.bytes(min(4, source.byteCount), at: 0)
            if opening.flatMap({ ArchiveKind(opening: $0) }) != .zip { throw .noArchive }
            throw .archive(error)
        }
    }

    /// The content of a part; `nil` where there is none of the name.
    func open(_ part: String) throws(ArchiveFailure) -> PartBytes<Source>? {
        guard let entry = entries[part.lowercased()] else { return nil }
        return PartBytes(try ZipContent(entry, of: source, limits: limits.archive))
    }

    /// The elements of a part that is small, or some of one that is not.
    func events(of part: String, named names: Set<String>? = nil) -> [PartEvent] {
        var events: [PartEvent] = []
        _ = read(part, named: names, into: &events)
        return events
    }

    /// Adds the elements of a part, or some of them; what is wrong with it.
    private func read(
        _ part: String, named names: Set<String>? = nil, into events: inout [PartEvent]
    ) -> Rule? {
        var isCut = false
        let problem = forEachElement(of: part, named: names) { event in
            guard event.kind == .start else { return }
            if events.count < 1 << 16 { events.append(event) } else { isCut = true }
        }
        return problem ?? (isCut ? .partLong : nil)
    }

    /// Hands over the elements of a part one after another, or those of some names.
    ///
    /// - Returns: what is wrong with it; `nil` as well where there is none of the name.
    private func forEachElement(
        of part: String, named names: Set<String>? = nil, _ body: (PartEvent) -> Void
    ) -> Rule? {
        var isBroken = false
        do throws(ArchiveFailure) {
            guard var bytes = try open(part) else { return nil }
            var reader = XMLReader()
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { memory.deallocate() }
            while let event = try reader.next(from: &bytes, by: memory) {
                isBroken = isBroken || event.isBroken
                guard event.kind == .start || event.kind == .end else { continue }
                if let names, !names.contains(reader.name(event.name).local) { continue }
                body(PartEvent(event, reader))
            }
        } catch {
            return .partDamaged
        }
        return isBroken ? .partMalformed : nil
    }

    private mutating func readStyles() {
        guard let part = parts.styles else { return }
        var read = WorkbookStyles(limit: limits.styles)
        find(forEachElement(of: part, named: WorkbookStyles.elements) { read.add($0) })
        if read.isCut { find(.styleCount) }
        styles = read
    }

    private mutating func find(_ rule: Rule?) {
        if let rule { findings.append(Finding(rule, at: ByteRange(0, 0))) }
    }

    /// Notes bytes that are in no part.
    private mutating func find(_ surplus: ZipSurplus) {
        func add(_ rule: Rule, _ expected: String) {
            findings.append(Finding(rule, at: ByteRange(0, 0), expected: expected))
        }
        if surplus.trailingCount > 0 {
            add(.workbookTrailing, "nothing, where \(surplus.trailingCount) bytes follow")
        }
        if surplus.unlistedCount > 0 {
            add(.workbookUnlisted, "nothing else, where \(surplus.unlistedCount) bytes are")
        }
    }

    /// Notes what is in the archive and not read.
    private mutating func note() {
        if entries.keys.contains(where: { $0.hasSuffix("vbaproject.bin") }) {
            find(.macroIgnored)
        }
        if entries.keys.contains(where: { $0.holds("externallinks/") }) {
            find(.linkIgnored)
        }
    }
}
