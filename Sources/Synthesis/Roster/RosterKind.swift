/// The rosters that are written, by the names of their layouts.
public enum RosterKind: String, CaseIterable, Sendable {
    case assignment = "cp-assignment"
    case enrollment = "cp-enrollment"
    case statusOutreach = "cp-status-outreach"
    case summary = "summary"
    case payment = "cp-payment"
    case flexibleServices = "flexible-services"
    case memberRoster = "member-roster"
    case enrollmentRoster = "member-enrollment-roster"
    case visits = "ed-ip-visits"

    /// The sheets of a workbook; text holds the first alone.
    public var sheets: [RosterSheet] {
        switch self {
        case .assignment: [RosterSheet("ASSIGNMENT", RosterColumns.assignment)]
        case .enrollment:
            [
                RosterSheet("ENROLLMENT", RosterColumns.enrollment),
                RosterSheet("DISENROLLMENT", RosterColumns.enrollment),
            ]
        case .statusOutreach: [RosterSheet("OUTREACH", RosterColumns.statusOutreach)]
        case .summary: [RosterSheet("SUMMARY", RosterColumns.summary)]
        case .payment:
            [
                RosterSheet("DETAIL", RosterColumns.payment),
                RosterSheet("SUMMARY", RosterColumns.paymentSums),
            ]
        case .flexibleServices: flexibleServices
        case .memberRoster: [RosterSheet("member_roster", RosterColumns.memberRoster)]
        case .enrollmentRoster:
            [RosterSheet("member_enrollment_roster", RosterColumns.enrollmentRoster)]
        case .visits: [RosterSheet("Visits", RosterColumns.visits)]
        }
    }

    private var flexibleServices: [RosterSheet] {
        [
            "PRETENANCY_INDIVIDUAL", "PRETENANCY_TRANSITIONAL", "TENANCY_SUSTAINING",
            "HOME_MODIFICATIONS", "NUTRITION",
        ].map { RosterSheet($0, RosterColumns.flexibleServices) }
    }

    /// How the layout writes a day.
    var dayForm: DayForm {
        switch self {
        case .memberRoster, .enrollmentRoster: .hyphens
        case .visits: .slashes
        default: .compact
        }
    }
}

/// A way to write a day.
enum DayForm: Sendable {
    /// 20250701
    case compact
    /// 2025-07-01
    case hyphens
    /// 7/1/2025
    case slashes

    func text(_ day: Day) -> String {
        let (year, month, day) = day.civil
        switch self {
        case .compact: return "\(year)\(two(month))\(two(day))"
        case .hyphens: return "\(year)-\(two(month))-\(two(day))"
        case .slashes: return "\(month)/\(day)/\(year)"
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
