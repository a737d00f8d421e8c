import Archives
import Diagnostics
import SystemPackage

/// Tells what an input is that was opened: X12, or a table whose columns a layout has.
struct TableRecognition: Sendable {
    var layouts = LayoutChoice.shipped
    /// Where workbooks within archives go, and texts that are too many for memory.
    var folder = FilePath("/tmp")

    /// The first bytes of what Office wrote before 2007, and of what it encrypts.
    static func isOldOffice(_ opening: some Sequence<UInt8>) -> Bool {
        opening.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// A source that begins as a kind of file that Turnpike reads.
    func recognised(
        _ stored: consuming StoredInput, name: String, noun: String,
        surplus: ZipSurplus = ZipSurplus()
    ) throws(ConversionFailure) -> RecognisedInput {
        if TableRecognition.isOldOffice(stored.opening)
            || ArchiveKind(opening: stored.opening) == .zip
        {
            return try spooled(stored, name: name, noun: noun)
        }
        let isGzip = ArchiveKind(opening: stored.opening) == .gzip
        let source = try InputSource(stored, noun: noun, surplus: surplus)
        if isGzip, source.withPrefix({ Self.isOldOffice($0) || ArchiveKind(opening: $0) == .zip }) {
            return try spooled(source, name: name, noun: noun)
        }
        return try recognised(source, name: name)
    }

    private func recognised(
        _ source: consuming InputSource, name: String
    ) throws(ConversionFailure) -> RecognisedInput {
        let kind = source.withPrefix { Recognition($0, isWhole: source.isPrefixWhole) }
        if layouts.isChosen || !kind.isKnown {
            switch source.withPrefix({ TableOpening.verdict(on: $0, name: name, layouts) }) {
            case .fits(let opening) where !kind.isKnown:
                return RecognisedInput(.table, source, table: opening)
            case .nearest(let layout) where !kind.isKnown:
                throw .unknownLayout(layout.phrase)
            case .headless where kind.isText:
                throw source.end.failure ?? .unknownLayout(TableOpening.headlessPhrase)
            default: break
            }
        }
        switch kind {
        case .known(let kind): return RecognisedInput(kind, source)
        case .unknown(let looks): throw source.end.failure ?? .unknownKind(looks)
        }
    }

    /// A workbook that can be read at any place.
    func open(
        _ file: InputFile, name: String, noun: String
    ) throws(ConversionFailure) -> OpenWorkbook {
        try OpenWorkbook(
            file, name: name, noun: noun, else: "this is an Office document", layouts,
            folder: folder)
    }

    // MARK: Workbooks within archives

    private func spooled(
        _ stored: consuming StoredInput, name: String, noun: String
    ) throws(ConversionFailure) -> RecognisedInput {
        var stored = stored
        let file = try SpoolFile.hold(in: folder) { (buffer) throws(ConversionFailure) in
            do throws(ArchiveFailure) {
                return try stored.read(into: buffer)
            } catch {
                throw ConversionFailure(error, of: noun)
            }
        }
        return try within(file, name: name, noun: noun)
    }

    private func spooled(
        _ source: consuming InputSource, name: String, noun: String
    ) throws(ConversionFailure) -> RecognisedInput {
        let end = source.end
        var source = source
        let file = try SpoolFile.hold(in: folder) { (buffer) in source.read(into: buffer) }
        if let failure = end.failure { throw failure }
        return try within(file, name: name, noun: noun)
    }

    private func within(
        _ file: InputFile, name: String, noun: String
    ) throws(ConversionFailure) -> RecognisedInput {
        RecognisedInput(
            try OpenWorkbook(
                file, name: name, noun: noun, else: "this is an archive inside an archive",
                layouts, folder: folder))
    }
}

extension Recognition {
    var isKnown: Bool { if case .known = self { true } else { false } }

    /// Whether it is text of no known kind.
    var isText: Bool {
        if case .unknown(let looks) = self { looks == "this " + Self.plainText } else { false }
    }
}
