import Archives
import SystemPackage

/// An input that was opened and recognised, or why that could not be done.
struct OpenInput: ~Copyable {
    let name: String
    /// What its content is.
    let kind: InputKind
    /// `nil` where there is a failure, and of workbooks.
    var source: InputSource?
    /// Of tables in text, what the first rows say.
    let table: TableOpening?
    let workbook: OpenWorkbook?
    let failure: ConversionFailure?

    init(_ name: String, _ input: consuming RecognisedInput) {
        self.name = name
        kind = input.kind
        table = input.table
        workbook = input.workbook
        source = consume input.source
        failure = nil
    }

    init(_ name: String, _ failure: ConversionFailure) {
        self.name = name
        kind = .x12
        source = nil
        table = nil
        workbook = nil
        self.failure = failure
    }
}

/// A source, and what its first bytes say it is.
struct RecognisedInput: ~Copyable {
    let kind: InputKind
    let source: InputSource?
    var table: TableOpening?
    var workbook: OpenWorkbook?

    init(_ kind: InputKind, _ source: consuming InputSource, table: TableOpening? = nil) {
        self.kind = kind
        self.source = consume source
        self.table = table
        workbook = nil
    }

    init(_ workbook: OpenWorkbook) {
        kind = .workbook
        source = nil
        table = nil
        self.workbook = workbook
    }
}

/// Opens the inputs of a run one after another; each member of a zip archive is one of them.
struct InputQueue: ~Copyable {
    private var places: ArraySlice<InputPlace>
    private var archive: OpenArchive?
    private let progress: InputProgress?
    private let tables: TableRecognition
    /// How many hidden and special files have been left out.
    private(set) var skippedCount: Int

    init(
        _ list: InputList, tables: TableRecognition = TableRecognition(),
        progress: (any ProgressObserver)? = nil
    ) {
        self.tables = tables
        places = list.places[...]
        skippedCount = list.skippedCount
        self.progress = progress.map { InputProgress(of: list, $0) }
    }

    /// How many files have not been opened; an archive that has not been opened counts as one.
    var restCount: Int { places.count + (archive?.entries.count ?? 0) }

    /// The next input; `nil` when there is none.
    mutating func next() -> OpenInput? {
        while true {
            if let entry = archive?.entries.popFirst() { return open(entry) }
            archive = nil
            progress?.finishFile()
            guard let place = places.popFirst() else { return nil }
            progress?.beginFile()
            do throws(ConversionFailure) {
                if let failure = place.failure { throw failure }
                if let source = try open(place) { return OpenInput(place.name, source) }
                if let failure = archive?.content.failure {
                    let why = ConversionFailure(failure, of: "this zip archive")
                    return OpenInput(place.name, why)
                }
            } catch {
                return OpenInput(place.name, error)
            }
        }
    }

    /// Opens a file; `nil` where it is an archive, whose members come next.
    private mutating func open(
        _ place: InputPlace
    ) throws(ConversionFailure) -> RecognisedInput? {
        let file = try InputFile(place.path, progress: progress)
        let noun = "this file"
        let stored = try InputQueue.explained(noun) { () throws(ArchiveFailure) in
            try StoredInput(file)
        }
        guard ArchiveKind(opening: stored.opening) == .zip else {
            if TableRecognition.isOldOffice(stored.opening), file.isSeekable(after: 4) {
                return RecognisedInput(try tables.open(file, name: place.name, noun: noun))
            }
            return try tables.recognised(stored, name: place.name, noun: noun)
        }
        guard file.isSeekable(after: stored.opening.count) else {
            throw .damagedArchive(
                "this is a zip archive, which is read from a file and not from a pipe")
        }
        let content = try InputQueue.explained("this zip archive") { () throws(ArchiveFailure) in
            try ZipArchive(file)
        }
        let opened = OpenArchive(name: place.name, content: content)
        if opened.isOfficeDocument {
            return RecognisedInput(try tables.open(file, name: place.name, noun: noun))
        }
        try begin(opened)
        return nil
    }

    /// Goes on with the members of an archive, if it has any to read.
    private mutating func begin(_ opened: OpenArchive) throws(ConversionFailure) {
        skippedCount += opened.skippedCount
        guard !opened.entries.isEmpty || opened.content.failure != nil else {
            throw .damagedArchive("this zip archive holds no files")
        }
        archive = opened
    }

    private mutating func open(_ entry: ZipEntry) -> OpenInput {
        let name = "\(archive?.name ?? "")/\(OpenArchive.shownName(of: entry))"
        let noun = "this member"
        do throws(ConversionFailure) {
            let stored = try openMember(entry, noun)
            // It is told of the first member that can be opened and is no workbook.
            let surplus = archive?.surplus ?? ZipSurplus()
            let input = try tables.recognised(
                stored, name: name, noun: noun, surplus: surplus)
            if input.workbook == nil { archive?.surplus = ZipSurplus() }
            return OpenInput(name, input)
        } catch {
            return OpenInput(name, error)
        }
    }

    private mutating func openMember(
        _ entry: ZipEntry, _ noun: String
    ) throws(ConversionFailure) -> StoredInput {
        do throws(ArchiveFailure) {
            guard let member = try archive?.content.open(entry) else {
                throw ArchiveFailure.noDirectory
            }
            return try StoredInput(member)
        } catch {
            throw ConversionFailure(error, of: noun)
        }
    }

    /// The one file of an input, of this kind.
    ///
    /// - Parameter progress: is told how far the reading has come.
    static func openOne(
        _ input: String, as kind: InputKind, progress: (any ProgressObserver)? = nil
    ) throws(ConversionFailure) -> OpenInput {
        let first = try openOne(input, TableRecognition(), progress)
        if let refusal = Recognition.known(first.kind).refusal(unless: kind) {
            throw .unknownKind(refusal)
        }
        return first
    }

    /// The one file of an input, a table.
    static func openOneTable(
        _ input: String, _ layouts: LayoutChoice
    ) throws(ConversionFailure) -> OpenInput {
        let first = try openOne(input, TableRecognition(layouts: layouts), nil)
        if first.kind == .workbook { return first }
        if let refusal = Recognition.known(first.kind).refusal(unless: .table) {
            throw .unknownKind(refusal)
        }
        return first
    }

    private static func openOne(
        _ input: String, _ tables: TableRecognition, _ progress: (any ProgressObserver)?
    ) throws(ConversionFailure) -> OpenInput {
        let list = InputList([input])
        guard list.places.count <= 1 else { throw .cannotOpen(.isDirectory) }
        var queue = InputQueue(list, tables: tables, progress: progress)
        guard let first = queue.next() else { throw .emptyFolder }
        if let failure = first.failure { throw failure }
        guard queue.restCount == 0 else { throw .otherKind("this is not one file but several") }
        return first
    }

    static func explained<Value: ~Copyable>(
        _ noun: String, _ body: () throws(ArchiveFailure) -> Value
    ) throws(ConversionFailure) -> Value {
        do throws(ArchiveFailure) {
            return try body()
        } catch {
            throw ConversionFailure(error, of: noun)
        }
    }
}

/// A zip archive whose members are being read.
private struct OpenArchive {
    let name: String
    var content: ZipArchive<InputFile>
    /// Those that have not been read.
    var entries: ArraySlice<ZipEntry>
    /// How many of them are hidden, or links.
    let skippedCount: Int
    /// Bytes in no member, of which nothing was told so far.
    var surplus: ZipSurplus

    init(name: String, content: ZipArchive<InputFile>) {
        self.name = name
        self.content = content
        let files = content.entries.filter { !$0.isFolder }
        entries = files.filter { !$0.isLink && !$0.isHidden }[...]
        skippedCount = files.count - entries.count
        surplus = content.surplus
    }

    /// Word processors and spreadsheets keep their documents in zip archives.
    var isOfficeDocument: Bool {
        content.entries.contains { entry in
            ["[Content_Types].xml", "xl/workbook.xml", "mimetype"].map { Array($0.utf8) }
                .contains(entry.name)
        }
    }

    /// UTF-8, or where it is none, one character a byte.
    static func shownName(of entry: ZipEntry) -> String {
        let text = String(validating: entry.name, as: UTF8.self)
        let latin = entry.name.map { Character(UnicodeScalar($0)) }
        return Array((text ?? String(latin)).utf8).asName
    }
}
