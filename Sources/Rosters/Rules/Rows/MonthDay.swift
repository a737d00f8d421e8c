import CareModel
import Diagnostics

extension Rule {
    static let dayFirst = Rule(
        "roster.day.first", .warning, "An enrollment starts on the first day of a month",
        help: """
            MassHealth's exchange with Community Partners knows no partial months: a start is the \
            first of a month. Take the first of the month that is meant.
            """)
    static let dayLast = Rule(
        "roster.day.last", .warning, "An enrollment ends on the last day of a month",
        help: """
            A disenrollment takes effect at the end of a month, and is written as its last day.
            """)
}

/// Days that should begin a month or end it.
enum MonthDay {
    @inline(__always)
    static func isBrokenFirst(_ day: Int32) -> Bool { day > 0 && day % 100 != 1 }

    @inline(__always)
    static func isBrokenLast(_ day: Int32) -> Bool {
        guard day > 0, day % 100 != 31 else { return false }
        // The next day would be one of the same month.
        let next = Int(day) + 1
        return CalendarDate(year: next / 10_000, month: next / 100 % 100, day: next % 100) != nil
    }
}
