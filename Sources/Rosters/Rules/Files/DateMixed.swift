import Diagnostics
import TableGrammar

extension Rule {
    static let dateMixed = Rule(
        "roster.date.mixed", .warning, "The dates of a column are all in one format",
        help: """
            Dates of this column are in several of its formats. Often rows of two systems were put \
            together, or a spreadsheet changed those that it could read; where days and months are \
            exchanged only in some rows, nothing shows it. Look at the rows noted as \
            roster.date.tolerated.
            """)
}

/// Columns with dates in several formats.
struct DateMixed: Sendable {
    private var own: UInt64 = 0
    private var second: UInt64 = 0
    private var other: UInt64 = 0

    @inline(__always)
    mutating func add(_ facts: RowFacts) {
        own |= facts.dates.own
        second |= facts.dates.second
        other |= facts.dates.other
    }

    func finish(_ table: LayoutTable, sheet: Int) -> [Finding] {
        let mixed = own & second | own & other | second & other
        guard mixed != 0 else { return [] }
        return table.columns.indices.prefix(64).filter { mixed >> UInt64($0) & 1 == 1 }.map {
            Finding(
                .dateMixed, at: ByteRange(0, 0), place: Place(segment: table.columns[$0].name),
                expected: table.columns[$0].formats.first?.text, sheet: sheet)
        }
    }
}
