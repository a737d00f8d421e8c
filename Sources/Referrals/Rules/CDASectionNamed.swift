import CareModel
import Diagnostics

extension Rule {
    static let cdaHeading = Rule(
        "referral.cda.heading", .warning,
        "A section of a Referral Note has the code and the template of its kind",
        help: """
            A section is known by its LOINC code, or else by its templateId; the other is missing or \
            of another kind, or the code names another list than LOINC. Other programs may not find \
            the section.
            """)
}

/// The codes and templates of sections.
enum CDASectionNamed {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        for (_, node) in mapper.facts.sectionNodes {
            guard let kind = CDASection(of: node, in: mapper) else { continue }
            let code = mapper.child(node, .code)
            let sent = mapper.tree.value(code, AttributeName.code.name)
            if !CDASection.isLOINC(code, mapper) || !mapper.arena.holds(sent, kind.code) {
                findings.add(
                    .cdaHeading, at: mapper.spot(node: max(code, node)),
                    expected: "\(kind.code) of 2.16.840.1.113883.6.1", isMissing: code < 0)
            }
            if !kind.isNamed(node, mapper), let wanted = kind.templates.first {
                let template = mapper.child(node, .templateId)
                findings.add(
                    .cdaHeading, at: mapper.spot(node: max(template, node)),
                    expected: "\(wanted)", isMissing: template < 0)
            }
        }
    }
}
