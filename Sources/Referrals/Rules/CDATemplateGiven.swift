import CareModel
import Diagnostics

extension Rule {
    static let cdaTemplate = Rule(
        "referral.cda.template", .warning, "A Referral Note names its template",
        help: """
            The code says that it is a Referral Note, and no templateId has the root \
            2.16.840.1.113883.10.20.22.1.14.
            """)
}

/// A Referral Note by its code alone.
enum CDATemplateGiven {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        guard !CDADocumentType.hasTemplate(CDADocumentType.referralNote, mapper) else { return }
        findings.add(
            .cdaTemplate, at: mapper.spot(node: 0),
            expected: "\(CDADocumentType.referralNote)", isMissing: true)
    }
}
