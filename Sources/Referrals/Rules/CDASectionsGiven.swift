import CareModel
import Diagnostics

extension Rule {
    static let cdaReason = Rule(
        "referral.cda.reason", .error, "A Referral Note says why the member is referred",
        help: """
            The section Reason for Referral (LOINC 42349-1) is missing or empty, and no referral act \
            gives a reason.
            """)
    static let cdaSection = Rule(
        "referral.cda.section", .warning,
        "A Referral Note has the sections that its template asks for",
        help: """
            Problems (11450-4), allergies (48765-2), medications (10160-0), and an assessment \
            (51848-0) with a plan (18776-5) or both in one (51847-2). A section says so where there \
            is nothing to tell.
            """)
    static let cdaBody = Rule(
        "referral.cda.body", .warning, "A Referral Note has its content in sections",
        help: """
            The document holds another one, such as a PDF, which is noted and not read: nothing of \
            it is in the record.
            """)
}

/// What the template of Referral Notes requires of the body.
enum CDASectionsGiven {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        var component = mapper.child(0, .component)
        var body = mapper.child(component, .structuredBody)
        while body < 0, component >= 0 {
            let next = mapper.tree.sibling(component, CDAName.component.name)
            guard next >= 0 else { break }
            component = next
            body = mapper.child(component, .structuredBody)
        }
        guard body >= 0 else {
            findings.add(
                .cdaBody, at: mapper.spot(node: max(component, 0)), isMissing: component < 0)
            return
        }
        let spot = mapper.spot(node: body)
        let sections = mapper.facts.sections
        if !mapper.record.has(.reasons) {
            findings.add(.cdaReason, at: spot, expected: "42349-1", isMissing: true)
        }
        for required in [CDASection.problems, .allergies, .medications]
        where !sections.contains(required) {
            findings.add(
                .cdaSection, at: spot, expected: "\(required.code)", isMissing: true)
        }
        let hasPlan =
            sections.contains(.assessmentAndPlan)
            || (sections.contains(.assessment) && sections.contains(.plan))
        if !hasPlan { findings.add(.cdaSection, at: spot, expected: "51847-2", isMissing: true) }
    }
}
