import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthActivityDay = Rule(
        "masshealth.activity.day", .warning,
        "A qualifying activity is one of the program on its day", snip: 7,
        help: """
            A line of a claim of no charge has the code of a Community Partner's activity that the \
            program gave up on 2023-04-01, or took up on that day, and the service lies on the other \
            side of it.
            """)
}

/// Activities before or after the time in which they were ones.
enum ActivityDay {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        guard CareActivity.mayReport(subject.claim, subject.surroundings) else { return }
        for line in subject.claim.objects(.serviceLines, ServiceLineFields.self) {
            guard let procedure = line.object(.procedure, MedicalProcedureFields.self),
                let activity = CareActivity.of(procedure),
                let day = line.object(.service, ServicePeriodFields.self)?.day(.begin), day > 0
            else { continue }
            let isSecond = day >= CareActivity.secondPeriod
            guard isSecond ? !activity.isOfSecond : !activity.isOfFirst else { continue }
            subject.locator.add(
                .massHealthActivityDay, at: .code, of: procedure, isComponent: true,
                to: &collector)
        }
    }
}
