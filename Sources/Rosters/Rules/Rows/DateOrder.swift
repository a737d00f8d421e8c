import Diagnostics

extension Rule {
    static let dateOrder = Rule(
        "roster.date.order", .warning, "What comes first in time has the earlier date",
        help: """
            The layout says that the day of this column is not after that of another: a birth not \
            after an enrollment, a start not after its end. On one day the times count, where both \
            cells have one. Often day and month are swapped, a year \
            is mistyped, or the two columns were exchanged.
            """)
}

/// Two dates in the wrong order.
enum DateOrder {
    @inline(__always)
    static func isBroken(_ values: RowValues, _ first: Int, _ second: Int) -> Bool {
        let earlier = values.day(first)
        guard earlier > 0 else { return false }
        let later = values.day(second)
        return later > 0
            && (earlier > later
                || earlier == later && values.hasTimes && isTimeBroken(values, first, second))
    }

    /// The same of times on one day, of which both are said: midnight often means that none is.
    @inline(never)
    private static func isTimeBroken(_ values: RowValues, _ first: Int, _ second: Int) -> Bool {
        let later = values.times[second]
        return later > 0 && values.times[first] > later
    }
}
