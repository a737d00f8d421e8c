import CareModel
import Diagnostics

extension Rule {
    static let cdaPatient = Rule(
        "referral.cda.patient", .warning, "A Referral Note is about one patient",
        help: """
            The document names several (recordTarget). The record is the first one's, and nothing of \
            the others is in it.
            """)
}

/// A document about several patients.
enum CDAPatientOther {
    static func check(_ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings) {
        guard mapper.facts.otherPatient >= 0 else { return }
        findings.add(.cdaPatient, at: mapper.spot(node: mapper.facts.otherPatient))
    }
}
