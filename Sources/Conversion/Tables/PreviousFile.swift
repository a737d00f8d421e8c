import Archives
import Diagnostics
import Rosters
import SystemPackage
import TableSyntax

/// The members of a roster that came before another: all that is kept of it, 16 bytes a member.
public struct PreviousFile: Sendable {
    let roster: PreviousRoster
    let place: InputPlace

    /// Reads the roster.
    ///
    /// - Parameters:
    ///   - path: of one table in text or one workbook, as it is or in an archive.
    ///   - layouts: by which its columns are told.
    ///   - temporaryFolder: a folder with room for what does not fit into memory.
    /// - Throws: why it cannot be read, or is no roster.
    public init(
        _ path: String, layouts: LayoutChoice = .shipped, temporaryFolder: String = "/tmp"
    ) throws(ConversionFailure) {
        let list = InputList([path])
        guard list.places.count <= 1 else { throw .cannotOpen(.isDirectory) }
        // The file itself, where a folder of one was given.
        place = list.places.first ?? InputPlace(argument: path)
        var queue = InputQueue(
            list,
            tables: TableRecognition(layouts: layouts, folder: FilePath(temporaryFolder)))
        guard var input = queue.next() else { throw .emptyFolder }
        if let failure = input.failure { throw failure.ofWhole }
        if let workbook = input.workbook {
            roster = try PreviousFile.read(workbook, layouts)
        } else if let opening = input.table, let source = input.source.take() {
            roster = try PreviousFile.read(source, opening, layouts)
        } else {
            throw .otherKind("this is no roster")
        }
        guard queue.restCount == 0 else { throw .otherKind("this is not one file but several") }
    }

    private static func read(
        _ source: consuming InputSource, _ opening: TableOpening, _ layouts: LayoutChoice
    ) throws(ConversionFailure) -> PreviousRoster {
        let end = source.end
        let rows = MemberRows(opening, layouts)
        var reader = TableBlockReader(source, widths: opening.match.table.widths)
        var cursor = TableCursor(reader.dialect)
        let block = TableBlock()
        while reader.next(block) {
            cursor.open(block)
            while let row = cursor.next() { rows.add(row, cursor.findings) }
        }
        if let failure = end.failure { throw failure.ofWhole }
        return rows.roster
    }

    private static func read(
        _ workbook: OpenWorkbook, _ layouts: LayoutChoice
    ) throws(ConversionFailure) -> PreviousRoster {
        var rows: MemberRows?
        for sheet in workbook.sheets {
            guard case .table(let opening) = sheet.content, workbook.reader.open(sheet.sheet)
            else { continue }
            let name = sheet.sheet.name
            if rows == nil {
                rows = MemberRows(opening, layouts, sheet: name)
            } else {
                rows?.begin(opening, sheet: name)
            }
            while let row = workbook.reader.next() { rows?.add(row, []) }
        }
        try workbook.checkLosses()
        guard let rows else { throw .unknownLayout(nil) }
        return rows.roster
    }
}

/// Takes the members from rows.
private final class MemberRows {
    private(set) var roster: PreviousRoster
    private var rows: RecordRows
    private var facts: FactColumns
    private var reading = RowReading()
    private let recognition: LayoutRecognition

    init(_ opening: TableOpening, _ layouts: LayoutChoice, sheet: String? = nil) {
        recognition = layouts.recognition
        roster = PreviousRoster(opening.match)
        rows = RecordRows(opening, recognition, sheet: sheet)
        facts = FactColumns(opening.match, comparesMembers: true)
    }

    /// Begins another sheet.
    func begin(_ opening: TableOpening, sheet: String) {
        rows = RecordRows(opening, recognition, sheet: sheet)
        facts = FactColumns(opening.match, comparesMembers: true)
    }

    /// - Parameter found: what its syntax breaks.
    func add(_ row: TableRow, _ found: [Finding]) {
        if !found.isEmpty { roster.count(found) }
        let kind = rows.kind(of: row)
        if kind.isOtherHeader { facts = FactColumns(rows.reader.match, comparesMembers: true) }
        guard kind.isRecord else { return }
        rows.reader.read(row, &reading)
        if !reading.findings.isEmpty { roster.count(reading.findings) }
        roster.add(facts.facts(of: &reading))
    }
}
