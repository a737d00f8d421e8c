import Diagnostics

extension Rule {
    static let valueLines = Rule(
        "roster.value.lines", .note, "A value is on one line",
        help: """
            The cell has a line end or a tab within its text. It is kept; programs that read line by \
            line break the row there.
            """)
}

/// Line ends and tabs within text; those around it are left out.
enum ValueLines {
    static func check(_ look: CellLook, _ reading: inout RowReading) {
        guard look.text.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return }
        reading.report(.valueLines, .note, look)
    }
}
