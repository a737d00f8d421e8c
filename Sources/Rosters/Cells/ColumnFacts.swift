import Diagnostics
import TableGrammar

/// What a layout says of one column, as the checks and messages of its cells need it.
///
/// Made once for a file; a class, so that a reader of cells is small and nothing of it is copied.
final class ColumnFacts: Sendable {
    let kind: CellKind
    /// In its table.
    let index: Int
    let field: String?
    /// The column, as findings name it.
    let name: String
    /// Greatest number of characters; no limit is the greatest number there is.
    let width: Int
    let isRequired: Bool
    let certainty: Layout.Certainty
    let formats: [DatePattern]
    let values: CodeValues
    let tolerated: CodeValues
    /// Of numbers, amounts and dates: those values as numbers, whose form does not matter.
    let listed: ListedNumbers
    /// Whether its text is the description of a language.
    let isLanguage: Bool
    /// Whether its text is a person's last or first name: there are people called Null.
    let isName: Bool
    /// The cell of the other of the two names; -1 where the file has none.
    let otherNameCell: Int

    /// - Parameter match: where the cells of the other columns stand.
    init(_ column: LayoutColumn, at index: Int, of match: TableMatch) {
        self.index = index
        let type = CellKind(type: column.type)
        // Text of which the layout says what it may be is one of a few values, as codes are.
        kind = type == .text && !column.values.isEmpty ? .code : type
        field = column.field
        name = column.name
        width = column.width ?? Int.max
        isRequired = column.usage.contains(.value)
        certainty = column.certainty
        formats = column.formats.map(DatePattern.init)
        values = CodeValues(column.values)
        tolerated = CodeValues(column.tolerated)
        listed = ListedNumbers(kind, column)
        isLanguage =
            column.field == "member.spokenLanguage" && column.name.lowercased().hasSuffix("_desc")
        let other = column.field.flatMap(ColumnFacts.otherName)
        isName = other != nil
        otherNameCell = other.flatMap(match.column).map { match.cells[$0] } ?? -1
    }

    /// `member.name.first` beside `member.name.last`; `nil` for what is neither.
    private static func otherName(_ field: String) -> String? {
        for (one, other) in [("last", "first"), ("first", "last")]
        where field.hasSuffix(".name.\(one)") {
            return String(field.dropLast(one.utf8.count)) + other
        }
        return nil
    }

    /// Of findings that rest on what the layout says: an error only where that is sure today.
    var layoutSeverity: Severity { certainty == .found ? .error : .warning }

    /// Of values that cannot be what the column holds: a guess of its type is none to reject by.
    var typeSeverity: Severity { certainty == .found || certainty == .dated ? .error : .warning }

    /// `YYYYMMDD, YYYY-MM-DD`.
    var formatList: String { formats.map(\.text).joined(separator: ", ") }
}
