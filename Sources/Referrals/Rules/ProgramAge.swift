import CareModel
import Diagnostics

extension Rule {
    static let referralProgramAge = Rule(
        "referral.program.age", .warning, "A member is of the age that the program is for",
        help: """
            Behavioral Health Community Partners are for members of 18 to 64 years, Community \
            Partners for Long-Term Services and Supports for members of 3 to 64 years, by the age \
            on the day of the referral.
            """)
}

/// A member too young or too old for the program.
enum ProgramAge {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let ages: ClosedRange<Int32>
        let program = referral.bytes(.program)
        if program.isText("bh-cp") {
            ages = 18...64
        } else if program.isText("ltss-cp") {
            ages = 3...64
        } else {
            return
        }
        let written = referral.day(.authored)
        guard written > 0, let member = referral.object(.member, ReferralMemberFields.self) else {
            return
        }
        let birth = member.day(.birthDate)
        guard birth > 0, birth <= written else { return }
        // Of numbers CCYYMMDD the difference holds the full years.
        let age = (written - birth) / 10_000
        guard !ages.contains(age) else { return }
        findings.add(
            .referralProgramAge, at: spots.spot(member.index),
            expected: "\(ages.lowerBound) to \(ages.upperBound) years")
    }
}
