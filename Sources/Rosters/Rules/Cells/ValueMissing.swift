import Diagnostics

extension Rule {
    static let valueMissing = Rule(
        "roster.value.missing", .warning, "Each row has the values that its layout asks for",
        help: """
            The cell is empty, or holds what stands for nothing, and the layout says that each row \
            has a value here (V). That is an error where the layout is sure of it, and where the \
            cell is the member's id: without it nobody knows whom the row is about.
            """)
}

/// Cells that must not be empty.
enum ValueMissing {
    static func check(_ look: CellLook, _ reading: inout RowReading) {
        let severity: Severity = look.facts.kind == .memberId ? .error : look.severity
        reading.report(.valueMissing, severity, look)
    }
}
