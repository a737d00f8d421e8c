import CareModel
import Diagnostics

extension Rule {
    static let planAge = Rule(
        "roster.plan.age", .warning, "A member is of an age that the plan is for",
        help: """
            Behavioral Health Community Partners (BHCP) serve members from 18 to 64 years, those for \
            long-term services (LTSS) from 3 to 64, on the day on which the enrollment starts. Often \
            the date of birth or the plan is wrong.
            """)
}

/// Members who are too young or too old for their plan on the first day.
struct PlanAge: Sendable {
    private let plan: Int
    private let birth: Int
    private let start: Int

    /// `nil` where the file has not all three columns.
    init?(_ columns: TableMatch) {
        guard let plan = columns.column("plan.assignment"),
            let birth = columns.column("member.birthDate"),
            let start = columns.column("enrollment.start")
        else { return nil }
        (self.plan, self.birth, self.start) = (plan, birth, start)
    }

    private let behavioral = PlanAge.key("BHCP")
    private let longTerm = PlanAge.key("LTSS")

    private static func key(_ text: StaticString) -> UInt64 {
        (0..<text.utf8CodeUnitCount).reduce(0) { $0 | UInt64(text.utf8Start[$1]) << ($1 * 8) }
    }

    @inline(__always)
    func isBroken(_ values: RowValues) -> Bool {
        let key = values.code(plan)
        guard key == behavioral || key == longTerm else { return false }
        let born = values.day(birth)
        let started = values.day(start)
        guard born > 0, started > 0 else { return false }
        // Of two days as CCYYMMDD, whole years are the first four digits of what lies between.
        let age = (started - born) / 10_000
        return age > 64 || age < (key == behavioral ? 18 : 3)
    }

    func report(_ columns: TableMatch, _ reading: inout RowReading) {
        reading.report(
            .planAge, plan, columns, expected: "BHCP from 18 to 64 years, LTSS from 3 to 64")
    }
}
