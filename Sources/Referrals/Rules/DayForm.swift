import CareModel
import Diagnostics

extension Rule {
    static let referralDay = Rule(
        "referral.day.form", .warning, "A date is a day of the calendar, or a month or year of it",
        help: """
            It has another form, or there is no such day. The record keeps it as sent (birthDateSent), \
            and rules that ask for the day, as those of age and order, have not looked at it. Or no \
            clock shows its time, or no zone is so far from Greenwich: the time is kept as sent.
            """)
}

/// Dates that are none.
enum DayForm {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        for odd in mapper.facts.oddDays {
            findings.add(.referralDay, at: mapper.spot(node: odd.node), "/@\(odd.attribute)")
        }
    }

    static func check(_ days: [FHIRElement], _ findings: inout ReferralFindings) {
        for day in days { findings.add(.referralDay, at: day.spot) }
    }
}
