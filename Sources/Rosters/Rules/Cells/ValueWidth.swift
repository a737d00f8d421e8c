import Diagnostics

extension Rule {
    static let valueWidth = Rule(
        "roster.value.width", .warning, "A value is no longer than its column is wide",
        help: """
            The value has more characters than the layout gives the column; who reads a table of \
            fixed width cuts it. It is kept whole. Often columns were shifted, or two values share \
            a cell.
            """)
}

/// Values that do not fit their column; a letter of several bytes is one character.
enum ValueWidth {
    static func check(_ look: CellLook, _ reading: inout RowReading) {
        guard look.count > look.facts.width, look.characters > look.facts.width else { return }
        reading.report(
            .valueWidth, look.severity, look, expected: "at most \(look.facts.width) characters")
    }
}
