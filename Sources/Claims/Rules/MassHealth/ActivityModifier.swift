import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthActivityModifier = Rule(
        "masshealth.activity.modifier", .warning,
        "A qualifying activity has the modifiers of its program", snip: 7,
        help: """
            A line of a claim of no charge has the code of a Community Partner's activity, and a \
            modifier that is none of U1 (member reached), U2 (in person), U3 (telephone, mail, text), \
            UK (collateral), 95 (video), 93 (telephone, from 2024 on) or the activity's own.
            """)
}

/// Modifiers that a qualifying activity does not have.
enum ActivityModifier {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        guard CareActivity.mayReport(subject.claim, subject.surroundings) else { return }
        for line in subject.claim.objects(.serviceLines, ServiceLineFields.self) {
            guard let procedure = line.object(.procedure, MedicalProcedureFields.self),
                let activity = CareActivity.of(procedure), activity.isOfSecond,
                let day = line.object(.service, ServicePeriodFields.self)?.day(.begin),
                day >= CareActivity.secondPeriod
            else { continue }
            for modifier in procedure.objects(.modifiers, TextFields.self)
            where !activity.allows(modifier.key(.value), on: day) {
                subject.locator.add(
                    .massHealthActivityModifier, at: .value, of: modifier, isComponent: true,
                    to: &collector)
            }
        }
    }
}
