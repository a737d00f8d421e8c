import Archives
import Diagnostics
import Rosters
import SystemPackage
import TableSyntax

/// A workbook that was opened, with what each of its sheets is.
///
/// A class, as the reader holds the workbook's texts, which are read once.
final class OpenWorkbook {
    var reader: WorkbookReader<InputFile>
    let byteCount: Int
    private(set) var sheets: [Sheet] = []
    /// Of the workbook as a whole; what its sheets break is found when they are read.
    private(set) var findings: [Finding] = []

    /// What a sheet is.
    enum Content {
        case table(TableOpening)
        /// The layout says that no rows stand there.
        case aside
        /// No row of it has anything.
        case empty
        case unknown
    }

    struct Sheet {
        let sheet: WorkbookSheet
        var content: Content
    }

    /// Opens a workbook and looks for the header of each sheet.
    ///
    /// - Parameters:
    ///   - name: of the file.
    ///   - noun: what messages call it.
    ///   - looks: what an archive is that holds no workbook, in words.
    ///   - folder: where texts go that are too many for memory.
    ///   - limits: how many those are, among others.
    /// - Throws: why it is no workbook with a table that is known.
    init(
        _ file: InputFile, name: String, noun: String, else looks: String,
        _ layouts: LayoutChoice, folder: FilePath, limits: WorkbookLimits = WorkbookLimits()
    ) throws(ConversionFailure) {
        byteCount = file.byteCount
        do throws(WorkbookFailure) {
            reader = try WorkbookReader(file, limits: limits, spill: SpillFile(in: folder))
        } catch {
            if case .noWorkbook = error { throw .unknownKind(looks) }
            throw ConversionFailure(error, of: noun)
        }
        reader.readShared()
        findings = reader.takeFindings()
        var lost = findings
        var nearest: NearestLayout?
        var found: TableOpening?
        for sheet in reader.sheets {
            let content: Content
            switch verdict(on: sheet, name, layouts) {
            case .fits(let opening):
                content = .table(opening)
                found = found ?? opening
            case .nearest(let layout):
                content = .unknown
                nearest = nearest ?? layout
            case .none, .headless: content = isEmpty ? .empty : .unknown
            }
            // They come again when the sheet is read.
            lost += reader.takeFindings()
            sheets.append(Sheet(sheet: sheet, content: content))
        }
        guard let found else {
            if let phrase = WorkbookLoss.phrase(lost) {
                throw .unreadableWorkbook("\(noun) \(phrase)")
            }
            throw .unknownLayout(nearest?.phrase ?? Self.headlessPhrase)
        }
        for index in sheets.indices {
            let name = sheets[index].sheet.name
            guard case .table = sheets[index].content else {
                if layouts.recognition.isAside(name, of: found.match.layout) {
                    sheets[index].content = .aside
                }
                continue
            }
        }
    }

    /// Says where a header was looked for.
    private static let headlessPhrase =
        "of no sheet, the first \(LayoutRecognition.searchedRows) rows name such columns"

    /// Goes on where nothing was lost so far, for those who count or compare rows.
    ///
    /// - Throws: what was lost since it was asked before.
    func checkLosses() throws(ConversionFailure) {
        if let phrase = WorkbookLoss.phrase(findings + reader.takeFindings()) {
            throw .unreadableWorkbook("this workbook \(phrase)")
        }
    }

    /// The first sheet's table that is known.
    var firstTable: TableOpening? {
        for sheet in sheets {
            if case .table(let opening) = sheet.content { return opening }
        }
        return nil
    }

    /// The names of sheets that the layouts of their tables know, as those write them, by the number
    /// of the sheet.
    var knownNames: [Int: String] {
        var names: [Int: String] = [:]
        for sheet in sheets {
            guard case .table(let opening) = sheet.content else { continue }
            names[sheet.sheet.number] = opening.match.knownName(ofSheet: sheet.sheet.name)
        }
        return names
    }

    /// Whether the sheet that was looked at last has nothing in it.
    private var isEmpty = true

    private func verdict(
        on sheet: WorkbookSheet, _ file: String, _ layouts: LayoutChoice
    ) -> TableOpening.Verdict {
        isEmpty = true
        guard reader.open(sheet) else { return .none }
        if let match = layouts.recognition.headless {
            return headlessVerdict(match, sheet, layouts)
        }
        var search = HeaderSearch(layouts.recognition, sheet: sheet.name, file: file)
        while search.wantsMore, let row = reader.next() {
            isEmpty = isEmpty && row.holdsNothing
            search.look(at: row)
        }
        return search.verdict
    }
}

extension OpenWorkbook {
    /// Each sheet with a row has the columns of a layout that says so without a header.
    private func headlessVerdict(
        _ match: TableMatch, _ sheet: WorkbookSheet, _ layouts: LayoutChoice
    ) -> TableOpening.Verdict {
        if layouts.recognition.isAside(sheet.name, of: match.layout) { return .none }
        while isEmpty, let row = reader.next() { isEmpty = row.holdsNothing }
        return isEmpty ? .none : .fits(TableOpening(match: match, headerRow: 0))
    }
}

extension ConversionFailure {
    /// - Parameter noun: what was being read: "this file".
    init(_ failure: WorkbookFailure, of noun: String) {
        switch failure {
        case .archive(let failure): self = ConversionFailure(failure, of: noun)
        default: self = .unreadableWorkbook("\(noun) \(failure.message)")
        }
    }
}
