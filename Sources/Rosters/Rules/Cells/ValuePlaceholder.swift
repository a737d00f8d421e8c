import Diagnostics

extension Rule {
    static let valuePlaceholder = Rule(
        "roster.value.placeholder", .note, "A cell without a value is empty",
        help: """
            The cell holds a word that a program writes for "nothing": NULL, or where a number, a \
            date or a code is to be also N/A, NA, NaN, None, a hyphen or a dot. The record has no \
            value here. Export empty cells instead.
            """)
}

/// What programs write where there is nothing.
enum ValuePlaceholder {
    private static let everywhere: [StaticString] = ["null", "(null)", "\\n"]
    private static let typed: [StaticString] = [
        "n/a", "na", "nan", "nil", "none", "-", "--", ".", "?",
    ]

    /// Whether the cell stands for nothing. People are called Null; nobody is called `NULL` in a
    /// column of dates, and what a layout lists as a value is one.
    static func check(_ look: CellLook, _ reading: inout RowReading) -> Bool {
        guard look.count <= 6, !look.facts.isName else { return false }
        let isText = look.facts.kind == .text
        guard
            everywhere.contains(where: look.isText)
                || !isText && typed.contains(where: look.isText),
            !look.facts.values.table.contains(look.base, look.count),
            !look.facts.tolerated.table.contains(look.base, look.count)
        else { return false }
        reading.report(.valuePlaceholder, .note, look)
        return true
    }
}
