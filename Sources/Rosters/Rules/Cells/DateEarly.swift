import Diagnostics

extension Rule {
    static let dateEarly = Rule(
        "roster.date.early", .warning, "A date of a roster is from 1900 on",
        help: """
            The day is before 1900. Often the century was typed wrong, or zeros stand for a day that \
            nobody knows.
            """)
}

/// Days before 1900.
enum DateEarly {
    /// 1900-01-01 as a number.
    static let first: Int32 = 1900_01_01

    static func check(_ day: Int32, _ look: CellLook, _ reading: inout RowReading) {
        if day < first { reading.report(.dateEarly, .warning, look) }
    }
}
