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
    /// Whether its text is the description of a language.
    let isLanguage: Bool
    /// Whether its text is a person's name, of which none can be told from a placeholder.
    let isName: Bool

    init(_ column: LayoutColumn, at index: Int) {
        self.index = index
        kind = CellKind(type: column.type)
        field = column.field
        name = column.name
        width = column.width ?? Int.max
        isRequired = column.usage.contains(.value)
        certainty = column.certainty
        formats = column.formats.map(DatePattern.init)
        values = CodeValues(column.values)
        tolerated = CodeValues(column.tolerated)
        isLanguage =
            column.field == "member.spokenLanguage" && column.name.lowercased().hasSuffix("_desc")
        isName = column.field?.holds(".name.") ?? false
    }

    /// Of findings that rest on what the layout says: an error only where that is sure today.
    var layoutSeverity: Severity { certainty == .found ? .error : .warning }

    /// Of values that cannot be what the column holds: a guess of its type is none to reject by.
    var typeSeverity: Severity { certainty == .found || certainty == .dated ? .error : .warning }

    /// `YYYYMMDD, YYYY-MM-DD`.
    var formatList: String { formats.map(\.text).joined(separator: ", ") }
}
