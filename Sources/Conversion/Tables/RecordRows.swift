import Rosters
import TableSyntax

/// Tells which rows of a table are records, for those who count or compare them: the same that a
/// conversion maps.
struct RecordRows {
    private(set) var reader: RosterReader
    private let headerRow: Int
    private let recognition: LayoutRecognition
    private let sheet: String?
    private var isBelowHeader = false

    /// - Parameter sheet: the name of its sheet.
    init(_ opening: TableOpening, _ recognition: LayoutRecognition, sheet: String? = nil) {
        reader = RosterReader(opening.match)
        headerRow = opening.headerRow
        self.recognition = recognition
        self.sheet = sheet
    }

    /// What a row is, and where it stands.
    struct Kind {
        /// Whether it is a record.
        let isRecord: Bool
        /// Whether it is part of the table, below the header or as a record above it.
        let isInTable: Bool
        /// Whether it begins another table.
        var isOtherHeader = false
    }

    /// What the next row is.
    mutating func kind(of row: TableRow) -> Kind {
        if row.isPiece { return Kind(isRecord: false, isInTable: true) }
        if row.number <= headerRow, !isBelowHeader, !row.holdsNothing {
            isBelowHeader = row.number == headerRow
            let isRecord = reader.match.kind(aboveHeader: row) == .record
            return Kind(isRecord: isRecord, isInTable: isRecord)
        }
        let isInTable = isBelowHeader || row.number > headerRow
        switch reader.kind(of: row, recognition, sheet: sheet, file: "") {
        case .record: return Kind(isRecord: true, isInTable: isInTable)
        case .table(let match):
            reader = RosterReader(match)
            return Kind(isRecord: false, isInTable: isInTable, isOtherHeader: true)
        case .blank, .header, .total: return Kind(isRecord: false, isInTable: isInTable)
        }
    }
}
