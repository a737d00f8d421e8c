import Diagnostics

extension Rule {
    static let limitColumns = Rule(
        "table.limit.columns", .error, "A row has no more cells than a spreadsheet has columns",
        help: """
            The row has more than 16,384 cells; those beyond are not read. Often the line ends are \
            missing, and the whole file is one row.
            """)
    static let limitCell = Rule(
        "table.limit.cell", .error, "A cell is of a size that a person could read",
        help: """
            The cell has more than a million bytes. Often something else was pasted into it, or a \
            quotation mark is missing.
            """)
    static let limitRow = Rule(
        "table.limit.row", .error, "A row is of a size that can be held",
        help: """
            The row has more than 64 million bytes and was set aside in pieces. Often this is no \
            table, or has other line ends.
            """)
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let tableRules: [Rule] = [
        .textEncoding, .textInvalid, .textSeparator, .textControl, .quoteUnclosed, .quoteInside,
        .quoteBare,
        .limitColumns, .limitCell, .limitRow,
    ]
}
